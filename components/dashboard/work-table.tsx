import { useTranslations } from "next-intl";
import { CancelAssignment } from "@/components/cohort/cancel-assignment";
import { StageChip } from "@/components/stage/stage-chip";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { reviewHref, type WorkRow } from "@/lib/dashboard/model";
import { useFormat } from "@/lib/i18n/use-format";

const rowLink =
  "underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current";

/** Stages of assignments, a line each, leading to what was handed in. */
export function WorkTable({
  rows,
  timeZone,
  now,
  showScore,
  canCancel,
}: {
  rows: WorkRow[];
  timeZone: string;
  now: string;
  showScore: boolean;
  canCancel: boolean;
}) {
  const t = useTranslations("dashboard.work");
  const s = useTranslations("stage");
  const c = useTranslations("cohorts.cancel");
  const format = useFormat(timeZone);
  return (
    <Table label={t("title")} stack>
      <thead>
        <tr>
          <th scope="col">{t("participant")}</th>
          <th scope="col">{t("innovation")}</th>
          <th scope="col">{t("stage")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("due")}</th>
          <th scope="col">{t("sent")}</th>
          {showScore && (
            <th scope="col" data-align="end">
              {t("score")}
            </th>
          )}
          <th scope="col">{t("facilitator")}</th>
          {canCancel && (
            <th scope="col">
              <span className="sr-only">{c("open")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.assignmentId} ${row.stage}`}>
            <th scope="row">
              <span>
                <SoftLink
                  href={reviewHref(row.assignmentId, row.stage)}
                  className={`${rowLink} inline-flex items-center touch:min-h-11`}
                >
                  {row.participant}
                </SoftLink>
                <span className="block text-xs font-normal text-ink-3">
                  {row.agency}
                  {row.group && ` · ${row.group}`}
                </span>
              </span>
            </th>
            <td data-label={t("innovation")} title={row.innovation.name}>
              {row.innovation.code}
            </td>
            <td data-label={t("stage")}>{s(`kind.${row.stage}`)}</td>
            <td data-label={t("state")}>
              <StageChip
                kind={row.stage}
                state={row.state}
                paused={row.paused}
                late={row.late}
                begun={row.begun}
                short
              />
            </td>
            <td data-label={t("due")} data-nowrap="" title={format.dateTime(row.dueAt)}>
              {row.late ? (
                <span className="font-semibold text-late">{format.due(row.dueAt, now)}</span>
              ) : (
                format.dateShort(row.dueAt)
              )}
            </td>
            <td
              data-label={row.submittedAt ? t("sent") : undefined}
              data-nowrap=""
              title={row.submittedAt ? format.dateTime(row.submittedAt) : undefined}
            >
              {row.submittedAt && format.ago(row.submittedAt, now)}
            </td>
            {showScore && (
              <td data-label={t("score")} data-align="end">
                {row.score !== null && format.decimal(row.score)}
              </td>
            )}
            <td data-label={t("facilitator")}>{row.facilitator ?? t("noFacilitator")}</td>
            {canCancel && (
              <td data-label={row.isOwn ? undefined : c("open")} data-align="end">
                {!row.isOwn && (
                  <CancelAssignment
                    compact
                    assignmentId={row.assignmentId}
                    participant={row.participant}
                    innovation={row.innovation.code}
                  />
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

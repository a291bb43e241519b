import { useTranslations } from "next-intl";
import { TogetherChoice } from "@/components/approval/together-choice";
import { StageIcon } from "@/components/stage/stage-icon";
import { Badge } from "@/components/ui/badge";
import { ClockAlertIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/i18n/use-format";
import {
  choiceOf,
  type QueueFilter,
  type QueueRow,
  type ReviewQueue,
  reviewHref,
} from "@/lib/review/model";
import { TimelinessBadge } from "./timeliness-badge";

/** One page of the queue: a table where there is room for one, cards on the phone. */
export function QueueTable({ queue: { rows, filter, now } }: { queue: ReviewQueue }) {
  const t = useTranslations("review.queue");
  return (
    <>
      <div className="max-md:hidden">
        <Table label={t(`tabs.${filter.tab}`)}>
          <thead>
            <tr>
              <th scope="col">{t("participant")}</th>
              <th scope="col">{t("stage")}</th>
              <th scope="col">{t("innovation")}</th>
              <th scope="col">{t("group")}</th>
              <th scope="col">{t("submitted")}</th>
              <th scope="col" data-align="end">
                {t(`since.${filter.tab}`)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.assignmentId}-${row.stage}`} {...{ row, filter, now }} />
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="grid divide-y divide-line md:hidden">
        {rows.map((row) => (
          <RowCard key={`${row.assignmentId}-${row.stage}`} {...{ row, filter, now }} />
        ))}
      </ul>
    </>
  );
}

type RowProps = { row: QueueRow; filter: QueueFilter; now: string };

function Row({ row, filter, now }: RowProps) {
  const format = useFormat(row.timeZone);
  return (
    <tr className="relative" data-stage={row.stage}>
      <th scope="row">
        <span className="flex items-start gap-2.5">
          <Choice row={row} />
          <span className="grid min-w-0">
            {/* The link takes the whole row. */}
            <SoftLink
              href={reviewHref(row, filter)}
              className="text-md font-semibold wrap-anywhere after:absolute after:inset-0"
            >
              {row.participant}
            </SoftLink>
            <span className="font-normal text-ink-3 wrap-anywhere">{row.agency}</span>
          </span>
        </span>
      </th>
      <td>
        <StageOf row={row} />
      </td>
      <td>
        <span title={row.innovation.name}>{row.innovation.code}</span>
      </td>
      <td data-nowrap="">{row.group ?? "–"}</td>
      <td>
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          <time dateTime={row.submittedAt} title={format.dateTime(row.submittedAt)}>
            {format.dateShort(row.submittedAt)}
          </time>
          <TimelinessBadge timeliness={row.timeliness} />
        </span>
      </td>
      <td data-align="end">
        <Since {...{ row, filter, now }} />
      </td>
    </tr>
  );
}

function RowCard({ row, filter, now }: RowProps) {
  return (
    <li data-stage={row.stage} className="relative grid gap-1 px-4 py-3 active:bg-sunken">
      <div className="flex items-start gap-2">
        <Choice row={row} />
        <SoftLink
          href={reviewHref(row, filter)}
          className="min-w-0 flex-1 font-semibold wrap-anywhere after:absolute after:inset-0"
        >
          {row.participant}
        </SoftLink>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 text-sm">
        <StageOf row={row} />
        <TimelinessBadge timeliness={row.timeliness} />
      </p>
      <p className="text-sm text-ink-3 wrap-anywhere">
        {[row.innovation.code, row.agency, row.group].filter(Boolean).join(" · ")}
      </p>
      {/* On a line of its own: beside the name, what it says of the submission left no room for the name. */}
      <p className="flex text-sm">
        <Since {...{ row, filter, now }} />
      </p>
    </li>
  );
}

/** The box by which a submission is approved with others; where it waits. */
function Choice({ row }: { row: QueueRow }) {
  const t = useTranslations("together");
  const s = useTranslations("stage");
  if (!row.together) return null;
  const stage = s(`kind.${row.stage}`);
  return (
    <TogetherChoice
      value={choiceOf(row)}
      label={
        typeof row.together === "string"
          ? t(`alone.${row.together}`)
          : t("choose", { name: row.participant, stage })
      }
      disabled={typeof row.together === "string"}
    />
  );
}

function StageOf({ row }: { row: QueueRow }) {
  const t = useTranslations("review.queue");
  const s = useTranslations("stage");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <StageIcon kind={row.stage} size={16} className="flex-none text-hue" />
      <span className="font-semibold text-hue">{s(`kind.${row.stage}`)}</span>
      <span className="text-ink-3">{t("revision", { number: row.revision })}</span>
    </span>
  );
}

/** How long it has been where it is. */
function Since({ row, filter, now }: RowProps) {
  const t = useTranslations("review.queue");
  const together = useTranslations("together");
  const format = useFormat(row.timeZone);
  const since = filter.tab === "waiting" ? row.submittedAt : (row.decidedAt ?? row.submittedAt);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 md:justify-end">
      {row.pendingUntil && (
        <Badge tone="good">{together("row", { time: format.time(row.pendingUntil) })}</Badge>
      )}
      {row.openWith && <Badge tone="late">{t("openWith", { name: row.openWith })}</Badge>}
      {row.reviewBegun && !row.openWith && filter.tab === "waiting" && (
        <Badge tone="accent">{t("reviewBegun")}</Badge>
      )}
      <time
        dateTime={since}
        title={format.dateTime(since)}
        className={
          row.longWait
            ? "inline-flex items-center gap-1 font-semibold whitespace-nowrap text-late"
            : "whitespace-nowrap text-ink-2"
        }
      >
        {row.longWait && <ClockAlertIcon size={15} label={t("longWait")} />}
        {format.ago(since, now)}
      </time>
    </span>
  );
}

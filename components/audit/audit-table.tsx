import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Table } from "@/components/ui/table";
import { type AuditWords, auditLabels } from "@/lib/audit/label";
import type { AuditRow } from "@/lib/audit/model";
import { useFormat } from "@/lib/i18n/use-format";

/** Events as sentences in columns: when, who, what, to what, and what changed. */
export function AuditTable({ rows }: { rows: AuditRow[] }) {
  const t = useTranslations("audit");
  const labels = auditLabels(t as unknown as AuditWords);
  const format = useFormat();
  return (
    <Table label={t("title")} stack>
      <thead>
        <tr>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("when")}</th>
          <th scope="col">{t("who")}</th>
          <th scope="col">{t("subject")}</th>
          <th scope="col">{t("details")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="font-semibold">{labels.event(row)}</td>
            <td data-label={t("when")} data-nowrap="" className="tabular-nums">
              <time dateTime={row.at.toISOString()}>{format.dateTime(row.at)}</time>
            </td>
            <td data-label={t("who")} className="wrap-anywhere">
              <Piece>
                {labels.actor(row)}
                <span className="block text-sm text-ink-3">{labels.role(row.actorRole)}</span>
              </Piece>
            </td>
            <td data-label={t("subject")} className="wrap-anywhere">
              <Piece>
                {labels.subject(row)}
                <span className="block text-sm text-ink-3">
                  {[labels.subjectType(row), row.subjectType === "cohort" ? null : row.cohortName]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </Piece>
            </td>
            <td
              data-label={t("details")}
              className={cx(
                "text-sm wrap-anywhere text-ink-2",
                row.details.length === 0 && "max-sm:hidden",
              )}
            >
              <Piece>
                {row.details.map((detail) => (
                  <span key={detail.field} className="block">
                    {labels.field(detail)}:{" "}
                    <span className="text-ink">{labels.detail(detail)}</span>
                  </span>
                ))}
              </Piece>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The content of a cell in one piece: on the phone a cell sets its parts side by side. */
function Piece({ children }: { children: ReactNode }) {
  return <div className="min-w-0">{children}</div>;
}

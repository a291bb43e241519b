import { useTranslations } from "next-intl";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { reviewHref } from "@/lib/dashboard/model";
import type { StrengthRow } from "@/lib/finding/model";

/** What participants named as keys to success, leading to where they were told. */
export function StrengthTable({ rows }: { rows: StrengthRow[] }) {
  const t = useTranslations("findings.strengths");
  return (
    <Table label={t("title")} stack>
      <thead>
        <tr>
          <th scope="col" className="w-3/5">
            {t("strength")}
          </th>
          <th scope="col">{t("innovation")}</th>
          <th scope="col">{t("participant")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.assignmentId} ${row.itemId}`}>
            <th scope="row">
              <span className="block max-w-[72ch] wrap-anywhere">
                <SoftLink
                  href={reviewHref(row.assignmentId, "EVALUATE")}
                  className="font-normal underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:inline-flex touch:min-h-11 touch:items-center"
                >
                  {row.text}
                </SoftLink>
              </span>
            </th>
            <td data-label={t("innovation")} title={row.innovation.name}>
              {row.innovation.code}
            </td>
            <td data-label={t("participant")}>
              <span>
                {row.participant}
                <span className="block text-xs text-ink-3">{row.agency}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

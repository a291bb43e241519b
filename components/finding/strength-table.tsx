import { useTranslations } from "next-intl";
import { AuthorCell, InnovationCell, ToldCell } from "@/components/dashboard/told-cells";
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
            <ToldCell href={reviewHref(row.assignmentId, "EVALUATE")} words={row.text} isSentence />
            <InnovationCell label={t("innovation")} innovation={row.innovation} />
            <AuthorCell
              label={t("participant")}
              participant={row.participant}
              agency={row.agency}
            />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

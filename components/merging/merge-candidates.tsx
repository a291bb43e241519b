import { useTranslations } from "next-intl";
import { AccessBadge } from "@/components/staff/access-badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SearchField } from "@/components/ui/search-field";
import { EmptyRow, Table } from "@/components/ui/table";
import { mergePath } from "@/lib/merging/model";
import type { CenterPersonRow } from "@/lib/staff/model";

/** Who could be the double of somebody. */
export function MergeCandidates({
  centerId,
  personId,
  q,
  candidates,
}: {
  centerId: string;
  personId: string;
  q: string;
  candidates: CenterPersonRow[];
}) {
  const t = useTranslations("staff");
  return (
    <Card>
      <div className="border-b border-line px-4 py-3 sm:px-4.5">
        <SearchField action={mergePath(centerId, personId)} label={t("merge.search")} value={q} />
      </div>
      <Table label={t("merge.search")} stack>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("idNumber")}</th>
            <th scope="col" data-align="end">
              {t("cohorts")}
            </th>
            <th scope="col">{t("access")}</th>
            <th scope="col" data-align="end">
              <span className="sr-only">{t("merge.choose")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {candidates.length === 0 && <EmptyRow columns={5}>{t("merge.none")}</EmptyRow>}
          {candidates.map((row) => (
            <tr key={row.personId}>
              <td>
                <span className="font-semibold wrap-anywhere">{row.name}</span>
                <span className="block text-sm font-normal text-ink-3 wrap-anywhere">
                  {row.email ?? t("noEmail")}
                </span>
              </td>
              <td data-label={t("idNumber")}>{row.idNumber ?? "–"}</td>
              <td data-label={t("cohorts")} data-align="end">
                {row.cohorts}
              </td>
              <td data-label={t("access")}>
                <AccessBadge access={row.access} />
              </td>
              <td data-align="end">
                <Button
                  size="sm"
                  variant="secondary"
                  aria-label={t("merge.chooseFor", { name: row.name })}
                  href={mergePath(centerId, personId, row.personId)}
                >
                  {t("merge.choose")}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

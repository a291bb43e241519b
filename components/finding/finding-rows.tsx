import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilterIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import type { Page } from "@/lib/dashboard/model";
import type { FindingRows as Rows } from "@/lib/finding/loaders";
import { findingsHref, type InnovationRef } from "@/lib/finding/model";
import type { FindingsQuery } from "@/lib/finding/schema";
import { FindingFilters } from "./finding-filters";
import { SolutionTable } from "./solution-table";
import { StrengthTable } from "./strength-table";
import { ThemeList } from "./theme-list";

/** The rows behind a figure of the findings. */
export function FindingRows({
  cohortId,
  rows,
  query: { filter },
}: {
  cohortId: string;
  rows: Rows & { innovations: InnovationRef[] };
  query: FindingsQuery;
}) {
  const t = useTranslations("findings");
  const { list, innovations } = rows;
  const page = pageOf(rows);
  return (
    <Card>
      <FindingFilters cohortId={cohortId} list={list} filter={filter} innovations={innovations} />
      {page.total === 0 && (
        <EmptyState icon={<ListFilterIcon size={22} />} title={t("noRows")}>
          {t("noRowsBody")}
        </EmptyState>
      )}
      {rows.list === "causes" && (
        <ThemeList cohortId={cohortId} themes={rows.themes.rows} filter={filter} />
      )}
      {rows.list === "solutions" && page.total > 0 && <SolutionTable rows={rows.solutions.rows} />}
      {rows.list === "strengths" && page.total > 0 && <StrengthTable rows={rows.strengths.rows} />}
      <Pagination
        page={page.page}
        pages={page.pages}
        hrefOf={(next) => findingsHref(cohortId, list, filter, next)}
      />
    </Card>
  );
}

function pageOf(rows: Rows): Page<unknown> {
  switch (rows.list) {
    case "causes":
      return rows.themes;
    case "solutions":
      return rows.solutions;
    case "strengths":
      return rows.strengths;
  }
}

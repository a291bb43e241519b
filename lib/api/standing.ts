import "server-only";
import { getTranslations } from "next-intl/server";
import type { Table } from "@/lib/spreadsheet/table";
import type { EvaluatedInnovation, StandingRow } from "@/lib/standing/model";

/** How a centre's cohorts came out, and what they evaluated, as two sheets. */
export async function standingSheets({
  rows,
  innovations,
}: {
  rows: readonly StandingRow[];
  innovations: readonly EvaluatedInnovation[];
}): Promise<{ title: string; tables: Table[] }> {
  const [t, c] = await Promise.all([getTranslations("standing"), getTranslations("cohorts")]);
  return {
    title: t("title"),
    tables: [
      {
        name: t("title"),
        columns: [
          { header: t("cohort"), width: 36, text: true },
          { header: t("state"), width: 14, text: true },
          { header: t("startsOn"), width: 12 },
          { header: t("participants"), width: 12 },
          { header: t("assignments"), width: 12 },
          { header: t("completed"), width: 12 },
          { header: t("medianDays"), width: 14 },
          { header: t("decisions"), width: 12 },
          { header: t("returns"), width: 12 },
          { header: t("evaluations"), width: 12 },
          { header: t("meanScore"), width: 12 },
        ],
        rows: rows.map((row) => [
          row.name,
          c(`state.${row.state}`),
          { date: row.startsOn },
          row.participants,
          row.assignments,
          row.completed,
          row.medianDays,
          row.decisions,
          row.returns,
          row.evaluations,
          row.meanScore,
        ]),
      },
      {
        name: t("innovations.title"),
        columns: [
          { header: t("innovations.code"), width: 12, text: true },
          { header: t("innovations.name"), width: 40, text: true },
          { header: t("innovations.region"), width: 24, text: true },
          { header: t("innovations.cohorts"), width: 12 },
          { header: t("evaluations"), width: 12 },
          { header: t("meanScore"), width: 12 },
        ],
        rows: innovations.map((row) => [
          row.code,
          row.name,
          row.region,
          row.cohorts,
          row.evaluations,
          row.meanScore,
        ]),
      },
    ],
  };
}

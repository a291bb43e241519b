import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { keyHeading, noteHeading, scoreHeading } from "@/lib/grading/columns";
import type { SheetPlan, SheetPreview, SheetWork } from "@/lib/grading/model";
import { toLocale } from "@/lib/i18n/locales";
import type { Table } from "@/lib/spreadsheet/table";

/** The works that somebody scores as a sheet: a row a work, two columns a criterion. */
export async function gradeTable(
  place: { cohortId: string; raterId: string },
  works: readonly SheetWork[],
): Promise<Table> {
  const [t, locale] = await Promise.all([
    getTranslations("grading.sheet"),
    getLocale().then(toLocale),
  ]);
  // Works may be scored by several versions of a rubric: each of their criteria has its columns once.
  const criteria = new Map<string, SheetWork["criteria"][number]>();
  for (const work of works) {
    for (const criterion of work.criteria) {
      if (!criteria.has(criterion.code)) criteria.set(criterion.code, criterion);
    }
  }
  const columns = [...criteria.values()];
  return {
    name: t("name"),
    columns: [
      { header: t("participant"), width: 32, text: true },
      { header: t("agency"), width: 16, text: true },
      { header: t("innovation"), width: 14, text: true },
      { header: t("role"), width: 16, text: true },
      ...columns.flatMap(({ code, label, weight }) => [
        {
          header: scoreHeading(code, t("score", { name: label[locale], weight })),
          width: 16,
        },
        { header: noteHeading(code, t("note")), width: 24, text: true },
      ]),
      { header: keyHeading("cohort", t("cohort")), width: 12, text: true },
      { header: keyHeading("rater", t("rater")), width: 12, text: true },
      { header: keyHeading("work", t("work")), width: 12, text: true },
      { header: keyHeading("version", t("version")), width: 8 },
    ],
    rows: works.map((work) => [
      work.participant,
      work.agency,
      work.innovation.code,
      t(`roles.${work.role}`),
      ...columns.flatMap(({ code }) => {
        const id = work.criteria.find((criterion) => criterion.code === code)?.id;
        const score = work.scores.find(({ criterionId }) => criterionId === id);
        return [score?.value ?? null, score?.note ?? ""];
      }),
      place.cohortId,
      place.raterId,
      work.assignmentId,
      work.version,
    ]),
  };
}

/** What the browser gets of a plan: nothing of what only the import needs. */
export function gradePreview({
  rows,
  missing,
  counts,
  digest,
}: SheetPlan & { digest: string }): SheetPreview {
  const sound = missing.length === 0 && counts.faulty === 0 && counts.change > 0;
  return {
    rows: rows.map(({ number, participant, action, issues }) => ({
      number,
      participant,
      action,
      issues,
    })),
    missing,
    counts,
    digest: sound ? digest : null,
  };
}

import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { keyHeading, noteHeading, scoreHeading } from "@/lib/grading/columns";
import type { GradeRow, SheetPlan, SheetPreview, SheetWork } from "@/lib/grading/model";
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

/** All grades of a cohort as a sheet: a row a work, with what both raters gave as far as it is told. */
export async function gradesTable(rows: readonly GradeRow[]): Promise<Table> {
  const [t, locale] = await Promise.all([getTranslations("grading"), getLocale().then(toLocale)]);
  return {
    name: t("all.name"),
    columns: [
      { header: t("participant"), width: 32, text: true },
      { header: t("all.agency"), width: 16, text: true },
      { header: t("all.group"), width: 16, text: true },
      { header: t("innovation"), width: 14, text: true },
      { header: t("all.innovationName"), width: 40, text: true },
      { header: t("evidence"), width: 10 },
      { header: t("primary"), width: 28, text: true },
      { header: t("all.primaryScore"), width: 16 },
      { header: t("all.primaryState"), width: 16, text: true },
      { header: t("second"), width: 28, text: true },
      { header: t("all.secondScore"), width: 16 },
      { header: t("all.secondState"), width: 16, text: true },
      { header: t("all.mean"), width: 12 },
      { header: t("spread"), width: 12 },
      { header: t("all.moderated"), width: 14 },
      { header: t("all.reason"), width: 40, text: true },
      { header: t("score"), width: 12 },
      { header: t("band"), width: 20, text: true },
      { header: t("state"), width: 16, text: true },
    ],
    rows: rows.map(({ primary, second, grade, moderation, ...row }) => [
      row.participant,
      row.agency,
      row.group,
      row.innovation.code,
      row.innovation.name,
      row.evidence,
      row.facilitator,
      primary.total,
      t(`rating.${primary.state}`),
      second?.rater ?? null,
      second?.total ?? null,
      second && t(`rating.${second.state}`),
      grade.mean,
      grade.spread,
      grade.moderated,
      moderation?.reason ?? null,
      grade.score,
      grade.band?.label[locale] ?? null,
      t(`states.${grade.state}`),
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

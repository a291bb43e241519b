import "server-only";
import { getTranslations } from "next-intl/server";
import type { AgencyView } from "@/lib/agency-link/model";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { dayIn } from "@/lib/platform/clock";
import type { Table } from "@/lib/spreadsheet/table";

/** An agency's own people as a sheet: a row for each task, and one for who has none. */
export async function agencyTables(view: AgencyView): Promise<{ title: string; tables: Table[] }> {
  const [t, s] = await Promise.all([getTranslations("agencyLinks.view"), getTranslations("stage")]);
  const title = t("title", { agency: view.agency });
  const table: Table = {
    name: t("people"),
    columns: [
      { header: t("participant"), width: 30, text: true },
      { header: t("position"), width: 28, text: true },
      { header: t("unit"), width: 34, text: true },
      { header: t("innovation"), width: 34, text: true },
      ...STAGE_KINDS.flatMap((kind) => [
        { header: s(`kind.${kind}`), width: 18, text: true },
        { header: t("dueOf", { stage: s(`kind.${kind}`) }), width: 18 },
        { header: t("lateOf", { stage: s(`kind.${kind}`) }), width: 18, text: true },
      ]),
      { header: t("plan"), width: 40, text: true },
      ...(view.showsGrades ? [{ header: t("grade"), width: 10 }] : []),
    ],
    rows: view.people.flatMap(({ name, position, workUnit, works }) => {
      const person = [name, position, workUnit];
      if (works.length === 0) {
        const empty = 2 + STAGE_KINDS.length * 3 + (view.showsGrades ? 1 : 0);
        return [[...person, ...Array.from({ length: empty }, () => null)]];
      }
      return works.map(({ innovation, stages, planTitle, grade }) => [
        ...person,
        innovation,
        ...STAGE_KINDS.flatMap((kind) => {
          const { state, paused, late, dueAt } = stages[kind];
          return [
            s(`short.${paused ? "PAUSED" : state}`),
            { date: dayIn(view.timeZone, new Date(dueAt)) },
            late ? s("late") : null,
          ];
        }),
        planTitle,
        ...(view.showsGrades ? [grade?.score ?? null] : []),
      ]);
    }),
  };
  return { title, tables: [table] };
}

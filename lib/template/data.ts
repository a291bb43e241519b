import "server-only";
import type { AuthorizedOffice } from "@/lib/center/policy";
import type { Reader } from "@/lib/platform/db";
import type { AssignmentTemplate, TemplateRow } from "@/lib/template/model";
import { templateStagesSchema } from "@/lib/template/schema";

const templateSelect = { id: true, name: true, instructions: true, stages: true } as const;

/** A centre's templates, by name. One statement. */
export async function listTemplates(
  db: Reader,
  { centerId }: AuthorizedOffice,
): Promise<TemplateRow[]> {
  const rows = await db.assignmentTemplate.findMany({
    where: { centerId },
    select: { ...templateSelect, version: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, stages: templateStagesSchema.parse(row.stages) }));
}

/** The templates by which work can be given in a cohort: those of its centre. One statement. */
export async function listUsableTemplates(
  db: Reader,
  { cohortId }: { readonly cohortId: string },
): Promise<AssignmentTemplate[]> {
  const rows = await db.assignmentTemplate.findMany({
    where: { center: { cohorts: { some: { id: cohortId } } } },
    select: templateSelect,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, stages: templateStagesSchema.parse(row.stages) }));
}

/** What a template of a centre is called; null where the centre has none of that id. */
export async function findTemplateName(
  db: Reader,
  centerId: string,
  templateId: string,
): Promise<string | null> {
  const found = await db.assignmentTemplate.findFirst({
    where: { id: templateId, centerId },
    select: { name: true },
  });
  return found?.name ?? null;
}

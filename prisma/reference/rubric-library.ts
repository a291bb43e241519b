import type { Db, Tx } from "@/lib/platform/db";
import { contentHash } from "@/lib/platform/ids";
import { levelsSchema } from "@/lib/rubric/schema";
import { stableId } from "@/prisma/seed/ids";
import { criterionId, RUBRIC_LIBRARY, type RubricSeed, rubricVersionId } from "./rubrics";

/**
 * Brings the shared rubrics of an installation to what this version of Lokus ships. Safe to call at
 * every start, by several instances at once: what is there already is left alone. A rubric whose
 * content was changed since gets a new version beside the one that people were scored with; one
 * that nobody uses yet is replaced. What is shipped is frozen, for no centre may edit it.
 */
export async function seedRubricLibrary(db: Db): Promise<void> {
  await db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('lokus: rubric library', 0))`;
      for (const rubric of RUBRIC_LIBRARY) await ship(tx, rubric);
    },
    { timeout: 60_000 },
  );
}

async function ship(tx: Tx, rubric: RubricSeed): Promise<void> {
  const rubricId = stableId(`rubric:${rubric.code}`);
  const names = { nameId: rubric.name[0], nameEn: rubric.name[1], source: rubric.source };
  await tx.rubric.upsert({
    where: { id: rubricId },
    create: { id: rubricId, code: rubric.code, purpose: rubric.purpose, ...names },
    update: names,
    select: { id: true },
  });
  const latest = await tx.rubricVersion.findFirst({
    where: { rubricId },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      frozenAt: true,
      scaleKind: true,
      weighting: true,
      criteria: { orderBy: { sortOrder: "asc" }, select: criterionSelect },
      _count: {
        select: {
          evaluationCohorts: true,
          transferCohorts: true,
          workCohorts: true,
          derived: true,
        },
      },
    },
  });
  if (latest && contentHash(latest.criteria) === contentHash(criteriaOf(rubric))) {
    if (!latest.frozenAt) await freeze(tx, latest.id);
    return;
  }
  const unused =
    latest && !latest.frozenAt && Object.values(latest._count).every((count) => count === 0);
  if (latest && unused) await tx.rubricVersion.delete({ where: { id: latest.id } });
  else if (latest && !latest.frozenAt) await freeze(tx, latest.id);
  const number = latest ? (unused ? latest.number : latest.number + 1) : 1;
  const id = rubricVersionId(rubric.code, number);
  await tx.rubricVersion.create({
    data: {
      id,
      rubricId,
      number,
      derivedFromId: latest && !unused ? latest.id : null,
      scaleKind: rubric.scale.kind,
      scaleMin: rubric.scale.min,
      scaleMax: rubric.scale.max,
      weighting: rubric.weighting,
      maxTotal: rubric.maxTotal ?? null,
    },
    select: { id: true },
  });
  await tx.criterion.createMany({
    data: criteriaOf(rubric).map((criterion) => ({
      id: criterionId(rubric.code, criterion.code, number),
      rubricVersionId: id,
      ...criterion,
    })),
  });
  await freeze(tx, id);
}

/** Once the criteria stand: the database refuses every change from then on. */
async function freeze(tx: Tx, id: string): Promise<void> {
  await tx.rubricVersion.update({
    where: { id },
    data: { frozenAt: new Date() },
    select: { id: true },
  });
}

const criterionSelect = {
  code: true,
  labelId: true,
  labelEn: true,
  definitionId: true,
  definitionEn: true,
  weight: true,
  reverse: true,
  mandatory: true,
  levels: true,
  sortOrder: true,
} as const;

function criteriaOf(rubric: RubricSeed) {
  return rubric.criteria.map((criterion, index) => ({
    code: criterion.code,
    labelId: criterion.label[0],
    labelEn: criterion.label[1],
    definitionId: criterion.definition[0],
    definitionEn: criterion.definition[1],
    weight: criterion.weight,
    reverse: criterion.reverse ?? false,
    mandatory: criterion.mandatory ?? false,
    levels: levelsSchema.parse(criterion.levels),
    sortOrder: index + 1,
  }));
}

import "server-only";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { RubricDefinition, RubricWeighting } from "@/lib/rubric/model";
import { levelsSchema } from "@/lib/rubric/schema";

const rubricSelect = {
  id: true,
  number: true,
  scaleKind: true,
  scaleMin: true,
  scaleMax: true,
  weighting: true,
  maxTotal: true,
  frozenAt: true,
  rubric: { select: { code: true } },
  criteria: {
    orderBy: { sortOrder: "asc" },
    select: {
      id: true,
      code: true,
      labelId: true,
      labelEn: true,
      definitionId: true,
      definitionEn: true,
      weight: true,
      reverse: true,
      mandatory: true,
      levels: true,
    },
  },
} satisfies Prisma.RubricVersionSelect;

type RawRubric = Prisma.RubricVersionGetPayload<{ select: typeof rubricSelect }>;

// A frozen version never changes (the database refuses it), so one read a process is enough.
const frozen = new Map<string, RubricDefinition>();

/** A rubric version as plain data. Throws when there is none: ids come from our own rows. */
export async function findRubric(reader: Reader, versionId: string): Promise<RubricDefinition> {
  const known = frozen.get(versionId);
  if (known) return known;
  const raw = await reader.rubricVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: rubricSelect,
  });
  const definition = toDefinition(raw);
  if (raw.frozenAt) frozen.set(versionId, definition);
  return definition;
}

function toDefinition(raw: RawRubric): RubricDefinition {
  return {
    id: raw.id,
    code: raw.rubric.code,
    version: raw.number,
    scale: { kind: raw.scaleKind, min: raw.scaleMin, max: raw.scaleMax, step: 1 },
    weighting: toWeighting(raw),
    criteria: raw.criteria.map((criterion) => ({
      id: criterion.id,
      code: criterion.code,
      label: { id: criterion.labelId, en: criterion.labelEn },
      definition: { id: criterion.definitionId, en: criterion.definitionEn },
      weight: criterion.weight,
      reverse: criterion.reverse,
      mandatory: criterion.mandatory,
      levels: levelsSchema.parse(criterion.levels),
    })),
  };
}

function toWeighting(raw: RawRubric): RubricWeighting {
  if (raw.weighting !== "LEVEL_TIMES_WEIGHT") return { kind: raw.weighting };
  const highest = raw.criteria.reduce((sum, criterion) => sum + criterion.weight * raw.scaleMax, 0);
  return { kind: "LEVEL_TIMES_WEIGHT", maxTotal: raw.maxTotal ?? highest };
}

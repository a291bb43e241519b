import "server-only";
import type { AuthorizedOffice } from "@/lib/center/policy";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { versionState } from "@/lib/rubric/completeness";
import {
  type CohortPurpose,
  type ComparableVersion,
  type ComparedVersion,
  localized,
  RUBRIC_PAGE,
  type RubricContent,
  type RubricDefinition,
  type RubricDetail,
  type RubricPurpose,
  type RubricRow,
  type RubricWeighting,
  type UsableRubric,
  type VersionRow,
} from "@/lib/rubric/model";
import { levelsSchema, type RubricsQuery } from "@/lib/rubric/schema";

const contentSelect = {
  scaleKind: true,
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

type RawContent = Prisma.RubricVersionGetPayload<{ select: typeof contentSelect }>;

const rubricSelect = {
  ...contentSelect,
  id: true,
  number: true,
  scaleMin: true,
  scaleMax: true,
  weighting: true,
  maxTotal: true,
  frozenAt: true,
  rubric: { select: { code: true } },
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
      label: localized(criterion.labelId, criterion.labelEn),
      definition: localized(criterion.definitionId, criterion.definitionEn),
      weight: criterion.weight,
      reverse: criterion.reverse,
      mandatory: criterion.mandatory,
      levels: levelsSchema.parse(criterion.levels).map(({ value, label }) => ({
        value,
        label: localized(label.id, label.en),
      })),
    })),
  };
}

function toWeighting(raw: RawRubric): RubricWeighting {
  if (raw.weighting !== "LEVEL_TIMES_WEIGHT") return { kind: raw.weighting };
  const highest = raw.criteria.reduce((sum, criterion) => sum + criterion.weight * raw.scaleMax, 0);
  return { kind: "LEVEL_TIMES_WEIGHT", maxTotal: raw.maxTotal ?? highest };
}

/** What a version says, as it was written. */
export function toContent(raw: RawContent): RubricContent {
  return {
    scaleKind: raw.scaleKind,
    criteria: raw.criteria.map(({ id: _, levels, ...criterion }) => ({
      ...criterion,
      levels: levelsSchema.parse(levels).map(({ value, label }) => ({
        value,
        labelId: label.id,
        labelEn: label.en,
      })),
    })),
  };
}

/** The centre's own rubrics and those that all centres share. */
function openTo({ centerId }: AuthorizedOffice): Prisma.RubricWhereInput {
  return { OR: [{ centerId: null }, { centerId }] };
}

const nameSelect = { nameId: true, nameEn: true } satisfies Prisma.RubricSelect;

/** A page of the library: the centre's own first, then the shared ones, by name. Two statements. */
export async function listRubrics(
  db: Reader,
  office: AuthorizedOffice,
  query: RubricsQuery,
): Promise<{ rows: RubricRow[]; total: number; page: number; pages: number }> {
  const contains = query.q && { contains: query.q, mode: "insensitive" as const };
  const where: Prisma.RubricWhereInput = {
    AND: [
      query.origin === "own"
        ? { centerId: office.centerId }
        : query.origin === "shared"
          ? { centerId: null }
          : openTo(office),
      query.purpose ? { purpose: query.purpose } : {},
      contains ? { OR: [{ nameId: contains }, { nameEn: contains }, { source: contains }] } : {},
    ],
  };
  const total = await db.rubric.count({ where });
  const pages = Math.max(1, Math.ceil(total / RUBRIC_PAGE));
  const page = Math.min(query.page, pages);
  const rubrics = await db.rubric.findMany({
    where,
    orderBy: [
      { centerId: { sort: "asc", nulls: "last" } },
      { purpose: "asc" },
      { nameId: "asc" },
      { id: "asc" },
    ],
    skip: (page - 1) * RUBRIC_PAGE,
    take: RUBRIC_PAGE,
    select: {
      id: true,
      centerId: true,
      ...nameSelect,
      purpose: true,
      source: true,
      _count: { select: { versions: true } },
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, frozenAt: true, ...contentSelect },
      },
    },
  });
  return {
    total,
    page,
    pages,
    rows: rubrics.map(({ versions: [latest], _count, ...rubric }) => ({
      id: rubric.id,
      name: localized(rubric.nameId, rubric.nameEn),
      purpose: rubric.purpose,
      source: rubric.source,
      shared: rubric.centerId === null,
      versions: _count.versions,
      latest: latest
        ? {
            number: latest.number,
            state: versionState(latest.frozenAt, toContent(latest)),
            scaleKind: latest.scaleKind,
            criteria: latest.criteria.length,
          }
        : null,
    })),
  };
}

/** Of a frozen version the content says nothing about its state. */
const EMPTY: RubricContent = { scaleKind: "SCALE_1_5", criteria: [] };

const versionSelect = {
  id: true,
  number: true,
  createdAt: true,
  frozenAt: true,
  derivedFrom: {
    select: { number: true, rubric: { select: { id: true, centerId: true, ...nameSelect } } },
  },
} satisfies Prisma.RubricVersionSelect;

/**
 * A rubric that is open to the centre, with one of its versions in full (the latest without
 * `number`), or null. Four statements; of the other versions only a draft's content is read, to say
 * whether it is complete.
 */
export async function findRubricDetail(
  db: Reader,
  office: AuthorizedOffice,
  rubricId: string,
  number: number | undefined,
): Promise<RubricDetail | null> {
  const rubric = await db.rubric.findFirst({
    where: { id: rubricId, ...openTo(office) },
    select: {
      id: true,
      centerId: true,
      ...nameSelect,
      purpose: true,
      source: true,
      versions: {
        orderBy: { number: "desc" },
        select: versionSelect,
      },
    },
  });
  const raw = rubric?.versions.find((version) => !number || version.number === number);
  if (!rubric || !raw) return null;
  const draft = rubric.versions.find(({ frozenAt }) => frozenAt === null);
  const written = await db.rubricVersion.findMany({
    where: { id: { in: [raw.id, ...(draft ? [draft.id] : [])] } },
    select: { id: true, ...contentSelect },
  });
  const contents = new Map(written.map((version) => [version.id, toContent(version)]));
  const shown = contents.get(raw.id);
  // Thrown away between the two statements.
  if (!shown) return null;
  const uses: Prisma.CohortWhereInput = {
    centerId: office.centerId,
    OR: [
      { evaluationRubricId: raw.id },
      { transferRubricId: raw.id },
      { workRubricId: raw.id },
      // Assignments keep the version that their cohort had when they were made.
      {
        assignments: {
          some: {
            OR: [
              { evaluationRubricId: raw.id },
              { transferRubricId: raw.id },
              { workRubricId: raw.id },
            ],
          },
        },
      },
    ],
  };
  const [cohorts, usesTotal] = await Promise.all([
    db.cohort.findMany({
      where: uses,
      orderBy: [{ startsOn: "desc" }, { id: "asc" }],
      take: 20,
      select: { id: true, name: true },
    }),
    db.cohort.count({ where: uses }),
  ]);
  const row = (version: (typeof rubric.versions)[number]): VersionRow => {
    const from = version.derivedFrom;
    const open = from && (from.rubric.centerId ?? office.centerId) === office.centerId;
    return {
      id: version.id,
      number: version.number,
      state: versionState(version.frozenAt, contents.get(version.id) ?? EMPTY),
      createdAt: version.createdAt,
      frozenAt: version.frozenAt,
      derivedFrom: open
        ? {
            rubricId: from.rubric.id,
            name: localized(from.rubric.nameId, from.rubric.nameEn),
            number: from.number,
          }
        : null,
    };
  };
  return {
    id: rubric.id,
    name: localized(rubric.nameId, rubric.nameEn),
    purpose: rubric.purpose,
    source: rubric.source,
    shared: rubric.centerId === null,
    versions: rubric.versions.map(row),
    shown: { ...row(raw), content: shown },
    uses: cohorts.map(({ id, name }) => ({ cohortId: id, name })),
    usesTotal,
  };
}

export interface RubricDraft {
  rubricId: string;
  versionId: string;
  number: number;
  basedOn: number;
  nameId: string;
  nameEn: string;
  source: string;
  purpose: RubricPurpose;
  content: RubricContent;
  /** A cohort has chosen it: it may be improved, but not left incomplete. */
  chosen: boolean;
}

/** The draft of a rubric of the centre's own, or null where there is none. */
export async function findDraft(
  db: Reader,
  { centerId }: AuthorizedOffice,
  rubricId: string,
): Promise<RubricDraft | null> {
  const draft = await db.rubricVersion.findFirst({
    where: { rubricId, frozenAt: null, rubric: { centerId } },
    select: {
      id: true,
      number: true,
      lockVersion: true,
      ...contentSelect,
      rubric: { select: { id: true, ...nameSelect, source: true, purpose: true } },
      _count: { select: { evaluationCohorts: true, transferCohorts: true, workCohorts: true } },
    },
  });
  if (!draft) return null;
  const { rubric, _count } = draft;
  return {
    rubricId: rubric.id,
    versionId: draft.id,
    number: draft.number,
    basedOn: draft.lockVersion,
    nameId: rubric.nameId,
    nameEn: rubric.nameEn,
    source: rubric.source,
    purpose: rubric.purpose,
    content: toContent(draft),
    chosen: Object.values(_count).some((count) => count > 0),
  };
}

/** A version that is open to the centre, to be derived from or compared; null where it is not. */
export async function findVersion(
  db: Reader,
  office: AuthorizedOffice,
  versionId: string,
): Promise<(ComparedVersion & { purpose: RubricPurpose; source: string }) | null> {
  const version = await db.rubricVersion.findFirst({
    where: { id: versionId, rubric: openTo(office) },
    select: {
      id: true,
      number: true,
      ...contentSelect,
      rubric: { select: { id: true, ...nameSelect, purpose: true, source: true } },
    },
  });
  if (!version) return null;
  return {
    versionId: version.id,
    rubricId: version.rubric.id,
    name: localized(version.rubric.nameId, version.rubric.nameEn),
    number: version.number,
    purpose: version.rubric.purpose,
    source: version.rubric.source,
    content: toContent(version),
  };
}

/** How many versions are offered for comparing: the newest of the purpose. */
const COMPARABLE = 200;

/** Versions of one purpose that are open to the centre, to choose from. */
export async function listComparable(
  db: Reader,
  office: AuthorizedOffice,
  purpose: RubricPurpose,
): Promise<ComparableVersion[]> {
  const versions = await db.rubricVersion.findMany({
    where: { rubric: { purpose, ...openTo(office) } },
    orderBy: [{ rubric: { nameId: "asc" } }, { rubricId: "asc" }, { number: "desc" }],
    take: COMPARABLE,
    select: { id: true, number: true, rubric: { select: nameSelect } },
  });
  return versions.map(({ id, number, rubric }) => ({
    versionId: id,
    number,
    name: localized(rubric.nameId, rubric.nameEn),
  }));
}

/**
 * The versions that cohorts of a centre may choose, for each purpose: those that are complete, its
 * own and the shared ones, by name, the newest version first. One statement, which asks the database
 * what it would accept.
 */
export async function listUsableRubrics(db: Reader, centerId: string): Promise<UsableRubric[]> {
  const rows = await db.$queryRaw<
    {
      id: string;
      rubricId: string;
      number: number;
      purpose: CohortPurpose;
      code: string;
      nameId: string;
      nameEn: string;
      shared: boolean;
    }[]
  >`
    SELECT v.id, r.id AS "rubricId", v.number, r.purpose, r.code, r.name_id AS "nameId",
           r.name_en AS "nameEn", r.center_id IS NULL AS shared
    FROM rubric_versions v JOIN rubrics r ON r.id = v.rubric_id
    WHERE (r.center_id IS NULL OR r.center_id = ${centerId}::uuid)
      AND r.purpose IN ('EVALUATION', 'TRANSFER_READINESS', 'PARTICIPANT_WORK')
      AND rubric_version_usable(v.id)
    ORDER BY r.name_id, r.id, v.number DESC`;
  return rows.map(({ id, rubricId, number, purpose, code, nameId, nameEn, shared }) => ({
    versionId: id,
    rubricId,
    number,
    purpose,
    code,
    name: localized(nameId, nameEn),
    shared,
  }));
}

import "server-only";
import type { z } from "zod";
import { type AuthorizedOffice, authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";
import { type AuditPayloads, audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { contentHash } from "@/lib/platform/ids";
import { type Refusal, type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";
import { contentIssues, maxTotalOf } from "@/lib/rubric/completeness";
import { findVersion, toContent } from "@/lib/rubric/data";
import { compareRubrics } from "@/lib/rubric/difference";
import { type CriterionContent, type RubricContent, SCALES, SCALES_OF } from "@/lib/rubric/model";
import {
  type addVersionSchema,
  type createRubricSchema,
  levelsSchema,
  type rubricDraftSchema,
  type saveRubricSchema,
} from "@/lib/rubric/schema";

type CreateRubric = z.output<typeof createRubricSchema>;
type AddVersion = z.output<typeof addVersionSchema>;
type SaveRubric = z.output<typeof saveRubricSchema>;
type RubricDraftRef = z.output<typeof rubricDraftSchema>;

/**
 * Makes a rubric of the centre's own with a first draft: empty, or with what a version says that is
 * open to the centre. What it is for, and with a version also the scale, follow from that version.
 */
export function createRubric(
  ctx: Context,
  actor: Actor,
  input: CreateRubric,
): Promise<Result<{ rubricId: string }>> {
  return command<{ rubricId: string }>(ctx, actor, "CREATE_RUBRIC", input, async (tx, office) => {
    const from = input.fromVersionId && (await findVersion(tx, office, input.fromVersionId));
    if (input.fromVersionId && !from) return refuse("not_found");
    const scaleKind = from ? from.content.scaleKind : input.scaleKind;
    const purpose = from ? from.purpose : input.purpose;
    if (!SCALES_OF[purpose].includes(scaleKind)) return offScale();
    if (await isNameTaken(tx, office, input.nameId, null)) return nameTaken();

    // Two at the same moment: the second meets the unique code and is told that the name is taken.
    const [rubric] = await tx.rubric.createManyAndReturn({
      data: [
        {
          centerId: office.centerId,
          code: codeOf(input.nameId),
          nameId: input.nameId,
          nameEn: input.nameEn,
          purpose,
          source: input.source,
        },
      ],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!rubric) return nameTaken();
    const content = from ? from.content : { scaleKind, criteria: [] };
    const versionId = await createVersion(tx, ctx, {
      rubricId: rubric.id,
      number: 1,
      derivedFromId: from ? from.versionId : null,
      content,
    });
    await note(tx, ctx, actor, office, input, {
      type: from ? "rubric.derived" : "rubric.created",
      rubricId: rubric.id,
      payload: { versionId, fromVersionId: from ? from.versionId : null },
    });
    return success({ rubricId: rubric.id });
  });
}

/**
 * Makes the next version of a rubric, as a draft with what the last one says. Where there is a draft
 * already, that one is meant: a rubric has one at a time.
 */
export function addRubricVersion(
  ctx: Context,
  actor: Actor,
  input: AddVersion,
): Promise<Result<{ versionId: string }>> {
  return command<{ versionId: string }>(
    ctx,
    actor,
    "ADD_RUBRIC_VERSION",
    input,
    async (tx, office) => {
      const { rubricId } = input;
      await tx.$queryRaw`SELECT 1 FROM rubrics WHERE id = ${rubricId}::uuid FOR UPDATE`;
      const last = await tx.rubricVersion.findFirst({
        where: { rubricId, rubric: { centerId: office.centerId } },
        orderBy: { number: "desc" },
        select: { id: true, number: true, frozenAt: true },
      });
      if (!last) return refuse("not_found");
      if (!last.frozenAt) return success({ versionId: last.id });
      const from = await findVersion(tx, office, last.id);
      if (!from) return refuse("not_found");
      const versionId = await createVersion(tx, ctx, {
        rubricId,
        number: last.number + 1,
        derivedFromId: last.id,
        content: from.content,
      });
      await note(tx, ctx, actor, office, input, {
        type: "rubric.version_added",
        rubricId,
        payload: { versionId, number: last.number + 1 },
      });
      return success({ versionId });
    },
  );
}

/**
 * Writes a draft as a whole. It may be incomplete, unless a cohort has chosen it. Answers with what
 * the next save is based on.
 */
export function saveRubricDraft(
  ctx: Context,
  actor: Actor,
  input: SaveRubric,
): Promise<Result<{ basedOn: number }>> {
  return command<{ basedOn: number }>(
    ctx,
    actor,
    "SAVE_RUBRIC_DRAFT",
    input,
    async (tx, office) => {
      const draft = await lockDraft(tx, office, input);
      if (!draft.ok) return draft;
      const { value: before } = draft;
      if (!SCALES_OF[before.rubric.purpose].includes(input.scaleKind)) return offScale();
      const content: RubricContent = { scaleKind: input.scaleKind, criteria: input.criteria };
      const issues = before.chosen ? contentIssues(content) : [];
      if (issues.length > 0) return refuse("invalid", { issues });
      if (await isNameTaken(tx, office, input.nameId, before.rubricId)) return nameTaken();

      await tx.rubric.update({
        where: { id: before.rubricId },
        data: { nameId: input.nameId, nameEn: input.nameEn, source: input.source },
        select: { id: true },
      });
      await tx.criterion.deleteMany({ where: { rubricVersionId: input.versionId } });
      const { lockVersion } = await tx.rubricVersion.update({
        where: { id: input.versionId },
        data: { ...scaleColumns(content), lockVersion: { increment: 1 } },
        select: { lockVersion: true },
      });
      await createCriteria(tx, input.versionId, content.criteria);
      const { counts } = compareRubrics(before.content, content);
      await note(tx, ctx, actor, office, input, {
        type: "rubric.draft_saved",
        rubricId: before.rubricId,
        payload: {
          versionId: input.versionId,
          version: lockVersion,
          added: counts.added,
          removed: counts.removed,
          changed: counts.changed,
          before: contentHash(before.content),
          after: contentHash(content),
        },
      });
      return success({ basedOn: lockVersion });
    },
  );
}

/** Ends the editing of a complete draft. What is frozen never changes again. */
export function freezeRubricVersion(
  ctx: Context,
  actor: Actor,
  input: RubricDraftRef,
): Promise<Result<null>> {
  return command<null>(ctx, actor, "FREEZE_RUBRIC_VERSION", input, async (tx, office) => {
    const draft = await lockDraft(tx, office, input);
    if (!draft.ok) return draft;
    const issues = contentIssues(draft.value.content);
    if (issues.length > 0) return refuse("invalid", { issues });
    await tx.rubricVersion.update({
      where: { id: input.versionId },
      data: { frozenAt: ctx.clock.now() },
      select: { id: true },
    });
    await note(tx, ctx, actor, office, input, {
      type: "rubric.frozen",
      rubricId: draft.value.rubricId,
      payload: { versionId: input.versionId, number: draft.value.number },
    });
    return success(null);
  });
}

/**
 * Throws away a draft that no cohort has chosen; with its only version the rubric goes too. Answers
 * with the rubric that is left, or null.
 */
export function discardRubricDraft(
  ctx: Context,
  actor: Actor,
  input: RubricDraftRef,
): Promise<Result<{ rubricId: string | null }>> {
  return command<{ rubricId: string | null }>(
    ctx,
    actor,
    "DISCARD_RUBRIC_DRAFT",
    input,
    async (tx, office) => {
      const draft = await lockDraft(tx, office, input);
      if (!draft.ok) return draft;
      const { rubricId, number, chosen } = draft.value;
      if (chosen) return refuse("forbidden");
      await tx.rubricVersion.delete({ where: { id: input.versionId }, select: { id: true } });
      const left = await tx.rubricVersion.count({ where: { rubricId } });
      if (left === 0) await tx.rubric.delete({ where: { id: rubricId }, select: { id: true } });
      await note(tx, ctx, actor, office, input, {
        type: "rubric.draft_discarded",
        rubricId,
        payload: { versionId: input.versionId, number },
      });
      return success({ rubricId: left === 0 ? null : rubricId });
    },
  );
}

// ------------------------------------------------------------------------------------------------

type Work<T> = (tx: Tx, office: AuthorizedOffice<"organize">) => Promise<Result<T>>;

/** Rubrics of a centre are made by those who set up its cohorts. */
function command<T>(
  ctx: Context,
  actor: Actor,
  type: string,
  input: { commandId: string; centerId: string },
  work: Work<T>,
): Promise<Result<T>> {
  const envelope = envelopeOf(actor, type, input);
  return runCommand<T>(ctx, envelope, async (tx) => {
    const office = authorizeOffice(actor, input.centerId, "organize");
    return office ? work(tx, office) : refuse("not_found");
  });
}

type RubricEvent = Extract<keyof AuditPayloads, `rubric.${string}`>;

function note<T extends RubricEvent>(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { centerId }: AuthorizedOffice,
  { commandId }: { commandId: string },
  { type, rubricId, payload }: { type: T; rubricId: string; payload: AuditPayloads[T] },
): Promise<void> {
  const role = actor.staff.find((staff) => staff.centerId === centerId)?.role ?? "ORGANIZER";
  return audit(tx, {
    type,
    at: ctx.clock.now(),
    actorId: actor.personId,
    actor: { role },
    centerId,
    subject: { type: "rubric", id: rubricId },
    payload,
    commandId,
  });
}

const offScale = (): Refusal =>
  refuse("invalid", { issues: [{ path: "scaleKind", code: "invalid_choice" }] });
const nameTaken = (): Refusal =>
  refuse("invalid", { issues: [{ path: "nameId", code: "name_taken" }] });

async function isNameTaken(
  tx: Tx,
  { centerId }: AuthorizedOffice,
  nameId: string,
  exceptId: string | null,
): Promise<boolean> {
  const same = await tx.rubric.count({
    where: {
      centerId,
      nameId: { equals: nameId, mode: "insensitive" },
      ...(exceptId ? { id: { not: exceptId } } : {}),
    },
  });
  return same > 0;
}

/** The code under which machines know a rubric; it stays when the name is changed. */
function codeOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 48);
  // Of a renamed rubric the old code stands; the name's own digest keeps the two apart.
  return `${plain || "rubrik"}-${contentHash(name.toLowerCase()).slice(0, 6)}`;
}

function scaleColumns(content: RubricContent) {
  const { min, max, weighting } = SCALES[content.scaleKind];
  return {
    scaleKind: content.scaleKind,
    scaleMin: min,
    scaleMax: max,
    weighting,
    maxTotal: maxTotalOf(content),
  };
}

async function createVersion(
  tx: Tx,
  ctx: Context,
  version: {
    rubricId: string;
    number: number;
    derivedFromId: string | null;
    content: RubricContent;
  },
): Promise<string> {
  const { id } = await tx.rubricVersion.create({
    data: {
      rubricId: version.rubricId,
      number: version.number,
      derivedFromId: version.derivedFromId,
      createdAt: ctx.clock.now(),
      ...scaleColumns(version.content),
    },
    select: { id: true },
  });
  await createCriteria(tx, id, version.content.criteria);
  return id;
}

async function createCriteria(
  tx: Tx,
  versionId: string,
  criteria: readonly CriterionContent[],
): Promise<void> {
  await tx.criterion.createMany({
    data: criteria.map(({ levels, ...criterion }, index) => ({
      ...criterion,
      rubricVersionId: versionId,
      levels: levelsSchema.parse(
        levels.map(({ value, labelId, labelEn }) => ({
          value,
          label: { id: labelId, en: labelEn },
        })),
      ) satisfies Prisma.InputJsonValue,
      sortOrder: index + 1,
    })),
  });
}

interface LockedDraft {
  rubricId: string;
  number: number;
  rubric: { purpose: keyof typeof SCALES_OF };
  content: RubricContent;
  chosen: boolean;
}

/**
 * A draft of the centre's own under a lock, so that nobody freezes it meanwhile: an assignment that
 * is made in this moment waits.
 */
async function lockDraft(
  tx: Tx,
  { centerId }: AuthorizedOffice,
  { versionId, basedOn }: { versionId: string; basedOn: number },
): Promise<Result<LockedDraft>> {
  await tx.$queryRaw`SELECT 1 FROM rubric_versions WHERE id = ${versionId}::uuid FOR UPDATE`;
  const draft = await tx.rubricVersion.findFirst({
    where: { id: versionId, rubric: { centerId } },
    select: {
      rubricId: true,
      number: true,
      frozenAt: true,
      lockVersion: true,
      scaleKind: true,
      criteria: { orderBy: { sortOrder: "asc" } },
      rubric: { select: { purpose: true } },
      _count: { select: { evaluationCohorts: true, transferCohorts: true, workCohorts: true } },
    },
  });
  if (!draft) return refuse("not_found");
  if (draft.frozenAt) return refuse("conflict", { details: { cause: "frozen" } });
  if (draft.lockVersion !== basedOn) {
    return refuse("conflict", { details: { cause: "stale" } });
  }
  return success({
    rubricId: draft.rubricId,
    number: draft.number,
    rubric: draft.rubric,
    content: toContent(draft),
    chosen: Object.values(draft._count).some((count) => count > 0),
  });
}

import "server-only";
import type { StageKind } from "@/lib/assignment/model";
import type { AuthorizedAssigning } from "@/lib/cohort/policy";
import { EXTENSION_PAGE, type ExtensionRow, type StageExtension } from "@/lib/extension/model";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";

interface RawRow extends Omit<ExtensionRow, "at" | "dueTo"> {
  at: Date;
  dueTo: Date;
  total: number;
}

/**
 * A page of the extensions of a cohort, the latest first; a facilitator sees those that reached the
 * facilitator's own participants, and counts these alone. One statement.
 */
export async function listExtensions(
  reader: Reader,
  { cohortId, scope }: AuthorizedAssigning,
  asked: number,
): Promise<{ rows: ExtensionRow[]; page: number; pages: number }> {
  const mine =
    scope.kind === "allocated"
      ? Prisma.sql`AND e.facilitator_id = ${scope.facilitatorEnrolmentId}::uuid`
      : Prisma.empty;
  const rows = await reader.$queryRaw<RawRow[]>`
    WITH reached AS (
      SELECT x.id, count(DISTINCT a.enrolment_id)::int AS people, max(xs.due_to) AS due_to
      FROM extensions x
      JOIN extended_stages xs ON xs.extension_id = x.id
      JOIN stages s ON s.id = xs.stage_id AND s.kind = x.kind
      JOIN assignments a ON a.id = s.assignment_id
      JOIN enrolments e ON e.id = a.enrolment_id
      WHERE x.cohort_id = ${cohortId}::uuid ${mine}
      GROUP BY x.id
    ), counted AS (
      SELECT count(*)::int AS total,
        least(${asked}::int, greatest(1, ceil(count(*) / ${EXTENSION_PAGE}::numeric)))::int AS page
      FROM reached
    )
    SELECT x.id, x.kind::text AS stage, x.audience::text AS audience, x.audience_name AS "audienceName",
      r.people, x.granted_at AS at, r.due_to AS "dueTo", x.granter_name AS by, x.reason, counted.total
    FROM counted, reached r JOIN extensions x ON x.id = r.id
    ORDER BY x.granted_at DESC, x.id DESC
    LIMIT ${EXTENSION_PAGE} OFFSET (SELECT (page - 1) * ${EXTENSION_PAGE}::int FROM counted)`;
  const pages = Math.max(1, Math.ceil((rows[0]?.total ?? 0) / EXTENSION_PAGE));
  return {
    rows: rows.map(({ total: _, at, dueTo, ...row }) => ({
      ...row,
      at: at.toISOString(),
      dueTo: dueTo.toISOString(),
    })),
    page: Math.min(asked, pages),
    pages,
  };
}

/** Whom an actor may give time: participants with their group, in the order of the roster. One statement. */
export function listExtendable(
  reader: Reader,
  { cohortId, scope, assignerId }: AuthorizedAssigning,
): Promise<{ id: string; name: string; groupId: string | null; group: string | null }[]> {
  const mine =
    scope.kind === "allocated"
      ? Prisma.sql`AND e.facilitator_id = ${scope.facilitatorEnrolmentId}::uuid`
      : Prisma.empty;
  return reader.$queryRaw`
    SELECT e.id, e.full_name AS name, e.group_id AS "groupId", g.name AS "group"
    FROM enrolments e LEFT JOIN groups g ON g.id = e.group_id
    WHERE e.cohort_id = ${cohortId}::uuid AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL
      AND e.person_id <> ${assignerId}::uuid ${mine}
      AND EXISTS (SELECT 1 FROM assignments a WHERE a.enrolment_id = e.id AND a.cancelled_at IS NULL)
    ORDER BY g.sort_order NULLS LAST, e.roster_number`;
}

/** What of an assignment's stages the history of its extensions is read from. */
export const extensionSelect = {
  dueFrom: true,
  dueTo: true,
  extension: {
    select: { id: true, kind: true, grantedAt: true, granterName: true, reason: true },
  },
} satisfies Prisma.ExtendedStageSelect;

type RawExtension = Prisma.ExtendedStageGetPayload<{ select: typeof extensionSelect }>;

/** The extensions that a stage was given. */
export function toExtensions(stage: StageKind, rows: readonly RawExtension[]): StageExtension[] {
  return rows.map(({ dueFrom, dueTo, extension }) => ({
    id: `${extension.id} ${stage}`,
    stage,
    at: extension.grantedAt.toISOString(),
    dueFrom: dueFrom.toISOString(),
    dueTo: dueTo.toISOString(),
    by: extension.granterName,
    reason: extension.reason,
  }));
}

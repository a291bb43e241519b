import "server-only";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import type { Concealed } from "@/lib/feedback/concealing";
import {
  byInnovation,
  CANDIDATE_PAGE,
  type CandidateRow,
  FEEDBACK_BOUNDS,
  type FindingKind,
  type FindingRow,
  type HostFeedback,
  type HostLinkRow,
  type ReleaseDto,
  sourceProblem,
  type ToldFinding,
} from "@/lib/feedback/model";
import type { LiveHostLink } from "@/lib/feedback/policy";
import type { FeedbackQuery } from "@/lib/feedback/schema";
import type { Reader } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { contentHash } from "@/lib/platform/ids";
import { derivedToken, tokenHash } from "@/lib/platform/secret";

const { sql } = Prisma;

/**
 * What participants of a cohort wrote in work that is approved now and could be told to the host. No author
 * is among the columns; `person_id` is counted and never selected.
 */
function candidates(cohortId: string): Prisma.Sql {
  return sql`
    live AS (
      SELECT a.innovation_id, e.agency_id, person_behind(e.person_id) AS person_id, s.kind,
             s.latest_revision_id AS revision_id
      FROM assignments a
      JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
      JOIN stages s ON s.assignment_id = a.id AND s.state = 'APPROVED'
      WHERE a.cohort_id = ${cohortId}::uuid AND a.cancelled_at IS NULL
    ),
    candidate AS (
      SELECT 'STRENGTH' AS kind, l.innovation_id, l.person_id, l.revision_id, i.item_id, i.text,
             NULL::text AS detail, NULL::uuid AS agency_id
      FROM live l JOIN strengths i ON i.revision_id = l.revision_id
      UNION ALL
      SELECT 'OBSTACLE', l.innovation_id, l.person_id, l.revision_id, i.item_id, i.title,
             i.category::text, NULL
      FROM live l JOIN obstacles i ON i.revision_id = l.revision_id AND i.locus IN ('HOST', 'BOTH')
      UNION ALL
      -- Advice to the host, and what was chosen against an obstacle that the host has.
      SELECT 'SOLUTION', l.innovation_id, l.person_id, l.revision_id, i.item_id, i.title,
             i.transfer_type::text, NULL
      FROM live l JOIN revisions r ON r.id = l.revision_id
      JOIN solutions i ON i.revision_id = r.id AND i.selected
      WHERE i.for_host OR EXISTS (
        SELECT 1 FROM obstacles o WHERE o.revision_id = r.upstream_revision_id
          AND o.item_id = i.obstacle_item_id AND o.locus IN ('HOST', 'BOTH'))
      UNION ALL
      SELECT 'ADOPTION', l.innovation_id, l.person_id, l.revision_id, l.revision_id, ag.name, NULL, ag.id
      FROM live l JOIN agencies ag ON ag.id = l.agency_id WHERE l.kind = 'PLAN'
    )`;
}

type RawCandidate = CandidateRow & { total: number };

/** A page of what could become a finding; what several wrote in the same words is one. One statement. */
export async function listCandidates(
  reader: Reader,
  cohort: AuthorizedCohortId,
  { innovation, kind, page }: Pick<FeedbackQuery, "innovation" | "kind" | "page">,
): Promise<{ rows: CandidateRow[]; total: number; page: number; pages: number }> {
  const rows = await reader.$queryRaw<RawCandidate[]>`
    WITH ${candidates(cohort)},
    found AS (
      SELECT c.kind, c.innovation_id, min(c.text) AS text, min(c.detail) AS detail,
             json_agg(json_build_object('revisionId', c.revision_id, 'itemId', c.item_id)
               ORDER BY c.revision_id, c.item_id) AS refs,
             count(DISTINCT c.person_id)::int AS sources,
             bool_or(EXISTS (
               SELECT 1 FROM finding_sources x JOIN findings f ON f.id = x.finding_id
               WHERE x.revision_id = c.revision_id AND x.item_id = c.item_id
                 AND f.removed_at IS NULL)) AS used
      FROM candidate c
      WHERE (${innovation ?? null}::uuid IS NULL OR c.innovation_id = ${innovation ?? null}::uuid)
        AND (${kind ?? null}::text IS NULL OR c.kind = ${kind ?? null}::text)
      GROUP BY c.kind, c.innovation_id, c.agency_id, lower(btrim(c.text))
    ),
    counted AS (
      SELECT count(*)::int AS total,
        least(${page}::int, greatest(1, ceil(count(*) / ${CANDIDATE_PAGE}::numeric)))::int AS page
      FROM found
    )
    SELECT f.kind, f.innovation_id AS "innovationId", i.name AS innovation, f.text, f.detail, f.refs,
           f.sources, f.used AS "isUsed", counted.total
    FROM counted, found f JOIN innovations i ON i.id = f.innovation_id
    ORDER BY i.sort_order, i.code, i.id,
      array_position(ARRAY['STRENGTH', 'OBSTACLE', 'SOLUTION', 'ADOPTION'], f.kind),
      f.sources DESC, f.text
    LIMIT ${CANDIDATE_PAGE}
    OFFSET (SELECT (c.page - 1) * ${CANDIDATE_PAGE}::int FROM counted c)`;
  const total = rows[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / CANDIDATE_PAGE));
  return {
    rows: rows.map(({ total: _, ...row }) => row),
    total,
    page: Math.min(page, pages),
    pages,
  };
}

/** Which of some items may be a source of a finding of a kind and innovation; agencies of plans with it. */
export async function findSources(
  reader: Reader,
  of: { cohortId: string; innovationId: string; kind: FindingKind; revisionIds: readonly string[] },
): Promise<{ revisionId: string; itemId: string; agencyId: string | null }[]> {
  return reader.$queryRaw`
    WITH ${candidates(of.cohortId)}
    SELECT c.revision_id AS "revisionId", c.item_id AS "itemId", c.agency_id AS "agencyId"
    FROM candidate c
    WHERE c.innovation_id = ${of.innovationId}::uuid AND c.kind = ${of.kind}
      AND c.revision_id = ANY(${[...of.revisionIds]}::uuid[])`;
}

/** The findings of a cohort as they stand, with what the host answered. One statement. */
export async function listFindings(reader: Reader, cohortId: string): Promise<FindingRow[]> {
  return reader.$queryRaw<FindingRow[]>`
    SELECT f.id, f.kind::text AS kind, f.innovation_id AS "innovationId", i.name AS innovation,
           i.host_region_id AS "hostRegionId", u.name AS unit, f.text, finding_source_count(f.id) AS sources,
           f.word_reason AS word, f.version, r.text AS "releasedText",
           coalesce((
             SELECT json_agg(json_build_object('label', l.label, 'answer', p.answer, 'note', p.note,
                      'version', p.version, 'at', to_char(p.answered_at AT TIME ZONE 'UTC',
                        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) ORDER BY p.answered_at, l.label)
             FROM host_responses p JOIN host_links l ON l.id = p.link_id
             WHERE p.finding_id = f.id AND p.version = (
               SELECT max(o.version) FROM host_responses o
               WHERE o.link_id = p.link_id AND o.finding_id = p.finding_id)
           ), '[]') AS responses
    FROM findings f JOIN innovations i ON i.id = f.innovation_id
    LEFT JOIN host_units u ON u.id = i.host_unit_id
    LEFT JOIN released_findings r ON r.finding_id = f.id AND r.release_id = (
      SELECT t.id FROM finding_releases t WHERE t.cohort_id = f.cohort_id
        AND t.withdrawn_at IS NULL
        AND t.number = (SELECT max(o.number) FROM finding_releases o WHERE o.cohort_id = t.cohort_id))
    WHERE f.cohort_id = ${cohortId}::uuid AND f.removed_at IS NULL
    ORDER BY i.sort_order, i.code, i.id, f.kind, f.created_at, f.id
    LIMIT ${FEEDBACK_BOUNDS.findings}`;
}

/** What a release of these findings would say: the same digest is the same release. */
export function releaseDigest(findings: readonly FindingRow[]): string {
  return contentHash(
    findings.map(({ id, text, sources, word, version }) => ({
      id,
      text,
      sources,
      word,
      version,
    })),
  );
}

/** The last release of a cohort, withdrawn or not; null where nothing was ever released. */
export async function findRelease(reader: Reader, cohortId: string): Promise<ReleaseDto | null> {
  const release = await reader.findingRelease.findFirst({
    where: { cohortId },
    orderBy: { number: "desc" },
    select: {
      number: true,
      findings: true,
      releaserName: true,
      releasedAt: true,
      withdrawnAt: true,
    },
  });
  return (
    release && {
      ...release,
      releasedAt: release.releasedAt.toISOString(),
      withdrawnAt: release.withdrawnAt?.toISOString() ?? null,
    }
  );
}

/** The innovations and the hosts that a cohort's findings can be about. One statement. */
export async function listSubjects(
  reader: Reader,
  cohort: AuthorizedCohortId,
): Promise<{
  innovations: { id: string; name: string }[];
  hosts: { id: string; name: string }[];
}> {
  const rows = await reader.$queryRaw<{ of: "innovation" | "host"; id: string; name: string }[]>`
    SELECT 'innovation' AS of, i.id, i.name, i.sort_order AS place FROM innovations i
    WHERE EXISTS (SELECT 1 FROM assignments a
      WHERE a.cohort_id = ${cohort}::uuid AND a.innovation_id = i.id)
    UNION ALL
    SELECT 'host', h.id, h.name, 0 FROM host_regions h
    WHERE EXISTS (SELECT 1 FROM visits v
      WHERE v.cohort_id = ${cohort}::uuid AND v.host_region_id = h.id)
    ORDER BY place, name, id`;
  const of = (wanted: "innovation" | "host") =>
    rows.flatMap(({ of: is, id, name }) => (is === wanted ? { id, name } : []));
  return { innovations: of("innovation"), hosts: of("host") };
}

/** The links of a cohort, the latest first. */
export async function listHostLinks(
  reader: Reader,
  cohort: AuthorizedCohortId,
  now: Date,
): Promise<HostLinkRow[]> {
  const links = await reader.$queryRaw<
    (Omit<HostLinkRow, "createdAt" | "expiresAt" | "revokedAt" | "isLive"> & {
      createdAt: Date;
      expiresAt: Date;
      revokedAt: Date | null;
    })[]
  >`
    SELECT l.id, l.label, h.name AS "hostRegion", l.created_at AS "createdAt",
      l.expires_at AS "expiresAt", l.revoked_at AS "revokedAt",
      (SELECT count(DISTINCT p.finding_id)::int FROM host_responses p WHERE p.link_id = l.id) AS answers
    FROM host_links l JOIN host_regions h ON h.id = l.host_region_id
    WHERE l.cohort_id = ${cohort}::uuid
    ORDER BY l.created_at DESC, l.id DESC
    LIMIT ${FEEDBACK_BOUNDS.links}`;
  return links.map((link) => ({
    ...link,
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    revokedAt: link.revokedAt?.toISOString() ?? null,
    isLive: link.revokedAt === null && link.expiresAt > now,
  }));
}

/** Whom no released text may name: everybody who is or was in the cohort. */
export async function listConcealed(reader: Reader, cohortId: string): Promise<Concealed[]> {
  return reader.$queryRaw<Concealed[]>`
    SELECT e.full_name AS name, e.id_number AS "idNumber" FROM enrolments e
    WHERE e.cohort_id = ${cohortId}::uuid
    UNION
    SELECT p.display_name, p.id_number FROM enrolments e JOIN people p ON p.id = e.person_id
    WHERE e.cohort_id = ${cohortId}::uuid`;
}

// By the host's link -------------------------------------------------------------------------------

/** The token of a host's link. */
export function hostToken(linkId: string): string {
  return derivedToken("host-link", linkId);
}

export function hostLinkUrl(linkId: string): string {
  return new URL(`/feedback/${hostToken(linkId)}`, env().APP_URL).href;
}

/** The link behind a token while it works, or null: unknown, past and revoked ones look the same. */
export async function findHostLink(
  reader: Reader,
  token: string,
  now: Date,
): Promise<LiveHostLink | null> {
  const link = await reader.hostLink.findUnique({
    where: {
      tokenHash: tokenHash(token),
      revokedAt: null,
      expiresAt: { gt: now },
      cohort: { state: { not: "DRAFT" } },
    },
    select: {
      id: true,
      label: true,
      expiresAt: true,
      cohortId: true,
      hostRegionId: true,
      cohort: { select: { centerId: true } },
    },
  });
  if (!link) return null;
  const { cohort, ...rest } = link;
  return { ...rest, centerId: cohort.centerId } as LiveHostLink;
}

type RawTold = ToldFinding & { innovationId: string };

/** What a host reads by a link: what the last release says of its own innovations. Two statements. */
export async function readHostFeedback(reader: Reader, link: LiveHostLink): Promise<HostFeedback> {
  const place = await readPlace(reader, link);
  const rows = await reader.$queryRaw<
    (RawTold & { innovation: string; unit: string | null; releasedAt: Date })[]
  >`
    SELECT f.finding_id AS id, f.kind::text AS kind, f.text, f.innovation_id AS "innovationId",
           i.name AS innovation, u.name AS unit, r.released_at AS "releasedAt",
           (SELECT json_build_object('answer', p.answer, 'note', p.note, 'version', p.version,
              'at', to_char(p.answered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
            FROM host_responses p
            WHERE p.link_id = ${link.id}::uuid AND p.finding_id = f.finding_id
            ORDER BY p.version DESC LIMIT 1) AS response
    FROM finding_releases r
    JOIN released_findings f ON f.release_id = r.id
    JOIN innovations i ON i.id = f.innovation_id AND i.host_region_id = ${link.hostRegionId}::uuid
    LEFT JOIN host_units u ON u.id = i.host_unit_id
    WHERE r.cohort_id = ${link.cohortId}::uuid AND r.withdrawn_at IS NULL
      AND r.number = (SELECT max(o.number) FROM finding_releases o WHERE o.cohort_id = r.cohort_id)
    ORDER BY f.sort_order`;
  return {
    ...place,
    label: link.label,
    expiresAt: link.expiresAt.toISOString(),
    releasedAt: rows[0]?.releasedAt.toISOString() ?? null,
    innovations: byInnovation(rows).map(({ innovationId, findings }) => ({
      id: innovationId,
      name: findings[0]?.innovation ?? "",
      unit: findings[0]?.unit ?? null,
      findings: findings.map(({ id, kind, text, response }) => ({ id, kind, text, response })),
    })),
  };
}

async function readPlace(
  reader: Reader,
  { cohortId, hostRegionId }: { cohortId: string; hostRegionId: string },
) {
  const [place] = await reader.$queryRaw<
    Pick<HostFeedback, "centerName" | "hostRegion" | "program" | "cohort" | "timeZone">[]
  >`
    SELECT t.name AS "centerName", h.name AS "hostRegion", c.program, c.name AS cohort,
      c.time_zone AS "timeZone"
    FROM cohorts c JOIN training_centers t ON t.id = c.center_id, host_regions h
    WHERE c.id = ${cohortId}::uuid AND h.id = ${hostRegionId}::uuid`;
  if (!place) throw new Error("a link leads to a cohort and a host");
  return place;
}

/** What the host would read if the findings were released now, for staff. One statement. */
export async function previewFeedback(
  reader: Reader,
  cohort: AuthorizedCohortId,
  { hostRegionId, findings }: { hostRegionId: string; findings: readonly FindingRow[] },
): Promise<HostFeedback> {
  const place = await readPlace(reader, { cohortId: cohort, hostRegionId });
  const own = findings.filter(
    (finding) => finding.hostRegionId === hostRegionId && sourceProblem(finding) === null,
  );
  return {
    ...place,
    label: "",
    expiresAt: "",
    releasedAt: null,
    innovations: byInnovation(own).map(({ innovationId, findings: told }) => ({
      id: innovationId,
      name: told[0]?.innovation ?? "",
      unit: told[0]?.unit ?? null,
      findings: told.map(({ id, kind, text }) => ({ id, kind, text, response: null })),
    })),
  };
}

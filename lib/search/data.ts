import "server-only";
import { STAGE_SLUGS, type StageKind } from "@/lib/assignment/model";
import { cohortPath } from "@/lib/cohort/model";
import { reviewHref, STANDING_STATES } from "@/lib/dashboard/model";
import { findInnovationsByWords } from "@/lib/innovation/data";
import { innovationTitle } from "@/lib/innovation/model";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import {
  SEARCH_GLANCE,
  SEARCH_KINDS,
  SEARCH_PAGE,
  type SearchGroup,
  type SearchHit,
  type SearchKind,
} from "@/lib/search/model";
import { mayFindPeople, type SearchScope } from "@/lib/search/policy";
import { prefixQuery, wholeNumber } from "@/lib/search/prefix-query";

/**
 * Text search in PostgreSQL, with its Indonesian stemmer beside the bare words: who types a part of a
 * word or a name finds it too. The expressions are those of the indexes in the migration
 * `text_search`.
 */

const { sql } = Prisma;

function matches(query: string): Prisma.Sql {
  return sql`(to_tsquery('indonesian', ${query}) || to_tsquery('simple', ${query}))`;
}

const PEOPLE_WORDS = sql`to_tsvector('simple', e.full_name || ' ' || e.position || ' ' || e.work_unit)`;
const OBSTACLE_WORDS = sql`(to_tsvector('indonesian', o.title || ' ' || coalesce(o.root_cause, '')) || to_tsvector('simple', o.title || ' ' || coalesce(o.root_cause, '')))`;
const PLAN_WORDS = sql`(to_tsvector('indonesian', p.title || ' ' || coalesce(p.acronym, '')) || to_tsvector('simple', p.title || ' ' || coalesce(p.acronym, '')))`;

const STANDING = sql`s.state IN (${Prisma.join(
  STANDING_STATES.map((state) => sql`${state}::"StageState"`),
)})`;

const oneOf = (column: Prisma.Sql, ids: readonly string[]) =>
  sql`${column} = ANY(${[...ids]}::uuid[])`;

type Window = { take: number; skip: number };

/** What is looked for: words, and a number where the text is one. */
interface Wanted {
  words: string;
  number: string | null;
}

type Find = (db: Reader, scope: SearchScope, query: string, window: Window) => Promise<SearchHit[]>;
type FindPeople = (
  db: Reader,
  scope: SearchScope,
  wanted: Wanted,
  window: Window,
) => Promise<SearchHit[]>;

const findPeople: FindPeople = async (db, scope, { words, number }, { take, skip }) => {
  if (!mayFindPeople(scope)) return [];
  const byNumber =
    number === null
      ? Prisma.empty
      : sql`OR (e.id_number = ${number} AND ${oneOf(sql`c.center_id`, scope.numberCenterIds)})`;
  const rows = await db.$queryRaw<
    {
      id: string;
      name: string;
      position: string;
      agency: string;
      cohort: string;
      cohortId: string;
      staff: boolean;
    }[]
  >`
    SELECT e.id, e.full_name AS name, e.position, ag.short_name AS agency, c.name AS cohort,
           c.id AS "cohortId", ${oneOf(sql`c.center_id`, scope.centerIds)} AS staff
    FROM enrolments e
    JOIN cohorts c ON c.id = e.cohort_id
    JOIN agencies ag ON ag.id = e.agency_id
    WHERE (${PEOPLE_WORDS} @@ to_tsquery('simple', ${words}) ${byNumber})
      AND (${oneOf(sql`c.center_id`, scope.centerIds)}
        OR (${oneOf(sql`e.facilitator_id`, scope.facilitatorIds)} AND e.withdrawn_at IS NULL))
    ORDER BY e.full_name, c.starts_on DESC, e.id
    LIMIT ${take} OFFSET ${skip}`;
  return rows.map(({ id, name, position, agency, cohort, cohortId, staff }) => ({
    id,
    title: name,
    context: [position, agency, cohort].filter((part) => part !== ""),
    href: staff
      ? `${cohortPath(cohortId)}?${new URLSearchParams({ q: name })}`
      : `/reviews?${new URLSearchParams({ q: name })}`,
  }));
};

interface FoundWork {
  id: string;
  title: string;
  code: string;
  author: string;
  cohort: string;
  assignmentId: string;
  own: boolean;
}

/** Whose work it is: `e`, the enrolment of its author; `c`, the cohort. */
function workScope({ centerIds, facilitatorIds, participantIds }: SearchScope): Prisma.Sql {
  return sql`(${oneOf(sql`c.center_id`, centerIds)}
    OR ${oneOf(sql`e.facilitator_id`, facilitatorIds)}
    OR ${oneOf(sql`e.id`, participantIds)})`;
}

function toWorkHit(stage: StageKind) {
  return ({ id, title, code, author, cohort, assignmentId, own }: FoundWork): SearchHit => ({
    id,
    title,
    context: own ? [code, cohort] : [code, author, cohort],
    href: own ? `/tasks/${assignmentId}/${STAGE_SLUGS[stage]}` : reviewHref(assignmentId, stage),
  });
}

const findObstacles: Find = async (db, scope, query, { take, skip }) => {
  const rows = await db.$queryRaw<FoundWork[]>`
    SELECT o.revision_id || ':' || o.item_id AS id, o.title, i.code, e.full_name AS author,
           c.name AS cohort, a.id AS "assignmentId",
           ${oneOf(sql`e.id`, scope.participantIds)} AS own
    FROM obstacles o
    JOIN stages s ON s.latest_revision_id = o.revision_id AND ${STANDING}
    JOIN assignments a ON a.id = s.assignment_id AND a.cancelled_at IS NULL
    JOIN enrolments e ON e.id = a.enrolment_id
    JOIN cohorts c ON c.id = a.cohort_id
    JOIN innovations i ON i.id = a.innovation_id
    WHERE ${OBSTACLE_WORDS} @@ ${matches(query)} AND ${workScope(scope)}
    ORDER BY ts_rank(${OBSTACLE_WORDS}, ${matches(query)}) DESC, s.submitted_at DESC, o.revision_id, o.item_id
    LIMIT ${take} OFFSET ${skip}`;
  return rows.map(toWorkHit("OBSTACLES"));
};

const findPlans: Find = async (db, scope, query, { take, skip }) => {
  const rows = await db.$queryRaw<FoundWork[]>`
    SELECT p.revision_id::text AS id,
           p.title || CASE WHEN p.acronym IS NULL THEN '' ELSE ' (' || p.acronym || ')' END AS title,
           i.code, e.full_name AS author, c.name AS cohort, a.id AS "assignmentId",
           ${oneOf(sql`e.id`, scope.participantIds)} AS own
    FROM innovation_plans p
    JOIN stages s ON s.latest_revision_id = p.revision_id AND ${STANDING}
    JOIN assignments a ON a.id = s.assignment_id AND a.cancelled_at IS NULL
    JOIN enrolments e ON e.id = a.enrolment_id
    JOIN cohorts c ON c.id = a.cohort_id
    JOIN innovations i ON i.id = a.innovation_id
    WHERE ${PLAN_WORDS} @@ ${matches(query)} AND ${workScope(scope)}
    ORDER BY ts_rank(${PLAN_WORDS}, ${matches(query)}) DESC, s.submitted_at DESC, p.revision_id
    LIMIT ${take} OFFSET ${skip}`;
  return rows.map(toWorkHit("PLAN"));
};

const findInnovations: Find = async (db, { catalogue }, query, window) => {
  if (!catalogue) return [];
  const rows = await findInnovationsByWords(db, catalogue, query, window);
  return rows.map(({ id, code, name, owner, host }) => ({
    id,
    title: innovationTitle({ code, name }),
    context: [owner, host],
    href: `/innovations/${id}`,
  }));
};

const FIND: Record<Exclude<SearchKind, "people">, Find> = {
  innovations: findInnovations,
  obstacles: findObstacles,
  plans: findPlans,
};

/** The first hits of every kind that has any. One statement a kind. */
export async function glance(db: Reader, scope: SearchScope, text: string): Promise<SearchGroup[]> {
  const wanted = wantedIn(text);
  if (!wanted) return [];
  const groups = await Promise.all(
    SEARCH_KINDS.map((kind) => group(db, scope, kind, wanted, { take: SEARCH_GLANCE, skip: 0 })),
  );
  return groups.filter(({ hits }) => hits.length > 0);
}

/** A page of the hits of one kind. One statement. */
export async function searchKind(
  db: Reader,
  scope: SearchScope,
  kind: SearchKind,
  text: string,
  page: number,
): Promise<SearchGroup> {
  const wanted = wantedIn(text);
  if (!wanted) return { kind, hits: [], more: false };
  const skip = (page - 1) * SEARCH_PAGE;
  return group(db, scope, kind, wanted, { take: SEARCH_PAGE, skip });
}

function wantedIn(text: string): Wanted | null {
  const words = prefixQuery(text);
  return words === null ? null : { words, number: wholeNumber(text) };
}

async function group(
  db: Reader,
  scope: SearchScope,
  kind: SearchKind,
  wanted: Wanted,
  { take, skip }: Window,
): Promise<SearchGroup> {
  const window = { take: take + 1, skip };
  const found =
    kind === "people"
      ? await findPeople(db, scope, wanted, window)
      : await FIND[kind](db, scope, wanted.words, window);
  return { kind, hits: found.slice(0, take), more: found.length > take };
}

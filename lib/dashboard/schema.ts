import { z } from "zod";
import { STAGE_KINDS, STAGE_STATES } from "@/lib/assignment/model";
import {
  BOARD_SHOWS,
  BOARD_SORTS,
  COHORT_VIEWS,
  type CohortCounts,
  FACETS,
  type FacetFilter,
  NONE,
} from "@/lib/dashboard/model";
import { OBSTACLE_CATEGORIES, OBSTACLE_LOCI } from "@/lib/obstacle/model";
import { searchWords } from "@/lib/search/model";

/**
 * What addresses of the dashboard may ask for. An address is typed, shared and outlives what it
 * named: whatever cannot be understood is left out, never an error.
 */

/** `?a=1&a=2` gives a list; the first is meant. */
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** One parameter, or undefined where it is absent or cannot be understood. */
export function param<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(first, schema.optional().catch(undefined));
}

const facetId = param(z.union([z.uuid(), z.literal(NONE)]));
/** What a page shows where its address does not say, or says what is not understood. */
const DEFAULTS: Readonly<Record<string, unknown>> = { by: "group", split: "agency", page: 1 };
/** The page of a list, from 1. */
export const page = param(z.coerce.number().int().min(1).max(1_000_000)).transform(
  (value) => value ?? 1,
);
const flag = param(z.literal("1").transform(() => true));
const q = param(
  z
    .string()
    .transform(searchWords)
    // PostgreSQL has no text with a NUL in it.
    .refine((text) => text !== "" && !text.includes("\u0000")),
);

const states = param(
  z
    .string()
    .transform((list) => STAGE_STATES.filter((state) => list.split(",").includes(state)))
    .refine((list) => list.length > 0),
);

const facets = {
  group: facetId,
  agency: facetId,
  innovation: facetId,
  facilitator: facetId,
};

export const workQuerySchema = z
  .object({
    stage: param(z.enum(STAGE_KINDS)),
    state: states,
    ...facets,
    begun: param(z.enum(["0", "1"]).transform((value) => value === "1")),
    late: flag,
    scored: flag,
    q,
    page,
  })
  .transform(({ state, page, ...filter }) => ({ filter: { ...filter, states: state }, page }));

export const obstaclesQuerySchema = z
  .object({
    category: param(z.enum(OBSTACLE_CATEGORIES)),
    innovation: param(z.uuid()),
    locus: param(z.enum(OBSTACLE_LOCI)),
    rooted: flag,
    page,
  })
  .transform(({ page, ...filter }) => ({ filter, page }));

export const dashboardQuerySchema = z
  .object({
    by: param(z.enum(FACETS)).transform((value) => value ?? ("group" as const)),
    ...facets,
    q,
    show: param(z.enum(BOARD_SHOWS)),
    sort: param(z.enum(BOARD_SORTS)),
    select: flag,
    page,
  })
  .transform(({ page, ...board }) => ({ board, page }));

export const analysisQuerySchema = z.object({
  split: param(z.enum(FACETS)).transform((value) => value ?? ("agency" as const)),
  locus: param(z.enum(OBSTACLE_LOCI)),
});

/** Names of an address that a page says it left out, at most, and how much of each. */
const LEFT_OUT = { most: 5, letters: 30 } as const;

/**
 * Which parts of an address said nothing: names that nobody knows, and values that were not understood. An
 * empty one is a choice of a form that was not made.
 *
 * @param read what was made of the address, by the same names
 */
export function notUnderstood(
  raw: Record<string, string | string[] | undefined>,
  read: object,
): string[] {
  const understood = new Map<string, unknown>(Object.entries(read));
  return Object.entries(raw)
    .filter(([name, value]) => {
      const said = first(value);
      const got = understood.get(name);
      if (!said || got === undefined) return Boolean(said);
      return got === DEFAULTS[name] && String(said) !== String(got);
    })
    .map(([name]) => name.slice(0, LEFT_OUT.letters))
    .slice(0, LEFT_OUT.most);
}

/** Whether an innovation is asked for that the page has not, or has no more; as the part that it leaves out. */
export function goneInnovation(
  { innovation }: Pick<FacetFilter, "innovation">,
  known: readonly { id: string }[],
): "innovation"[] {
  return innovation && !known.some(({ id }) => id === innovation) ? ["innovation"] : [];
}

/** A filter without what the cohort has not, or has no more; and which facets these were. */
export function withoutGone<Filter extends FacetFilter>(
  filter: Filter,
  counts: CohortCounts,
): { filter: Filter; gone: (keyof FacetFilter)[] } {
  const gone = FACETS.filter((facet) => {
    const id = filter[facet];
    return id !== undefined && id !== NONE && !counts[facet].some((row) => row.id === id);
  });
  const left = { ...filter };
  for (const facet of gone) delete left[facet];
  return { filter: left, gone };
}

export const viewSchema = z.enum(COHORT_VIEWS);

export type WorkQuery = z.output<typeof workQuerySchema>;
export type ObstaclesQuery = z.output<typeof obstaclesQuerySchema>;
export type DashboardQuery = z.output<typeof dashboardQuerySchema>;
export type AnalysisQuery = z.output<typeof analysisQuerySchema>;

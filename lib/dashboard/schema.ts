import { z } from "zod";
import { STAGE_KINDS, STAGE_STATES } from "@/lib/assignment/model";
import { FACETS, NONE } from "@/lib/dashboard/model";
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
/** The page of a list, from 1. */
export const page = param(z.coerce.number().int().min(1).max(1_000_000)).transform(
  (value) => value ?? 1,
);
const flag = param(z.literal("1")).transform((value) => value === "1");
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
    page,
  })
  .transform(({ page, ...board }) => ({ board, page }));

export const analysisQuerySchema = z.object({
  split: param(z.enum(FACETS)).transform((value) => value ?? ("agency" as const)),
  locus: param(z.enum(OBSTACLE_LOCI)),
});

export type WorkQuery = z.output<typeof workQuerySchema>;
export type ObstaclesQuery = z.output<typeof obstaclesQuerySchema>;
export type DashboardQuery = z.output<typeof dashboardQuerySchema>;
export type AnalysisQuery = z.output<typeof analysisQuerySchema>;

import { z } from "zod";
import { page, param } from "@/lib/dashboard/schema";
import { FINDING_LISTS } from "@/lib/finding/model";
import { OBSTACLE_CATEGORIES, OBSTACLE_LOCI } from "@/lib/obstacle/model";
import { TRANSFER_TYPES } from "@/lib/solution/model";

/** What the address of the page asks for; what cannot be understood is left out. */
export const findingsQuerySchema = z
  .object({
    list: param(z.enum(FINDING_LISTS)),
    innovation: param(z.uuid()),
    category: param(z.enum(OBSTACLE_CATEGORIES)),
    locus: param(z.enum(OBSTACLE_LOCI)),
    transfer: param(z.enum(TRANSFER_TYPES)),
    host: param(z.enum(["0", "1"]).transform((value) => value === "1")),
    page,
  })
  .transform(({ list, page, host, ...filter }) => ({
    list,
    filter: { ...filter, forHost: host },
    page,
  }));

export type FindingsQuery = z.output<typeof findingsQuerySchema>;

import { z } from "zod";
import { page, param } from "@/lib/dashboard/schema";

const id = param(z.uuid());

/** What the address of the page asks for; what cannot be understood is left out. */
export const fairnessQuerySchema = z
  .object({ innovation: id, criterion: id, facilitator: id, page })
  .transform(({ page, ...filter }) => ({ filter, page }));

export type FairnessQuery = z.output<typeof fairnessQuerySchema>;

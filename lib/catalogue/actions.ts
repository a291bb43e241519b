"use server";

import { revalidatePath } from "next/cache";
import { saveAgencySchema } from "@/lib/agency/schema";
import {
  archiveEntry,
  deleteEntry,
  saveAgency,
  saveAward,
  saveFact,
  saveInnovation,
  saveRegion,
  saveUnit,
} from "@/lib/catalogue/mutations";
import { archiveEntrySchema, deleteEntrySchema } from "@/lib/catalogue/schema";
import { saveAwardSchema, saveRegionSchema, saveUnitSchema } from "@/lib/host/schema";
import { saveFactSchema, saveInnovationSchema } from "@/lib/innovation/schema";
import type { Result } from "@/lib/platform/result";
import { defineAction } from "@/lib/session/action";

export const saveAgencyAction = defineAction(saveAgencySchema, async ({ ctx, actor, input }) =>
  shown(await saveAgency(ctx, actor, input)),
);

export const saveRegionAction = defineAction(saveRegionSchema, async ({ ctx, actor, input }) =>
  shown(await saveRegion(ctx, actor, input)),
);

export const saveUnitAction = defineAction(saveUnitSchema, async ({ ctx, actor, input }) =>
  shown(await saveUnit(ctx, actor, input)),
);

export const saveInnovationAction = defineAction(
  saveInnovationSchema,
  async ({ ctx, actor, input }) => shown(await saveInnovation(ctx, actor, input)),
);

export const saveFactAction = defineAction(saveFactSchema, async ({ ctx, actor, input }) =>
  shown(await saveFact(ctx, actor, input)),
);

export const saveAwardAction = defineAction(saveAwardSchema, async ({ ctx, actor, input }) =>
  shown(await saveAward(ctx, actor, input)),
);

export const archiveEntryAction = defineAction(archiveEntrySchema, async ({ ctx, actor, input }) =>
  shown(await archiveEntry(ctx, actor, input)),
);

export const deleteEntryAction = defineAction(deleteEntrySchema, async ({ ctx, actor, input }) =>
  shown(await deleteEntry(ctx, actor, input)),
);

/** The lists, profiles and figures that show the catalogue are read again. */
function shown<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath("/", "layout");
  return result;
}

"use server";

import { revalidatePath } from "next/cache";
import { rubricsPath } from "@/lib/rubric/model";
import {
  addRubricVersion,
  createRubric,
  discardRubricDraft,
  freezeRubricVersion,
  saveRubricDraft,
} from "@/lib/rubric/mutations";
import {
  addVersionSchema,
  createRubricSchema,
  rubricDraftSchema,
  saveRubricSchema,
} from "@/lib/rubric/schema";
import { defineAction } from "@/lib/session/action";

export const createRubricAction = defineAction(createRubricSchema, ({ ctx, actor, input }) =>
  createRubric(ctx, actor, input),
);

export const addRubricVersionAction = defineAction(addVersionSchema, ({ ctx, actor, input }) =>
  addRubricVersion(ctx, actor, input),
);

export const saveRubricDraftAction = defineAction(saveRubricSchema, ({ ctx, actor, input }) =>
  saveRubricDraft(ctx, actor, input),
);

export const freezeRubricAction = defineAction(rubricDraftSchema, async ({ ctx, actor, input }) => {
  const result = await freezeRubricVersion(ctx, actor, input);
  if (result.ok) revalidatePath(rubricsPath(input.centerId), "layout");
  return result;
});

export const discardRubricAction = defineAction(rubricDraftSchema, ({ ctx, actor, input }) =>
  discardRubricDraft(ctx, actor, input),
);

"use server";

import { refresh } from "next/cache";
import { changeView, removeView, saveView } from "@/lib/saved-view/mutations";
import { changeViewSchema, removeViewSchema, saveViewSchema } from "@/lib/saved-view/schema";
import { defineAction } from "@/lib/session/action";

export const saveViewAction = defineAction(saveViewSchema, async ({ ctx, actor, input }) => {
  const result = await saveView(ctx, actor, input);
  if (result.ok) refresh();
  return result;
});

export const changeViewAction = defineAction(changeViewSchema, async ({ ctx, actor, input }) => {
  const result = await changeView(ctx, actor, input);
  if (result.ok) refresh();
  return result;
});

export const removeViewAction = defineAction(removeViewSchema, async ({ ctx, actor, input }) => {
  const result = await removeView(ctx, actor, input);
  if (result.ok) refresh();
  return result;
});

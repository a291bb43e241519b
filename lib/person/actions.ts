"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import {
  changePassword,
  markTour,
  openLink,
  requestReset,
  setPasswordByLink,
  unlinkAccount,
} from "@/lib/person/mutations";
import {
  changePasswordSchema,
  linkTokenSchema,
  resetSchema,
  setPasswordSchema,
} from "@/lib/person/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/context";
import { currentRequest } from "@/lib/platform/request";
import type { Result } from "@/lib/platform/result";
import { defineAction, definePublicAction } from "@/lib/session/action";

export const setPasswordAction = definePublicAction(setPasswordSchema, async ({ ctx, input }) => {
  const address = currentRequest()?.address ?? "local";
  return setPasswordByLink(ctx, { token: input.token, password: input.password, address });
});

export const openLinkAction = definePublicAction(linkTokenSchema, async ({ ctx, input }) => {
  const address = currentRequest()?.address ?? "local";
  return openLink(ctx, { token: input.token, address });
});

export const changePasswordAction = defineAction(changePasswordSchema, ({ ctx, actor, input }) =>
  changePassword(ctx, actor, { current: input.current, password: input.password }),
);

export const requestResetAction = definePublicAction(resetSchema, ({ ctx, input }) => {
  const address = currentRequest()?.address ?? "local";
  return requestReset(ctx, { ...input, address });
});

export const unlinkAccountAction = defineAction(z.object({}), async ({ ctx, actor }) => {
  const result = await unlinkAccount(ctx, actor);
  if (result.ok) revalidatePath("/account");
  return result;
});

export const finishTourAction = defineAction(z.strictObject({}), ({ ctx, actor }) =>
  tour(ctx, actor, true),
);

const repeatTourAction = defineAction(z.strictObject({}), ({ ctx, actor }) =>
  tour(ctx, actor, false),
);

/** Shows the tour again, at the beginning. Takes the form itself, so that it works without a script. */
export async function repeatTour(): Promise<void> {
  await repeatTourAction({});
  redirect("/");
}

async function tour(ctx: Context, actor: Actor, seen: boolean): Promise<Result<null>> {
  const result = await markTour(ctx, actor, seen);
  // The tour stands around every page.
  revalidatePath("/", "layout");
  return result;
}

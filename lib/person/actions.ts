"use server";

import { changePassword, openLink, setPasswordByLink } from "@/lib/person/mutations";
import { changePasswordSchema, linkTokenSchema, setPasswordSchema } from "@/lib/person/schema";
import { currentRequest } from "@/lib/platform/request";
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

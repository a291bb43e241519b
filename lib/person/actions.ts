"use server";

import { headers } from "next/headers";
import { changePassword, setPasswordByLink } from "@/lib/person/mutations";
import { changePasswordSchema, setPasswordSchema } from "@/lib/person/schema";
import { defineAction, definePublicAction } from "@/lib/session/action";

export const setPasswordAction = definePublicAction(setPasswordSchema, async ({ ctx, input }) => {
  const forwarded = (await headers()).get("x-forwarded-for");
  const address = forwarded?.split(",")[0]?.trim() || "local";
  return setPasswordByLink(ctx, { token: input.token, password: input.password, address });
});

export const changePasswordAction = defineAction(changePasswordSchema, ({ ctx, actor, input }) =>
  changePassword(ctx, actor, { current: input.current, password: input.password }),
);

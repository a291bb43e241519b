import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { canSendMail } from "@/lib/mail/record";
import {
  type AccountDto,
  type DemoAccountDto,
  findAccount,
  findOneTimeLink,
  listDemoAccounts,
} from "@/lib/person/data";
import { systemClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import type { StaffRole } from "@/lib/platform/generated/prisma/enums";
import { currentActor, requireActor } from "@/lib/session/actor";
import { ssoName } from "@/lib/session/sso";

/**
 * The sign-in page; whoever is signed in already goes on to the page that they asked for, and who wanted
 * to link an institutional account learns there why that failed.
 */
export const loadSignIn = cache(
  async (
    next: string,
    problem: string | undefined,
  ): Promise<{ demo: DemoAccountDto[]; sends: boolean; sso: string | null }> => {
    if (await currentActor()) {
      const tells = problem && next === ACCOUNT;
      redirect(tells ? `${next}?${new URLSearchParams({ problem })}` : next);
    }
    return { demo: await listDemoAccounts(db()), sends: canSendMail(), sso: ssoName() };
  },
);

/** Where somebody links an institutional account. */
const ACCOUNT = "/account";

/** Whether a forgotten password can be made anew by letter. */
export const loadForgotten = cache(async (): Promise<{ sends: boolean }> => {
  if (await currentActor()) redirect("/account");
  return { sends: canSendMail() };
});

/** Whose link it is, or null when it is unknown, used or past its time. */
export const loadSetPassword = cache(
  async (
    token: string,
  ): Promise<{
    name: string;
    /** There is an address or a number to sign in with. */
    hasLogin: boolean;
    sso: string | null;
    /** A role on a staff that is taken with the password. */
    offer: { center: string; role: StaffRole } | null;
  } | null> => {
    const link = await findOneTimeLink(db(), token, systemClock.now());
    if (!link) return null;
    const { name, offer, hasLogin } = link;
    return {
      name,
      hasLogin,
      sso: ssoName(),
      offer: offer && { center: offer.centerName, role: offer.role },
    };
  },
);

export const loadAccount = cache(async (): Promise<AccountDto & { sso: string | null }> => {
  const actor = await requireActor();
  const account = await findAccount(db(), actor.personId);
  if (!account) throw new Error("the actor has no person");
  return { ...account, sso: ssoName() };
});

import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import {
  type AccountDto,
  type DemoAccountDto,
  findAccount,
  findOneTimeLink,
  listDemoAccounts,
} from "@/lib/person/data";
import { systemClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { currentActor, requireActor } from "@/lib/session/actor";

/** The sign-in page; whoever is signed in already goes on. */
export const loadSignIn = cache(async (): Promise<{ demo: DemoAccountDto[] }> => {
  if (await currentActor()) redirect("/");
  return { demo: await listDemoAccounts(db()) };
});

/** Whose link it is, or null when it is unknown, used or past its time. */
export const loadSetPassword = cache(async (token: string): Promise<{ name: string } | null> => {
  const link = await findOneTimeLink(db(), token, systemClock.now());
  return link && { name: link.name };
});

export const loadAccount = cache(async (): Promise<AccountDto> => {
  const actor = await requireActor();
  const account = await findAccount(db(), actor.personId);
  if (!account) throw new Error("the actor has no person");
  return account;
});

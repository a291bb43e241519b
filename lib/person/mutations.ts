import "server-only";
import { randomBytes } from "node:crypto";
import type { Locale } from "@/lib/i18n/locales";
import { canSendMail, queueLetters } from "@/lib/mail/record";
import { findOneTimeLink } from "@/lib/person/data";
import { SET_PASSWORD_LINK_HOURS } from "@/lib/person/model";
import { canAdministerPlatform } from "@/lib/person/policy";
import { issueLinks, revokeOpenLinks } from "@/lib/person/record";
import { loginSchema } from "@/lib/person/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { systemClock } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Db, Tx } from "@/lib/platform/db";
import { hashPassword, verifyPassword } from "@/lib/platform/password";
import { clearFailures, returnAttempt, takeAttempt } from "@/lib/platform/rate-limit";
import { type Refusal, type Result, refuse, success } from "@/lib/platform/result";
import { tokenHash } from "@/lib/platform/secret";
import { transaction } from "@/lib/platform/transaction";
import { acceptRole } from "@/lib/staff/record";

export interface SessionSeed {
  personId: string;
  sessionVersion: number;
}

/**
 * Checks login and password. Unknown, deactivated, without a password and wrong password all give
 * the same answer in the same time; after too many failures the account or the address is locked
 * for a while, which is said honestly and also for accounts that do not exist.
 */
export async function signIn(
  ctx: Context,
  input: { login: string; password: string; address: string },
): Promise<Result<SessionSeed>> {
  const parsed = loginSchema.safeParse(input.login);
  if (!parsed.success) return refuse("wrong_password");
  const login = parsed.data;
  const fromAddress = await takeAttempt(ctx.db, "signInAddress", input.address);
  if (fromAddress > 0) return tooMany(fromAddress);

  const person = await findByLogin(ctx.db, login);
  // One account, by whichever of its names: e-mail and NIP do not double the attempts.
  const account = person?.id ?? login;
  const onAccount = await takeAttempt(ctx.db, "signInAccount", account);
  if (onAccount > 0) return tooMany(onAccount);
  const matches = await verifyPassword(person?.passwordHash ?? null, input.password);
  if (!person || !matches) return refuse("wrong_password");
  await Promise.all([
    clearFailures(ctx.db, "signInAccount", account),
    returnAttempt(ctx.db, "signInAddress", input.address),
  ]);
  return transaction(ctx, async (tx) => {
    await audit(tx, {
      type: "person.signed_in",
      at: ctx.clock.now(),
      actorId: person.id,
      actor: { role: "SELF" },
      subject: { type: "person", id: person.id },
      payload: {},
    });
    return success({ personId: person.id, sessionVersion: person.sessionVersion });
  });
}

/** Whom an e-mail address or a number opens the door for; a merged double's lead to the person. */
async function findByLogin(db: Db, login: string) {
  const select = { id: true, passwordHash: true, sessionVersion: true } as const;
  const by = login.includes("@") ? { email: login } : { idNumber: login };
  const found = await db.person.findFirst({
    where: { ...by, OR: [{ status: "ACTIVE" }, { mergedInto: { status: "ACTIVE" } }] },
    select: { ...select, mergedInto: { select } },
  });
  return found?.mergedInto ?? found;
}

/**
 * Sets a password by a one-time link; all sessions of the person end. A link that was made for a role
 * on a staff takes that role too. Who has nothing to sign in with is refused, and the link stays.
 */
export async function setPasswordByLink(
  ctx: Context,
  input: { token: string; password: string; address: string },
): Promise<Result<null>> {
  const wait = await takeAttempt(ctx.db, "oneTimeLink", input.address);
  if (wait > 0) return tooMany(wait);
  // Looked up before the slow hash: a token out of the air costs no more than one statement.
  const shown = await findOneTimeLink(ctx.db, input.token, ctx.clock.now());
  if (!shown) return refuse("link_expired");
  if (!shown.hasLogin) return refuse("no_login");
  const passwordHash = await hashPassword(input.password);
  const result = await transaction<null>(ctx, async (tx) => {
    const now = ctx.clock.now();
    const link = await findOneTimeLink(tx, input.token, now);
    if (!link) return refuse("link_expired");
    if (!link.hasLogin) return refuse("no_login");
    const used = await tx.oneTimeLink.updateMany({
      where: { id: link.id, usedAt: null, revokedAt: null },
      data: { usedAt: now },
    });
    if (used.count !== 1) return refuse("link_expired");
    await writePassword(tx, link.personId, passwordHash);
    await audit(tx, {
      type: "person.password_set",
      at: now,
      actorId: link.personId,
      actor: { role: "SELF" },
      subject: { type: "person", id: link.personId },
      payload: { by: "link" },
    });
    if (link.offer) await acceptRole(tx, { ...link.offer, personId: link.personId, now });
    return success(null);
  });
  if (result.ok) await returnAttempt(ctx.db, "oneTimeLink", input.address);
  return result;
}

/** How long a link works that somebody asked for, in hours: a letter is read at once or not. */
const RESET_LINK_HOURS = 2;
/** Every request for a new password takes as long as this, in milliseconds. */
const RESET_PATIENCE = 400;

/**
 * Somebody asks for a new password. Whether there is such a person, and whether a letter leaves,
 * nobody learns: neither from the answer nor from the time it takes.
 */
export async function requestReset(
  ctx: Context,
  input: { login: string; address: string; locale: Locale },
): Promise<Result<null>> {
  const wait = await takeAttempt(ctx.db, "resetAddress", input.address);
  if (wait > 0) return tooMany(wait);
  const patience = new Promise((resolve) => setTimeout(resolve, RESET_PATIENCE));
  const [outcome] = await Promise.allSettled([sendReset(ctx, input), patience]);
  if (outcome.status === "rejected") throw outcome.reason;
  return success(null);
}

async function sendReset(ctx: Context, input: { login: string; locale: Locale }): Promise<void> {
  // A letter that nobody sends must not end the link that somebody holds.
  if (!canSendMail()) return;
  const parsed = loginSchema.safeParse(input.login);
  if (!parsed.success) return;
  const found = await findByLogin(ctx.db, parsed.data);
  if ((await takeAttempt(ctx.db, "resetAccount", found?.id ?? parsed.data)) > 0 || !found) return;
  await transaction<null>(ctx, async (tx) => {
    const now = ctx.clock.now();
    const { id: personId } = found;
    const person = await tx.person.findFirst({
      where: { id: personId, email: { not: null } },
      select: { passwordHash: true },
    });
    if (!person) return success(null);
    // Anybody may ask for this, in anybody's name: an invitation is ended by whoever made it.
    if (person.passwordHash === null && (await hasOpenLink(tx, personId, now))) {
      return success(null);
    }
    const actor = { id: null, role: "SYSTEM" };
    await audit(tx, {
      type: "person.reset_requested",
      at: now,
      actorId: null,
      actor: { role: "SYSTEM" },
      subject: { type: "person", id: personId },
      payload: {},
    });
    const links = await issueLinks(tx, {
      personIds: [personId],
      channel: "MAIL",
      hours: RESET_LINK_HOURS,
      now,
      actor,
    });
    const linkId = links.get(personId)?.linkId ?? null;
    await queueLetters(tx, [{ kind: "PASSWORD_RESET", personId, linkId }], {
      locale: input.locale,
      centerId: null,
      now,
      actor,
    });
    return success(null);
  });
}

/** Whether somebody holds a link to a first password. */
async function hasOpenLink(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const open = await tx.oneTimeLink.count({
    where: {
      personId,
      purpose: "SET_PASSWORD",
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: now },
    },
  });
  return open > 0;
}

/**
 * Lets somebody in who has proven an account of their institution: by an earlier link, or by making
 * one, with an invitation or from the own session. A matching e-mail address proves nothing.
 *
 * @param input.token of an invitation that was open in this browser
 * @param input.self who was signed in and asked for the link
 */
export function enterByAccount(
  ctx: Context,
  input: { issuer: string; subject: string; token: string | null; self: string | null },
): Promise<Result<SessionSeed>> {
  return transaction<SessionSeed>(ctx, async (tx) => {
    const now = ctx.clock.now();
    const key = { issuer: input.issuer, subject: input.subject };
    const account = await tx.externalAccount.findUnique({
      where: { issuer_subject: key },
      select: { personId: true },
    });
    const link = input.token ? await findOneTimeLink(tx, input.token, now) : null;
    const wanted = link?.personId ?? input.self;
    if (account && wanted && wanted !== account.personId) return refuse("account_taken");
    if (!account && input.token && !link) return refuse("link_expired");
    const personId = account?.personId ?? wanted;
    if (!personId) return refuse("account_unknown");
    if (link) {
      const used = await tx.oneTimeLink.updateMany({
        where: { id: link.id, usedAt: null, revokedAt: null },
        data: { usedAt: now },
      });
      if (used.count !== 1) return refuse("link_expired");
    }
    const person = await tx.person.findUnique({
      where: { id: personId, status: "ACTIVE" },
      select: { id: true, sessionVersion: true, passwordHash: true },
    });
    if (!person) return refuse("account_unknown");
    if (!account) {
      // A link that staff have seen gives somebody a new password, and is noticed by the old one. An
      // account beside it would be a second door, which nobody notices.
      if (link && link.channel !== "MAIL" && person.passwordHash !== null) {
        return refuse("account_needs_password");
      }
      const made = await tx.externalAccount.createMany({
        data: [{ ...key, personId, createdAt: now }],
        skipDuplicates: true,
      });
      if (made.count !== 1) return refuse("account_taken");
      await audit(tx, {
        type: "person.account_linked",
        at: now,
        actorId: personId,
        actor: { role: "SELF" },
        subject: { type: "person", id: personId },
        payload: { by: link ? "link" : "self" },
      });
    }
    if (link?.offer) await acceptRole(tx, { ...link.offer, personId, now });
    await audit(tx, {
      type: "person.signed_in",
      at: now,
      actorId: personId,
      actor: { role: "SELF" },
      subject: { type: "person", id: personId },
      payload: {},
    });
    return success({ personId, sessionVersion: person.sessionVersion });
  });
}

/** Takes the institutional account off one's own door. Without a password nobody could come in. */
export function unlinkAccount(ctx: Context, actor: Actor): Promise<Result<null>> {
  return transaction<null>(ctx, async (tx) => {
    const person = await tx.person.count({
      where: { id: actor.personId, passwordHash: { not: null } },
    });
    if (person === 0) return refuse("forbidden");
    const { count } = await tx.externalAccount.deleteMany({
      where: { personId: actor.personId },
    });
    if (count === 0) return success(null);
    await audit(tx, {
      type: "person.account_unlinked",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "SELF" },
      subject: { type: "person", id: actor.personId },
      payload: {},
    });
    return success(null);
  });
}

/** Changes one's own password; every session, this one too, and every open link to it ends. */
export async function changePassword(
  ctx: Context,
  actor: Actor,
  input: { current: string; password: string },
): Promise<Result<null>> {
  const wait = await takeAttempt(ctx.db, "passwordChange", actor.personId);
  if (wait > 0) return tooMany(wait);
  const person = await ctx.db.person.findUniqueOrThrow({
    where: { id: actor.personId },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(person.passwordHash, input.current))) {
    return refuse("wrong_password", { issues: [{ path: "current", code: "wrong_password" }] });
  }
  await clearFailures(ctx.db, "passwordChange", actor.personId);
  const passwordHash = await hashPassword(input.password);
  return transaction(ctx, async (tx) => {
    const now = ctx.clock.now();
    // Whoever changes the lock wants no key to it left with anybody, or in a mailbox.
    await revokeOpenLinks(tx, [actor.personId], now);
    await writePassword(tx, actor.personId, passwordHash);
    await audit(tx, {
      type: "person.password_set",
      at: now,
      actorId: actor.personId,
      actor: { role: "SELF" },
      subject: { type: "person", id: actor.personId },
      payload: { by: "self" },
    });
    return success(null);
  });
}

function tooMany(retryAfterSeconds: number): Refusal {
  return refuse("rate_limited", { details: { retryAfterSeconds } });
}

/** Deactivates or reactivates a person; sessions end at once either way. */
export async function setPersonStatus(
  ctx: Context,
  actor: Actor,
  input: { personId: string; active: boolean },
): Promise<Result<null>> {
  if (!canAdministerPlatform(actor)) return refuse("not_found");
  if (input.personId === actor.personId) return refuse("forbidden");
  return transaction(ctx, async (tx) => {
    const changed = await tx.person.updateMany({
      where: {
        id: input.personId,
        status: input.active ? "DEACTIVATED" : "ACTIVE",
        // An alias stays one.
        mergedIntoId: null,
      },
      data: {
        status: input.active ? "ACTIVE" : "DEACTIVATED",
        sessionVersion: { increment: 1 },
      },
    });
    if (changed.count !== 1) {
      const known = await tx.person.count({ where: { id: input.personId } });
      return known === 0 ? refuse("not_found") : success(null);
    }
    await audit(tx, {
      type: input.active ? "person.reactivated" : "person.deactivated",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "PLATFORM_ADMINISTRATOR" },
      subject: { type: "person", id: input.personId },
      payload: {},
    });
    return success(null);
  });
}

/** Makes a one-time link to set a password. The token is in the answer only, never stored. */
export async function createSetPasswordLink(
  tx: Tx,
  input: { personId: string; now: Date; actorId: string | null },
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = new Date(input.now.getTime() + SET_PASSWORD_LINK_HOURS * 3_600_000);
  await revokeOpenLinks(tx, [input.personId], input.now);
  await tx.oneTimeLink.create({
    data: {
      personId: input.personId,
      purpose: "SET_PASSWORD",
      tokenHash: tokenHash(token),
      expiresAt,
      createdAt: input.now,
    },
    select: { id: true },
  });
  await audit(tx, {
    type: "person.link_created",
    at: input.now,
    actorId: input.actorId,
    actor: { role: input.actorId ? "PLATFORM_ADMINISTRATOR" : "SYSTEM" },
    subject: { type: "person", id: input.personId },
    payload: { purpose: "SET_PASSWORD" },
  });
  return { token, expiresAt };
}

/** Notes that a browser showed the page of a link, the first time. */
export async function openLink(
  ctx: Context,
  input: { token: string; address: string },
): Promise<Result<null>> {
  const wait = await takeAttempt(ctx.db, "oneTimeLink", input.address);
  if (wait > 0) return tooMany(wait);
  const result = await transaction<null>(ctx, async (tx) => {
    const now = ctx.clock.now();
    const link = await findOneTimeLink(tx, input.token, now);
    if (!link) return refuse("link_expired");
    const opened = await tx.oneTimeLink.updateMany({
      where: { id: link.id, openedAt: null, usedAt: null, revokedAt: null },
      data: { openedAt: now },
    });
    if (opened.count === 0) return success(null);
    await audit(tx, {
      type: "person.link_opened",
      at: now,
      actorId: link.personId,
      actor: { role: "SELF" },
      subject: { type: "person", id: link.personId },
      payload: { channel: link.channel },
    });
    return success(null);
  });
  if (result.ok) await returnAttempt(ctx.db, "oneTimeLink", input.address);
  return result;
}

/**
 * Makes the platform administrator, or a new link for one who exists. Run from the command line of
 * the server only: whoever can run it holds the database anyway.
 */
export async function createPlatformAdministrator(
  db: Db,
  input: { email: string; name: string; appUrl: string },
): Promise<{ url: string; expiresAt: Date }> {
  const ctx: Context = { db, clock: systemClock };
  const result = await transaction(ctx, async (tx) => {
    const now = ctx.clock.now();
    const found = await tx.person.upsert({
      where: { email: input.email.toLowerCase() },
      create: { email: input.email.toLowerCase(), displayName: input.name },
      update: {},
      select: { id: true, mergedIntoId: true },
    });
    const personId = found.mergedIntoId ?? found.id;
    const known = await tx.platformAdministrator.count({ where: { personId } });
    if (known === 0) {
      await tx.platformAdministrator.create({ data: { personId } });
      // Whoever has an account with the address need not be who is meant: from here on nothing but
      // the new link opens this door.
      await tx.externalAccount.deleteMany({ where: { personId } });
      await tx.person.update({
        where: { id: personId },
        data: { passwordHash: null, sessionVersion: { increment: 1 } },
        select: { id: true },
      });
      await audit(tx, {
        type: "platform.administrator_created",
        at: now,
        actorId: null,
        actor: { role: "SYSTEM" },
        subject: { type: "person", id: personId },
        payload: {},
      });
    }
    return success(await createSetPasswordLink(tx, { personId, now, actorId: null }));
  });
  if (!result.ok) throw new Error(result.reason);
  return {
    url: new URL(`/set-password/${result.value.token}`, input.appUrl).href,
    expiresAt: result.value.expiresAt,
  };
}

async function writePassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  await tx.person.update({
    where: { id: personId },
    data: { passwordHash, sessionVersion: { increment: 1 } },
    select: { id: true },
  });
}

/** Notes that somebody saw or skipped the tour, or wants to see it again. Nobody else's business: no audit. */
export async function markTour(ctx: Context, actor: Actor, seen: boolean): Promise<Result<null>> {
  await ctx.db.person.update({
    where: { id: actor.personId },
    data: { touredAt: seen ? ctx.clock.now() : null },
    select: { id: true },
  });
  return success(null);
}

import http from "node:http";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { linkUrl } from "@/lib/person/data";
import { setPersonStatus, unlinkAccount } from "@/lib/person/mutations";
import { issueLinks } from "@/lib/person/record";
import { processWide } from "@/lib/platform/process-wide";
import { success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";
import type { LinkIntent } from "@/lib/session/sso";
import { openDatabase } from "@/tests/support/database";
import {
  CookieBrowser,
  type Forgery,
  startIdentityProvider,
} from "@/tests/support/identity-provider";
import { createWorld, newId, value, type World } from "@/tests/support/world";

const database = openDatabase();
let world: World;
let idp: Awaited<ReturnType<typeof startIdentityProvider>>;
let app: http.Server;
let origin: string;
/** What the browser's note would say: the route reads it from a cookie. */
let intent: LinkIntent = { token: null, self: null };

beforeAll(async () => {
  world = await createWorld(database.app);
  app = http.createServer();
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(app.address() as { port: number }).port}`;
  idp = await startIdentityProvider({
    id: "lokus",
    secret: "the secret of the test",
    redirectUri: `${origin}/api/auth/callback/sso`,
  });
  Object.assign(process.env, {
    APP_URL: origin,
    NEXTAUTH_URL: origin,
    OIDC_ISSUER: idp.issuer,
    OIDC_CLIENT_ID: "lokus",
    OIDC_CLIENT_SECRET: "the secret of the test",
    OIDC_NAME: "SSO Uji",
  });
  processWide("database", () => database.app);
  // Read after the settings stand.
  const { authOptions } = await import("@/lib/session/auth");
  app.on("request", async (request, response) => {
    const url = new URL(request.url ?? "/", origin);
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const shim = Object.assign(response, {
      status(code: number) {
        response.statusCode = code;
        return shim;
      },
      json: (data: unknown) => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify(data));
      },
      send: (data: unknown) =>
        response.end(typeof data === "object" ? JSON.stringify(data) : String(data)),
      redirect: (code: number, to: string) => response.writeHead(code, { location: to }).end(),
    });
    const asked = Object.assign(request, {
      query: {
        ...Object.fromEntries(url.searchParams),
        nextauth: url.pathname.replace("/api/auth/", "").split("/"),
      },
      cookies: Object.fromEntries(
        (request.headers.cookie ?? "")
          .split("; ")
          .filter(Boolean)
          .map((pair) => [
            pair.slice(0, pair.indexOf("=")),
            decodeURIComponent(pair.slice(pair.indexOf("=") + 1)),
          ]),
      ),
      body: Object.fromEntries(new URLSearchParams(Buffer.concat(body).toString("utf8"))),
    });
    await NextAuth(
      asked as never,
      shim as never,
      authOptions(async () => intent),
    );
  });
});
afterAll(async () => {
  await idp.stop();
  app.closeAllConnections();
  await new Promise<void>((resolve) => app.close(() => resolve()));
});
beforeEach(async () => {
  intent = { token: null, self: null };
  idp.forgeWith(null);
});

/** Signs in by the provider, up to where the application leads afterwards. */
async function enter(browser: CookieBrowser): Promise<{ end: URL; personId: string | null }> {
  const csrf = await browser.go(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const end = await browser.follow(
    `${origin}/api/auth/signin/sso`,
    (url) => url.origin === origin && !url.pathname.startsWith("/api/auth/"),
    {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, callbackUrl: `${origin}/` }),
    },
  );
  const cookie = browser.get(origin, "next-auth.session-token");
  const token = cookie
    ? await decode({ token: decodeURIComponent(cookie), secret: process.env.AUTH_SECRET ?? "" })
    : null;
  return { end: new URL(end), personId: token?.sub ?? null };
}

/** Somebody new, with an invitation. */
async function invited(): Promise<{ personId: string; token: string; linkId: string }> {
  const { id: personId } = await database.app.person.create({ data: { displayName: "Undangan" } });
  const links = value(
    await transaction(world.ctx, async (tx) =>
      success(
        await issueLinks(tx, {
          personIds: [personId],
          channel: "LINK",
          hours: 24 * 365 * 20,
          now: world.ctx.clock.now(),
          actor: { id: null, role: "SYSTEM" },
        }),
      ),
    ),
  );
  const linkId = links.get(personId)?.linkId ?? "";
  return { personId, linkId, token: linkUrl(linkId).split("/").at(-1) ?? "" };
}

const accounts = (subject: string) =>
  database.app.externalAccount.findMany({ where: { subject }, select: { personId: true } });

describe("an account of an institution", () => {
  it("is linked by an invitation, and opens the door from then on", async () => {
    const { personId, token, linkId } = await invited();
    const subject = newId();
    idp.enterAs(subject);
    intent = { token, self: null };
    expect(await enter(new CookieBrowser())).toMatchObject({ personId });
    expect(await accounts(subject)).toEqual([{ personId }]);
    const link = await database.app.oneTimeLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(link.usedAt).not.toBeNull();

    intent = { token: null, self: null };
    const again = await enter(new CookieBrowser());
    expect(again).toMatchObject({ personId });
    expect(again.end.pathname).toBe("/");
  });

  it("is nobody's without a link, whatever else matches", async () => {
    // The subject is the very address of a person of ours.
    const email = `${newId()}@lokus.test`;
    await database.app.person.create({ data: { displayName: "Surel sama", email } });
    idp.enterAs(email);
    const { end, personId } = await enter(new CookieBrowser());
    expect(personId).toBeNull();
    expect(`${end.pathname}${end.search}`).toBe("/sign-in?problem=account_unknown");
    expect(await accounts(email)).toEqual([]);
  });

  it("is linked by an invitation once, also by two at the same moment", async () => {
    const { personId, token } = await invited();
    intent = { token, self: null };
    const subject = newId();
    idp.enterAs(subject);
    const both = await Promise.all([enter(new CookieBrowser()), enter(new CookieBrowser())]);
    expect(both.map((each) => each.personId).filter(Boolean)).toContain(personId);
    expect(await accounts(subject)).toEqual([{ personId }]);
    // The invitation is used up: another account gets nothing by it.
    const other = newId();
    idp.enterAs(other);
    const { end } = await enter(new CookieBrowser());
    expect(end.search).toBe("?problem=link_expired");
    expect(await accounts(other)).toEqual([]);
  });

  it("is not linked by a link that staff have seen, to somebody who has a password", async () => {
    const { personId, token, linkId } = await invited();
    await database.app.person.update({ where: { id: personId }, data: { passwordHash: "x" } });
    const subject = newId();
    idp.enterAs(subject);
    intent = { token, self: null };
    const refused = await enter(new CookieBrowser());
    expect([refused.personId, refused.end.search]).toEqual([
      null,
      "?problem=account_needs_password",
    ]);
    expect(await accounts(subject)).toEqual([]);
    // The link goes on giving a new password; and one that a letter brought to the address links.
    const link = await database.app.oneTimeLink.update({
      where: { id: linkId },
      data: { channel: "MAIL" },
    });
    expect(link.usedAt).toBeNull();
    expect(await enter(new CookieBrowser())).toMatchObject({ personId });
  });

  it("opens one door: it is not moved to another person's invitation or session", async () => {
    const first = await invited();
    const subject = newId();
    idp.enterAs(subject);
    intent = { token: first.token, self: null };
    await enter(new CookieBrowser());
    const second = await invited();
    for (const wanted of [
      { token: second.token, self: null },
      { token: null, self: second.personId },
    ]) {
      intent = wanted;
      const { end, personId } = await enter(new CookieBrowser());
      expect([personId, end.search]).toEqual([null, "?problem=account_taken"]);
    }
    expect(await accounts(subject)).toEqual([{ personId: first.personId }]);
    const link = await database.app.oneTimeLink.findUniqueOrThrow({ where: { id: second.linkId } });
    expect(link.usedAt).toBeNull();
  });

  it("opens nothing for who is deactivated, and is taken off only where a password is left", async () => {
    const { personId, token } = await invited();
    const subject = newId();
    idp.enterAs(subject);
    intent = { token, self: null };
    await enter(new CookieBrowser());
    intent = { token: null, self: null };
    const self = { ...world.organizer, personId };
    expect(await unlinkAccount(world.ctx, self)).toMatchObject({ reason: "forbidden" });
    value(await setPersonStatus(world.ctx, world.administrator, { personId, active: false }));
    const { end, personId: entered } = await enter(new CookieBrowser());
    expect([entered, end.search]).toEqual([null, "?problem=account_unknown"]);
  });
});

describe("a forged token", () => {
  const past = Math.floor(Date.now() / 1000) - 3600;
  const FORGERIES: [string, Forgery][] = [
    ["signed with a foreign key", { foreignKey: true }],
    ["not signed", { unsigned: true }],
    [
      "of another issuer",
      { change: (claims) => ({ ...claims, iss: "https://sso.example.go.id" }) },
    ],
    ["for another application", { change: (claims) => ({ ...claims, aud: "somebody-else" }) }],
    ["past its time", { change: (claims) => ({ ...claims, iat: past - 60, exp: past }) }],
    ["with the nonce of another visit", { change: (claims) => ({ ...claims, nonce: "another" }) }],
    ["without a nonce", { change: ({ nonce: _, ...claims }) => claims }],
  ];

  it.each(FORGERIES)("%s is refused, and nothing is half done", async (_, forgery) => {
    const { token, linkId, personId } = await invited();
    const subject = newId();
    idp.enterAs(subject);
    intent = { token, self: null };
    idp.forgeWith(forgery);
    const before = await database.app.auditEvent.count();
    const { end, personId: entered } = await enter(new CookieBrowser());
    expect(entered).toBeNull();
    expect([end.pathname, end.searchParams.get("error")]).toEqual(["/sign-in", "OAuthCallback"]);
    expect(await accounts(subject)).toEqual([]);
    const link = await database.app.oneTimeLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(link.usedAt).toBeNull();
    expect(await database.app.auditEvent.count()).toBe(before);
    // The genuine one still comes in.
    idp.forgeWith(null);
    expect(await enter(new CookieBrowser())).toMatchObject({ personId });
  });

  it("does not come in by an answer that another browser asked for", async () => {
    const subject = newId();
    const { token } = await invited();
    intent = { token, self: null };
    idp.enterAs(subject);
    const victim = new CookieBrowser();
    const csrf = await victim.go(`${origin}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const answer = await victim.follow(
      `${origin}/api/auth/signin/sso`,
      (url) => url.pathname === "/api/auth/callback/sso",
      {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ csrfToken, callbackUrl: `${origin}/` }),
      },
    );
    const asked = new URL(answer);
    expect(asked.searchParams.get("code")).toBeTruthy();
    // Another browser has no state, nonce or PKCE verifier of that visit.
    const end = await new CookieBrowser().follow(answer, (url) => url.pathname === "/sign-in");
    expect(new URL(end).searchParams.get("error")).toBe("OAuthCallback");
    // And in the right one a state that was changed is refused.
    asked.searchParams.set("state", "another");
    const changed = await victim.follow(asked.href, (url) => url.pathname === "/sign-in");
    expect(new URL(changed).searchParams.get("error")).toBe("OAuthCallback");
    expect(await accounts(subject)).toEqual([]);
  });
});

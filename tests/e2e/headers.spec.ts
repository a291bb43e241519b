import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, ROLES, type Role, test } from "./fixtures";
import { places } from "./places";

/** What every answer carries, whatever was asked and whoever asks. */

const unknownId = "0190a000-0000-7000-8000-000000000000";
const FIXED_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Pages that need no session. */
const OPEN_PAGES = [
  "/sign-in",
  "/set-password/bukan-tautan-yang-pernah-ada-di-sini",
  "/confirm-email/bukan-tautan-yang-pernah-ada-di-sini",
  "/join/bukan-tautan-yang-pernah-ada-di-sini",
  "/feedback/bukan-tautan-yang-pernah-ada-di-sini",
  "/agency/bukan-tautan-yang-pernah-ada-di-sini",
];
/** Addresses that are no page; some look like files, some like endpoints. */
const NOWHERE = [
  "/nowhere",
  "/nowhere.txt",
  "/tasks/nowhere.png",
  "/_next/nowhere",
  "/icons/nowhere.svg",
  `/tasks/${unknownId}`,
  "/admin",
];
const MACHINES = [
  "/api/health",
  "/api/openapi.json",
  "/api/assignments",
  `/api/assignments/${unknownId}`,
  "/api/commands",
  "/api/reviews/live?poll=1",
  `/api/cohorts/${unknownId}/live?poll=1`,
  "/api/metrics",
  "/api/auth/csrf",
  "/api/auth/session",
  "/api/auth/providers",
  "/api/auth/signin",
  "/api/auth/nowhere",
  "/api/nowhere",
  "/api/nowhere.png",
];
const FILES = ["/favicon.ico", "/icon.svg", "/icons/icon-192.png", "/_next/static/nowhere.js"];

type Method = "get" | "head";
const METHODS: readonly Method[] = ["get", "head"];

function ask(
  request: APIRequestContext,
  method: Method,
  path: string,
  headers: Record<string, string> = {},
): Promise<APIResponse> {
  return request[method](path, { headers, maxRedirects: 0 });
}

function expectCommon(response: APIResponse, what: string): void {
  const headers = response.headers();
  expect(headers, what).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-request-id": expect.stringMatching(/^[\w-]{36}$/),
  });
  expect(headers["permissions-policy"], what).toContain("camera=()");
  expect(headers["x-powered-by"], what).toBeUndefined();
  expect(headers.server, what).toBeUndefined();
  // Whoever came without TLS must be able to come back.
  expect(headers["strict-transport-security"], what).toBeUndefined();
  expect(headers["access-control-allow-origin"], what).toBeUndefined();
  expect(response.status(), what).toBeLessThan(500);
}

/** The nonce of a page's policy. */
function nonceOf(response: APIResponse, what: string): string {
  const policy = response.headers()["content-security-policy"] ?? "";
  const [, nonce = ""] = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic';/.exec(policy) ?? [];
  expect(nonce, `${what}: ${policy}`).toMatch(/^[\w+/]{22}==$/);
  expect(policy, what).toContain("frame-ancestors 'none'");
  expect(policy, what).toContain("object-src 'none'");
  expect(policy, what).toContain("base-uri 'none'");
  expect(policy, what).not.toContain("unsafe-eval");
  return nonce;
}

/** Everything in a page that could run or style carries the nonce of this very answer. */
function expectNonceOnEverything(html: string, nonce: string, what: string): void {
  const carriers = html.match(/<(?:script|style)\b[^>]*>/g) ?? [];
  expect(carriers.length, what).toBeGreaterThan(0);
  for (const tag of carriers) expect(tag, what).toContain(` nonce="${nonce}"`);
  expect(html.match(/<[a-z][^>]*\son[a-z]+\s*=/gi) ?? [], what).toEqual([]);
  expect(html, what).not.toMatch(/(?:href|src|action)="\s*javascript:/i);
}

function expectPrivate(response: APIResponse, what: string): void {
  expect(response.headers()["cache-control"], what).toMatch(/private/);
  expect(response.headers()["cache-control"], what).toMatch(/no-store/);
}

/**
 * Checks a page by both methods, and that no two answers share a nonce.
 *
 * @param status where only one will do
 */
async function expectPage(
  request: APIRequestContext,
  path: string,
  nonces: Set<string>,
  who: string,
  status?: number,
): Promise<void> {
  for (const method of METHODS) {
    const what = `${method} ${path} as ${who}`;
    const response = await ask(request, method, path);
    expectCommon(response, what);
    expectPrivate(response, what);
    if (status !== undefined) expect(response.status(), what).toBe(status);
    const nonce = nonceOf(response, what);
    expect(nonces, what).not.toContain(nonce);
    nonces.add(nonce);
    const location = response.headers().location;
    if (location !== undefined) {
      expect(location, what).toMatch(/^\/(?!\/)/);
    } else if (method === "get" && response.headers()["content-type"]?.startsWith("text/html")) {
      expectNonceOnEverything(await response.text(), nonce, what);
    }
  }
}

async function expectMachine(request: APIRequestContext, path: string, who: string): Promise<void> {
  for (const method of METHODS) {
    const what = `${method} ${path} as ${who}`;
    const response = await ask(request, method, path);
    expectCommon(response, what);
    expect(response.headers()["content-security-policy"], what).toBe(FIXED_POLICY);
  }
}

for (const role of Object.keys(ROLES) as Role[]) {
  test(`a ${role} finds what is theirs, and every answer is guarded`, async ({
    signedIn,
    rows,
  }) => {
    const { request } = (await signedIn(ROLES[role])).context();
    const nonces = new Set<string>();
    // What is not theirs is like what is nowhere, which another test holds.
    const own = (await places(rows)).filter((place) => place.for.includes(role));
    for (const { path } of own) await expectPage(request, path, nonces, role, 200);
    for (const path of ["/", ...OPEN_PAGES, ...NOWHERE]) {
      await expectPage(request, path, nonces, role);
    }
    for (const path of MACHINES) await expectMachine(request, path, role);
    expectPrivate(await ask(request, "get", "/api/auth/session"), `the session of a ${role}`);
    // Kept by the sender alone, and asked for anew each time, by its ETag.
    const list = (await ask(request, "get", "/api/assignments")).headers();
    expect(list["cache-control"]).toBe("private, no-cache");
  });
}

test("every answer to somebody who is not signed in is guarded", async ({ request, rows }) => {
  const nonces = new Set<string>();
  for (const { path } of await places(rows)) await expectPage(request, path, nonces, "nobody");
  for (const path of ["/", ...OPEN_PAGES, ...NOWHERE]) {
    await expectPage(request, path, nonces, "nobody");
  }
  for (const path of MACHINES) await expectMachine(request, path, "nobody");
  for (const path of FILES) {
    for (const method of METHODS) expectCommon(await ask(request, method, path), path);
  }
});

test("the build's files are guarded, and kept by the browser", async ({ request }) => {
  const html = await (await request.get("/sign-in")).text();
  const files = [...html.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(
    ([, file]) => file ?? "",
  );
  expect(files.length).toBeGreaterThan(3);
  for (const file of new Set(files)) {
    const response = await ask(request, "get", file);
    expectCommon(response, file);
    expect(response.status(), file).toBe(200);
    expect(response.headers()["cache-control"], file).toContain("immutable");
  }
});

test("pages that are fetched ahead are guarded as well", async ({ request }) => {
  const fetchedAhead: Record<string, string>[] = [
    { purpose: "prefetch" },
    { "sec-purpose": "prefetch;prerender" },
    { "next-router-prefetch": "1" },
    { rsc: "1" },
  ];
  for (const ahead of fetchedAhead) {
    const response = await ask(request, "get", "/sign-in", ahead);
    expectCommon(response, JSON.stringify(ahead));
    nonceOf(response, JSON.stringify(ahead));
  }
});

test("a nonce is never the sender's to choose", async ({ request }) => {
  const chosen = "cGlsaWhhbi1zZW5kaXJpIQ==";
  const policy = `script-src 'self' 'nonce-${chosen}' 'strict-dynamic';`;
  const response = await ask(request, "get", "/sign-in", { "content-security-policy": policy });
  expect(nonceOf(response, "a chosen nonce")).not.toBe(chosen);
  expect(await response.text()).not.toContain(chosen);
});

test("behind TLS every answer asks for TLS from now on", async ({ request, signedIn }) => {
  const tls = { "x-forwarded-proto": "https" };
  for (const path of ["/", "/sign-in", "/nowhere", "/api/health", "/api/auth/csrf", "/icon.svg"]) {
    const response = await ask(request, "get", path, tls);
    expect(response.headers()["strict-transport-security"], path).toBe(
      "max-age=63072000; includeSubDomains",
    );
  }
  const page = await signedIn(ROLES.participant);
  const { "content-security-policy": policy } = (
    await ask(page.context().request, "get", "/tasks", tls)
  ).headers();
  expect(policy).toContain("upgrade-insecure-requests");
  expect(
    (await ask(request, "get", "/sign-in")).headers()["content-security-policy"],
  ).not.toContain("upgrade-insecure-requests");
});

test("a request keeps the id that a proxy gave it, when it is one", async ({ request }) => {
  const id = "proxy-1.0123456789";
  const headers = async (given: string) =>
    (await ask(request, "get", "/sign-in", { "x-request-id": given })).headers();
  expect((await headers(id))["x-request-id"]).toBe(id);
  expect((await headers("<script>alert(1)</script>"))["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
});

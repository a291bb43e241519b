import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { promisify } from "node:util";
import type { APIRequestContext } from "@playwright/test";
import { expect, ROLES, test } from "./fixtures";

/** The door for machines, as it is served: statuses, headers, and whatever is sent to it. */

const uuid = () => randomUUID();
const post = (request: APIRequestContext, data: unknown, headers: Record<string, string> = {}) =>
  request.post("/api/commands", {
    // As bytes: Playwright would mend a text that is no JSON by quoting it.
    data:
      typeof data === "string"
        ? Buffer.from(data)
        : Buffer.isBuffer(data)
          ? data
          : Buffer.from(JSON.stringify(data)),
    headers: { "content-type": "application/json", ...headers },
  });

test("nobody gets in without a session, and no page of another site", async ({
  request,
  signedIn,
}) => {
  for (const path of ["/api/assignments", `/api/assignments/${uuid()}`]) {
    expect((await request.get(path)).status()).toBe(401);
  }
  const refused = await post(request, { commandId: uuid(), type: "SUBMIT", payload: {} });
  expect(refused.status()).toBe(401);
  expect(await refused.json()).toEqual({ ok: false, reason: "signed_out" });

  const own = (await signedIn(ROLES.participant)).request;
  for (const headers of <Record<string, string>[]>[
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ]) {
    const foreign = await post(own, {}, headers);
    expect(foreign.status()).toBe(403);
    expect(await foreign.json()).toMatchObject({ reason: "cross_site" });
  }
});

test("what is no command is refused clearly", async ({ signedIn, baseURL }) => {
  const { request } = await signedIn(ROLES.participant);
  const deep = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
  const cases: [string | Buffer | object, number, string, Record<string, string>?][] = [
    ["{", 400, "malformed"],
    ["", 400, "malformed"],
    ["// a comment\n{}", 400, "malformed"],
    [Buffer.from([0x7b, 0xff, 0x7d]), 400, "malformed"],
    [deep, 400, "malformed"],
    ['{"commandId":"1","commandId":"2"}', 400, "malformed"],
    ["{}", 415, "unsupported_type", { "content-type": "text/plain" }],
    ["a=1", 415, "unsupported_type", { "content-type": "application/x-www-form-urlencoded" }],
    [`"${"x".repeat(5_000_000)}"`, 413, "too_large"],
    [Array.from({ length: 1000 }, () => ({})), 413, "too_large"],
    ["7", 422, "invalid"],
    [{ commandId: uuid(), type: "DROP", payload: {} }, 422, "invalid"],
  ];
  for (const [body, status, reason, headers] of cases) {
    const answer = await post(request, body, { origin: baseURL ?? "", ...headers });
    const shown = String(body).slice(0, 40);
    expect(answer.status(), shown).toBe(status);
    expect(await answer.json(), shown).toMatchObject({ ok: false, reason });
  }
  const list = await post(request, [{}, { commandId: uuid(), type: "SUBMIT", payload: {} }]);
  expect(list.status()).toBe(200);
  expect(await list.json()).toMatchObject({ results: [{ status: 422 }, { status: 422 }] });
});

test("one's own is read with an ETag, and nobody else's", async ({ signedIn }) => {
  const own = (await signedIn("peserta07@lokus.test")).request;
  const list = await own.get("/api/assignments?limit=1");
  expect(list.headers()["cache-control"]).toBe("private, no-cache");
  const known = { "if-none-match": list.headers().etag ?? "" };
  const unchanged = await own.get("/api/assignments?limit=1", { headers: known });
  expect(unchanged.status()).toBe(304);
  const { assignments } = (await list.json()) as { assignments: { id: string }[] };
  const path = `/api/assignments/${assignments[0]?.id}`;

  const first = await own.get(path);
  expect(first.status()).toBe(200);
  const etag = first.headers().etag ?? "";
  expect(etag).toMatch(/^"[\w-]{27}"$/);
  const again = await own.get(path, { headers: { "if-none-match": `W/"x", W/${etag}` } });
  expect(again.status()).toBe(304);
  expect(await again.body()).toHaveLength(0);
  expect((await own.get(path, { headers: { "if-none-match": '"x"' } })).status()).toBe(200);

  for (const odd of ["limit=0", "limit=101", "limit=x", "after=7"]) {
    expect((await own.get(`/api/assignments?${odd}`)).status(), odd).toBe(422);
  }
  expect((await own.get(`${path}?include=everything`)).status()).toBe(422);
  const other = (await signedIn("peserta08@lokus.test")).request;
  for (const address of [path, `/api/assignments/${uuid()}`, "/api/assignments/7"]) {
    const answer = await other.get(address);
    expect(answer.status()).toBe(404);
    expect(await answer.json()).toEqual({ ok: false, reason: "not_found" });
  }
});

test("of next-auth there is what is used, and it answers a slip without failing", async ({
  request,
}) => {
  for (const path of ["_log", "signout", "verify-request", "callback/credentials", "nothing"]) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
  }
  const log = await request.post("/api/auth/_log", { form: { level: "error", code: "FORGED" } });
  expect(log.status()).toBe(404);
  const bad = await request.post("/api/auth/callback/credentials", {
    data: Buffer.from("{bad"),
    headers: { "content-type": "application/json" },
  });
  expect(bad.status()).toBe(415);

  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  for (const callbackUrl of ["http://localhost:3000.evil.example/", "\u0000", "http://[", "//x"]) {
    const answer = await request.post("/api/auth/callback/credentials", {
      form: { csrfToken, login: "tidak@ada.test", password: "salah", json: "true", callbackUrl },
    });
    expect(answer.status(), callbackUrl).toBe(401);
    expect(await answer.text()).not.toContain("evil.example");
  }
});

test("health, and the description of it all", async ({ request }) => {
  const health = await request.get("/api/health");
  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({ status: "ok", database: "ok" });
  const description = await request.get("/api/openapi.json");
  expect(await description.json()).toMatchObject({ openapi: "3.1.0" });
});

test("the script of the README plays a participant through all four stages", async ({
  baseURL,
  rows,
}) => {
  test.setTimeout(120_000);
  const script = path.resolve(import.meta.dirname, "../../docs/api/participant.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [script, baseURL ?? ""]);
  expect(stdout.match(/approved/g)).toHaveLength(4);
  const [login] = stdout.split(" ");
  const [plan] = await rows<{ state: string }>(
    `SELECT s.state FROM stages s
     JOIN assignments a ON a.id = s.assignment_id
     JOIN enrolments e ON e.id = a.enrolment_id
     JOIN people p ON p.id = e.person_id
     WHERE p.email = $1 AND s.kind = 'PLAN' ORDER BY s.submitted_at DESC NULLS LAST`,
    [login],
  );
  expect(plan?.state).toBe("APPROVED");
});

test("an address of the API that there is not is refused in JSON", async ({ request }) => {
  for (const method of ["GET", "POST", "PUT", "DELETE"]) {
    const answer = await request.fetch("/api/nowhere/at/all", { method });
    expect(answer.status(), method).toBe(404);
    expect(await answer.json(), method).toMatchObject({ ok: false, reason: "not_found" });
  }
});

import { readFile } from "node:fs/promises";
import { expect, ROLES, test } from "./fixtures";

/** What the server under test has told so far. Its first lines are Next's own welcome, one a process. */
async function told(): Promise<Record<string, unknown>[]> {
  const text = await readFile(process.env.LOKUS_E2E_LOG ?? "", "utf8");
  const lines = text.split("\n").filter(Boolean);
  const start = lines.findLastIndex((line) => line.includes('"event":"server_started"'));
  expect(start).toBeGreaterThanOrEqual(0);
  return lines.slice(start).map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** What is told of a request, but for statements that a busy machine took long over. */
const telling = (id: string) =>
  expect.poll(async () =>
    (await told()).filter(({ requestId, event }) => requestId === id && event !== "slow_statement"),
  );

test("a page, an action and an endpoint tell who asked, under one id", async ({
  signedIn,
  rows,
}) => {
  const page = await signedIn("peserta06@lokus.test");
  const [person] = await rows<{ id: string }>(
    "SELECT id FROM people WHERE email = 'peserta06@lokus.test'",
  );
  const actorId = person?.id;
  for (const path of ["/tasks", "/api/assignments"]) {
    const response = await page.context().request.get(path);
    const line = { event: "request", route: path, status: 200, actorId };
    await telling(response.headers()["x-request-id"] ?? "").toMatchObject([line]);
  }

  await page.goto("/account");
  await page.getByLabel("Kata sandi sekarang").fill("bukan ini");
  await page.getByLabel("Kata sandi baru", { exact: true }).fill("sandi baru yang panjang");
  await page.getByLabel("Ulangi kata sandi baru").fill("sandi baru yang panjang");
  // The agent of the field asks by itself too, at an address of its own.
  const answered = page.waitForResponse(
    (response) => response.request().method() === "POST" && response.url().endsWith("/account"),
  );
  await page.getByRole("button", { name: "Ganti kata sandi" }).click();
  const id = (await (await answered).allHeaders())["x-request-id"] ?? "";
  await telling(id).toMatchObject([
    { event: "request", method: "POST", route: "/account", actorId },
  ]);
});

test("a command tells its id and how it ended", async ({ signedIn }) => {
  const page = await signedIn(ROLES.participant);
  const commandId = crypto.randomUUID();
  const { assignments } = (await (await page.context().request.get("/api/assignments")).json()) as {
    assignments: { id: string }[];
  };
  const response = await page.context().request.post("/api/commands", {
    data: {
      commandId,
      type: "WITHDRAW",
      payload: { assignmentId: assignments[0]?.id, stage: "PLAN", basedOn: 9_999 },
    },
  });
  expect(response.status()).toBe(409);
  await expect
    .poll(async () => (await told()).filter((line) => line.commandId === commandId))
    .toMatchObject([
      {
        event: "command",
        requestId: response.headers()["x-request-id"],
        actorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        outcome: ((await response.json()) as { reason: string }).reason,
      },
    ]);
});

test("nothing of anybody stands in the log", async ({ request, rows }) => {
  // Somebody's name where nobody expects it.
  await request.get("/set-password/rahasia-yang-tidak-boleh-tercatat?nama=Rahasia-Budi");
  await request.get("/Rahasia-Budi", { headers: { "x-request-id": "rahasia@lokus.test" } });
  await request.get("/tasks", { headers: { cookie: "next-auth.session-token=Rahasia-Budi" } });
  await request.post("/api/auth/callback/credentials", {
    form: { login: "rahasia@lokus.test", password: "Rahasia-Budi", csrfToken: "Rahasia-Budi" },
  });
  const last = await request.get("/sign-in");
  await telling(last.headers()["x-request-id"] ?? "").toHaveLength(1);

  const text = JSON.stringify(await told());
  expect(text).not.toMatch(/rahasia/i);
  const people = await rows<{ words: string[] }>(
    `SELECT array_remove(ARRAY[p.display_name, p.email, p.id_number, e.full_name], NULL) AS words
     FROM people p LEFT JOIN enrolments e ON e.person_id = p.id`,
  );
  expect(people.length).toBeGreaterThan(60);
  const words = people.flatMap((row) => row.words);
  expect(words.filter((word) => text.includes(word))).toEqual([]);
  expect(text).not.toMatch(/@lokus\.test|lokus-demo|eyJ/);
});

test("metrics are for who knows the token", async ({ request }) => {
  const ask = (authorization?: string) =>
    request.get("/api/metrics", { headers: authorization ? { authorization } : {} });
  const token = process.env.METRICS_TOKEN ?? "";
  for (const wrong of [undefined, "Bearer", "Bearer x", `Basic ${token}`, `Bearer ${token}x`]) {
    const response = await ask(wrong);
    expect(response.status(), wrong).toBe(401);
    expect(await response.text()).toBe("");
  }
  const response = await ask(`Bearer ${token}`);
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toMatch(/^text\/plain/);
  const text = await response.text();
  for (const line of [
    /^lokus_http_request_duration_seconds_count\{method="GET",route="\/api\/metrics",status="401"\} \d+$/m,
    /^lokus_command_duration_seconds_count\{type="\w+",outcome="\w+"\} \d+$/m,
    /^lokus_database_statement_duration_seconds_count\{kind="select"\} [1-9]\d*$/m,
    /^lokus_database_connections\{state="idle"\} \d+$/m,
    /^lokus_database_connection_waiters \d+$/m,
    /^lokus_sign_ins_total\{outcome="ok"\} \d+$/m,
    /^process_resident_memory_bytes \d+$/m,
    /^nodejs_eventloop_lag_seconds /m,
  ]) {
    expect(text).toMatch(line);
  }
});

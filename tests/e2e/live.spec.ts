import { expect, expectNoSidewaysScroll, ROLES, test } from "./fixtures";
import { places } from "./places";

/** What happens in a cohort appears on its pages by itself. */

test("a dashboard shows what a participant does, and keeps what is typed and focused", async ({
  signedIn,
  rows,
}) => {
  const staff = await signedIn(ROLES.staff);
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  // Somebody whose first stage is still being written.
  const [open] = await rows<{ id: string; version: number; login: string }>(
    `SELECT a.id, s.version, p.email AS login FROM stages s
     JOIN assignments a ON a.id = s.assignment_id AND a.cancelled_at IS NULL
     JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
     JOIN people p ON p.id = e.person_id
     WHERE s.kind = 'EVALUATE' AND s.state = 'OPEN' AND s.draft_saved_at IS NULL AND a.cohort_id = $1
     ORDER BY e.roster_number LIMIT 1`,
    [cohort?.id],
  );
  if (!cohort || !open) throw new Error("the demo is not as expected");
  await staff.goto(`/cohorts/${cohort.id}/work?stage=EVALUATE&begun=0&state=OPEN`);
  await expect(staff.locator("[data-live=on]")).toBeVisible();
  const found = staff.locator("h1 + div");
  const before = await found.textContent();
  await staff.locator("input[name=q]").fill("belum dikirim");

  // Reading anew does not load again what the links of the page lead to.
  const ahead: string[] = [];
  staff.on("request", (request) => {
    if (request.headers()["next-router-prefetch"]) ahead.push(request.url());
  });
  const participant = await signedIn(open.login);
  const saved = await participant.request.post("/api/commands", {
    data: {
      commandId: crypto.randomUUID(),
      type: "SAVE_DRAFT",
      payload: {
        assignmentId: open.id,
        stage: "EVALUATE",
        basedOn: open.version,
        document: { summary: "Sudah mulai diisi." },
      },
    },
  });
  expect(saved.status()).toBe(200);

  await expect(found).not.toHaveText(before ?? "", { timeout: 15_000 });
  await expect(staff.locator("input[name=q]")).toHaveValue("belum dikirim");
  await expect(staff.locator("input[name=q]")).toBeFocused();
  expect(ahead).toEqual([]);
});

test("a stream ends for whoever is signed out, and was never there for others", async ({
  signedIn,
  rows,
}) => {
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  const stream = `/api/cohorts/${cohort?.id}/live`;
  for (const role of ["facilitator", "participant"] as const) {
    const page = await signedIn(ROLES[role]);
    expect((await page.request.get(`${stream}?poll=1`)).status()).toBe(404);
    const may = await page.request.get(`${stream}?of=attendance&poll=1`);
    expect(may.status()).toBe(role === "facilitator" ? 200 : 404);
    const queue = await page.request.get("/api/reviews/live?poll=1");
    expect(queue.status()).toBe(role === "facilitator" ? 200 : 404);
  }
  const staff = await signedIn(ROLES.staff);
  expect((await staff.request.get(`${stream}?poll=1&since=never`)).status()).toBe(422);
  expect((await staff.request.get("/api/cohorts/nobody/live?poll=1")).status()).toBe(404);
  const polled = await staff.request.get(`${stream}?poll=1&since=${Date.now() + 60_000}`);
  expect(await polled.json()).toMatchObject({ ok: true, changed: false });
});

test("a projector shows figures and nobody's name", async ({ signedIn, rows }) => {
  const screen = (await places(rows)).find(({ path }) => path.endsWith("/projector"));
  if (!screen) throw new Error("there is a projector");
  const staff = await signedIn(ROLES.staff);
  const people = await rows<{ name: string }>(
    "SELECT e.full_name AS name FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id WHERE c.is_demo",
  );
  for (const colorScheme of ["light", "dark"] as const) {
    await staff.emulateMedia({ colorScheme });
    await staff.setViewportSize({ width: 1920, height: 1080 });
    await staff.goto(screen.path);
    await expect(staff.locator("[data-live=on]")).toBeVisible();
    await expectNoSidewaysScroll(staff);
  }
  const text = (await staff.locator("main").textContent()) ?? "";
  expect(people.filter(({ name }) => text.includes(name))).toEqual([]);
});

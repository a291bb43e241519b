import { expect, ROLES, type Role, test } from "./fixtures";
import { places } from "./places";

const UUID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
const unknownId = "0190a000-0000-7000-8000-000000000000";

/**
 * All that is sent, React's data included, but for ids, what is drawn by lot, and the order and numbers of
 * the data's rows, which come as they are ready.
 */
function comparable(html: string): string {
  const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? "";
  return html
    .replaceAll(nonce, "")
    .replaceAll(UUID, "")
    .replaceAll(/<script[^>]*>self\.__next_f\.push\(\[1,"|"\]\)<\/script>/g, "")
    .replaceAll(/\$[A-Z@h]?[0-9a-f]+/g, "$")
    .split("\\n")
    .map((row) => row.replace(/^[0-9a-f]+:/, ""))
    .toSorted()
    .join("\n");
}

test("every page of the workspace asks who one is", async ({ page, request, rows }) => {
  test.setTimeout(120_000);
  const all = await places(rows);
  for (const { path } of all) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.headers().location, path).toMatch(/^\/sign-in\b/);
  }
  await page.goto(all[0]?.path ?? "");
  await expect(page.getByLabel("Surel atau NIP")).toBeVisible();
});

for (const role of Object.keys(ROLES) as Role[]) {
  // What is theirs headers.spec.ts finds.
  test(`for a ${role} nothing exists but what is theirs`, async ({ signedIn, rows }) => {
    const { request } = (await signedIn(ROLES[role])).context();
    const others = (await places(rows)).filter((place) => !place.for.includes(role));
    expect(others.length).toBeGreaterThan(0);
    for (const { path } of others) {
      const response = await request.get(path, { maxRedirects: 0 });
      expect(response.status(), `${role} on ${path}`).toBe(404);
    }
  });
}

test("what is somebody else's answers exactly like what is not there", async ({
  signedIn,
  rows,
}) => {
  const { request } = (await signedIn("peserta02@lokus.test")).context();
  const answer = async (path: string) => {
    const response = await request.get(path, { maxRedirects: 0 });
    return `${response.status()} ${comparable(await response.text())}`;
  };
  for (const { path } of (await places(rows)).filter((place) => place.for.length < 3)) {
    const nowhere = path.replaceAll(UUID, unknownId);
    // Said with the address alone: two pages side by side would be half a megabyte of message.
    expect((await answer(path)) === (await answer(nowhere)), path).toBe(true);
  }
});

test("another facilitator's participant does not exist", async ({
  signedIn,
  rows,
  expectProblem,
}) => {
  expectProblem(/status of 404/);
  const page = await signedIn("fasilitator2@lokus.test");
  const own = (await places(rows)).find(({ path }) => path.startsWith("/reviews/"));
  const response = await page.goto(own?.path ?? "");
  expect(response?.status()).toBe(404);
});

test("odd addresses are not found, never an error", async ({ signedIn, expectProblem }) => {
  expectProblem(/status of 404/);
  const page = await signedIn(ROLES.staff);
  for (const path of [
    "/tasks/not-a-uuid",
    `/tasks/${unknownId}/evaluate`,
    `/reviews/${unknownId}/evaluate`,
    `/reviews/${unknownId}/nonsense`,
    "/cohorts/%00",
    "/cohorts/%ED%A0%80",
    "/cohorts/'; DROP TABLE cohorts; --",
    "/innovations/1",
    "/nowhere",
    "/admin",
  ]) {
    const response = await page.goto(path);
    expect([400, 404], path).toContain(response?.status());
  }
});

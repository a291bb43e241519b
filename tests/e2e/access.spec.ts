import { expect, ROLES, type Role, test } from "./fixtures";
import { places } from "./places";

const unknownId = "0190a000-0000-7000-8000-000000000000";

test("every page of the workspace asks who one is", async ({ page, request, rows }) => {
  const all = await places(rows);
  for (const { path } of all) {
    const answer = await request.get(path);
    expect(new URL(answer.url()).pathname, path).toBe("/sign-in");
  }
  await page.goto(all[0]?.path ?? "");
  await expect(page.getByLabel("Surel atau NIP")).toBeVisible();
});

for (const role of Object.keys(ROLES) as Role[]) {
  test(`a ${role} finds what is theirs, and nothing else exists`, async ({ signedIn, rows }) => {
    const { request } = (await signedIn(ROLES[role])).context();
    for (const place of await places(rows)) {
      const response = await request.get(place.path, { maxRedirects: 0 });
      const expected = place.for.includes(role) ? 200 : 404;
      expect(response.status(), `${role} on ${place.path}`).toBe(expected);
    }
  });
}

test("what is somebody else's answers exactly like what is not there", async ({
  signedIn,
  rows,
  expectProblem,
}) => {
  test.setTimeout(180_000);
  expectProblem(/status of 404/);
  const page = await signedIn("peserta02@lokus.test");
  // In a browser: what is not there is drawn by a script.
  const main = async (path: string) => {
    const response = await page.goto(path);
    return `${response?.status()} ${await page.locator("main").textContent()}`;
  };
  for (const { path } of (await places(rows)).filter((place) => place.for.length < 3)) {
    const nowhere = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, unknownId);
    expect(await main(path), path).toBe(await main(nowhere));
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

import { expect, test } from "./fixtures";

test("a board that came as HTML is there again after going away and back", async ({
  signedIn,
  rows,
}) => {
  const page = await signedIn("staf@lokus.test");
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  const answer = await page.goto(`/cohorts/${cohort?.id}`);
  const names = page.locator('#board tbody th[scope="row"]');
  const all = await names.allTextContents();
  expect(all.length).toBeGreaterThan(50);
  // The names of the board travel once: as HTML.
  const html = (await answer?.text()) ?? "";
  const last = await names.last().evaluate((cell) => cell.firstChild?.textContent ?? "");
  expect(html.split(last).length - 1).toBe(1);

  await page.locator("#board tbody a[data-soft]").first().click();
  await page.waitForURL(/\/reviews\//);
  await page.goBack();
  await expect(names).toHaveText(all);

  // What comes by the router has its text with it, and so has what is asked for anew.
  await page.getByRole("link", { name: "Instansi", exact: true }).click();
  await page.waitForURL(/by=agency/);
  await expect(names).toHaveCount(all.length);
  await page.goBack();
  await expect(names).toHaveText(all);
});

test("a text that cannot be read off the page is asked for anew", async ({ signedIn, rows }) => {
  const page = await signedIn("staf@lokus.test");
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  const path = `/cohorts/${cohort?.id}`;
  // Scripts wait until the text has lost its mark.
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  const names = page.locator('#board tbody th[scope="row"]');
  await expect(names.first()).toBeVisible();
  const all = await names.allTextContents();
  await page.locator("[data-page-text]").evaluateAll((texts) => {
    for (const text of texts) text.removeAttribute("data-page-text");
  });
  const asked = page.waitForRequest(
    (request) => request.url().includes(path) && request.headers().rsc !== undefined,
  );
  release();
  await asked;
  await expect(names).toHaveText(all);
  await page.getByRole("link", { name: "Analisis" }).click();
  await page.waitForURL(/\/analysis/);
  await page.goBack();
  await expect(names).toHaveText(all);
});

import { expect, expectNoSidewaysScroll, test } from "./fixtures";

/** What of a cohort is laid before a director, a host or a jury on paper. */
const PRINTED = [
  "",
  "/analysis",
  "/progress",
  "/findings",
  "/fairness",
  "/people",
  "/grades",
  "/feedback",
  "/visit",
  "/work",
  "/obstacles",
  "/roster",
];

/** A4 within its margins, in CSS pixels. */
const PAPER = { width: 703, height: 1017 };

test("what is printed says what it is of and when it was read, in ink on white, and nothing to press", async ({
  signedIn,
  rows,
}) => {
  test.setTimeout(180_000);
  const page = await signedIn("staf@lokus.test");
  const [cohort] = await rows<{ id: string; name: string }>(
    "SELECT id, name FROM cohorts WHERE is_demo",
  );
  if (!cohort) throw new Error("the demo has no cohort");
  await page.setViewportSize(PAPER);
  for (const part of PRINTED) {
    await page.emulateMedia({ media: "screen", colorScheme: "dark" });
    await page.goto(`/cohorts/${cohort.id}${part}`);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await test.step(`/cohorts/…${part}`, async () => {
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.locator("main").getByText(cohort.name).first()).toBeVisible();
      await expect(
        page.getByText(/^Keadaan pada \d+ \p{L}+ \d{4}, \d\d\.\d\d WIB$/u),
      ).toBeVisible();
      // Nobody presses paper.
      const pressed = await page
        .locator("button, [aria-label='Navigasi utama'], a[download]")
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120)),
        );
      expect(pressed).toEqual([]);
      expect(
        await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
        "the dark theme prints as the light one",
      ).toMatch(/^(rgb\(255, 255, 255\)|oklch\(1 |white)/);
      await expectNoSidewaysScroll(page);
    });
  }
});

import {
  bringAxe,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  expectOneHeading,
  LOOKS,
  ROLES,
  type Role,
  test,
} from "./fixtures";
import { places } from "./places";

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1440, height: 900 };
const WIDE = { width: 1920, height: 1080 };

test("the sign-in page is accessible, on the phone and in the dark", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(PHONE);
    await page.goto("/sign-in");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }
});

// They only look, so that whoever is free takes the next.
test.describe.configure({ mode: "parallel" });

/** In so many portions the pages of a role are looked at. */
const PORTIONS = 3;

for (const role of Object.keys(ROLES) as Role[]) {
  test(`what stands around every page of a ${role} on a desktop is accessible`, async ({
    signedIn,
  }) => {
    const page = await signedIn(ROLES[role]);
    await page.setViewportSize(DESKTOP);
    await page.goto("/account");
    await expectAccessible(page);
  });

  for (let portion = 0; portion < PORTIONS; portion += 1) {
    test(`every page of a ${role} is accessible, in both themes and sizes (${portion + 1}/${PORTIONS})`, async ({
      signedIn,
      rows,
    }) => {
      test.setTimeout(240_000);
      const page = await signedIn(ROLES[role]);
      await bringAxe(page);
      // What is alike for several is looked at by one of them, each of them in turn.
      const own = (await places(rows)).filter(({ for: roles, alike }, index) =>
        alike ? roles[index % roles.length] === role : roles.includes(role),
      );
      const pages = own.filter((_, index) => index % PORTIONS === portion);
      expect(pages.length).toBeGreaterThan(0);
      for (const { path } of pages) {
        await page.emulateMedia({ colorScheme: "light" });
        await page.setViewportSize(PHONE);
        await page.goto(path);
        await expectOneHeading(page);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
        await page.emulateMedia({ colorScheme: "dark" });
        await page.setViewportSize(DESKTOP);
        await expectNoSidewaysScroll(page);
        await expectAccessible(page, LOOKS);
        await page.setViewportSize(WIDE);
        await expectNoSidewaysScroll(page);
      }
    });
  }
}

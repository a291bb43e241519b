import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LOOKS,
  ROLES,
  type Role,
  test,
} from "./fixtures";
import { places } from "./places";

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1440, height: 900 };

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

for (const role of Object.keys(ROLES) as Role[]) {
  test(`every page of a ${role} is accessible, in both themes and sizes`, async ({
    signedIn,
    rows,
  }) => {
    test.setTimeout(400_000);
    const page = await signedIn(ROLES[role]);
    // What stands around every page on a desktop is examined whole once.
    await page.setViewportSize(DESKTOP);
    await page.goto("/account");
    await expectAccessible(page);
    for (const place of (await places(rows)).filter(({ for: roles }) => roles.includes(role))) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize(PHONE);
      await page.goto(place.path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await page.setViewportSize(DESKTOP);
      await expectAccessible(page, LOOKS);
    }
  });
}

import { expect, expectAccessible, expectNoSidewaysScroll, ROLES, test } from "./fixtures";

/** The filters of a page under a name: kept, shared, opened, and taken away with a way back. */

test("staff keep the filters of a board, share them, and open them when what they name has gone", async ({
  signedIn,
  rows,
}) => {
  const [cohort] = await rows<{ id: string; center: string }>(
    "SELECT id, center_id AS center FROM cohorts WHERE is_demo",
  );
  const page = await signedIn(ROLES.staff);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/cohorts/${cohort?.id}/work?late=1&stage=EVALUATE`);
  await page.getByRole("link", { name: "Simpan tampilan ini" }).click();
  await expect(page.getByRole("heading", { name: "Simpan tampilan ini" })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Nama").fill("Evaluasi terlambat");
  await page.getByLabel("Bagikan kepada seluruh staf pusdiklat").check();
  await page.getByRole("button", { name: "Simpan", exact: true }).click();
  const kept = page.getByRole("listitem").filter({ hasText: "Evaluasi terlambat" });
  await expect(kept.getByText("Dibagikan")).toBeVisible();

  await kept.getByRole("button", { name: "Ganti nama Evaluasi terlambat" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nama").fill("Evaluasi telat");
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await expect(dialog).toBeHidden();

  // What a view names may go: the page works, and says what it left out.
  await rows(
    `UPDATE saved_views SET version = version + 1, shared = false WHERE name = 'Evaluasi telat'`,
  );
  await rows(
    `INSERT INTO saved_views (id, center_id, owner_id, page, name, query, shared, created_at)
     SELECT gen_random_uuid(), v.center_id, v.owner_id, 'BOARD', 'Kelompok lama', $1, false, now()
     FROM saved_views v WHERE v.name = 'Evaluasi telat'`,
    [`group=${crypto.randomUUID()}&sort=late`],
  );
  await page.goto(`/cohorts/${cohort?.id}/views`);
  await page.getByRole("link", { name: "Kelompok lama" }).click();
  await expect(page.getByText("tidak dikenal lagi", { exact: false })).toBeVisible();
  await expect(page.getByRole("table").first()).toBeVisible();

  await page.goto(`/cohorts/${cohort?.id}/views`);
  await page.getByRole("button", { name: "Hapus Evaluasi telat" }).click();
  await expect(page.getByRole("link", { name: "Evaluasi telat" })).toHaveCount(0);
  await page.getByRole("button", { name: "Urungkan" }).click();
  await page.getByRole("link", { name: "Evaluasi telat" }).click();
  await page.waitForURL(/\/work\?(?=.*late=1)(?=.*stage=EVALUATE)/);
  await rows("DELETE FROM saved_views");
});

import { photo } from "../support/files";
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from "./fixtures";
import { StageFormPage } from "./pages/stage-form-page";

const PHONE = { width: 360, height: 740 };

test("a photo from the phone: made small, cut off in the middle, resumed, seen by who reviews", async ({
  browser,
  signedIn,
  rows,
  expectProblem,
}) => {
  test.setTimeout(120_000);
  expectProblem(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to (load|fetch)/);
  // Somebody whom no other test needs, who still writes on the evaluation.
  const [author] = await rows<{ email: string; assignment: string; personId: string }>(
    `SELECT p.email, a.id AS assignment, p.id AS "personId" FROM stages s
       JOIN assignments a ON a.id = s.assignment_id JOIN enrolments e ON e.id = a.enrolment_id
       JOIN people p ON p.id = e.person_id JOIN cohorts c ON c.id = a.cohort_id
      WHERE s.kind = 'EVALUATE' AND s.state IN ('OPEN', 'RETURNED') AND c.is_demo
        AND p.email NOT IN ('peserta01@lokus.test', 'peserta32@lokus.test', 'peserta40@lokus.test')
      ORDER BY p.email DESC, a.id LIMIT 1`,
  );
  if (!author) throw new Error("nobody writes on an evaluation");
  const page = await signedIn(author.email);
  const context = page.context();
  await page.setViewportSize(PHONE);
  await new StageFormPage(page).open(author.assignment, "evaluate");
  await page.locator("#evidence-add").click();
  const item = page.locator("[data-item^='evidence.']").last();
  const path = (await item.getAttribute("data-item")) ?? "";
  await item.locator(`input[name="${path}.kind"][value="PHOTO"]`).check();
  await page
    .locator(`textarea[name="${path}.caption"]`)
    .fill("Loket pelayanan pada pukul sembilan");

  // The line breaks with the second part.
  let parts = 0;
  await context.route("**/api/uploads/**", async (route) => {
    parts += 1;
    if (route.request().method() === "PATCH" && parts > 1) return route.abort();
    return route.continue();
  });
  const original = await photo(42, { width: 3200, height: 2400, quality: 92 });
  expect(original.length).toBeGreaterThan(1_000_000);
  await item.locator("input[type=file]:not([capture])").setInputFiles({
    name: "IMG_0001.jpg",
    mimeType: "image/jpeg",
    buffer: original,
  });
  const tick = page.getByRole("checkbox", { name: /Wajah dan identitas/ });
  await tick.check();
  await expect(item.getByText(/^Mengirim \d+ dari \d+ KB/).first()).toBeVisible({
    timeout: 20_000,
  });
  await expect.poll(() => parts).toBeGreaterThan(1);
  const upload = () =>
    rows<{ offset: number; size: number; finished: Date | null }>(
      `SELECT "offset", size, finished_at AS finished FROM uploads WHERE person_id = $1::uuid`,
      [author.personId],
    );
  const [half] = await upload();
  expect(half?.offset).toBeGreaterThan(0);
  expect(half?.offset).toBeLessThan(half?.size ?? 0);
  expect(half?.size).toBeLessThanOrEqual(330_000);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // The browser is closed, and opened again when there is signal.
  await page.close();
  await context.unroute("**/api/uploads/**");
  const again = await context.newPage();
  await again.setViewportSize(PHONE);
  await new StageFormPage(again).open(author.assignment, "evaluate");
  const back = again.locator(`[data-item="${path}"]`);
  await expect(back.getByText(/^Diterima server · \d+ KB/)).toBeVisible({ timeout: 30_000 });
  const [whole] = await upload();
  expect(whole?.offset).toBe(whole?.size);
  expect(whole?.finished).not.toBeNull();
  await expect(back.locator("img")).toBeVisible();

  // A document that acts is refused with its reason, beside what goes well.
  await again.locator("#evidence-add").click();
  const second = again.locator("[data-item^='evidence.']").last();
  const secondPath = (await second.getAttribute("data-item")) ?? "";
  await second.locator(`input[name="${secondPath}.kind"][value="FILE"]`).check();
  const acting =
    "%PDF-1.7\n1 0 obj << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj\ntrailer << >>\n%%EOF\n";
  await second.locator("input[type=file]").setInputFiles({
    name: "SK Inovasi.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from(acting),
  });
  await expect(second.getByRole("alert")).toContainText("PDF ini memuat skrip", {
    timeout: 20_000,
  });
  await second.getByRole("button", { name: "Batalkan foto atau berkas ini" }).click();
  await expect(second.getByRole("alert")).toHaveCount(0);

  // The picture is at an address that opens for its author and for nobody without a session.
  const shown = await back.locator("img").getAttribute("src");
  const [stored] = await rows<{ hash: string }>(
    "SELECT hash FROM evidence_files WHERE uploaded_by_id = $1::uuid",
    [author.personId],
  );
  expect(stored?.hash).toMatch(/^[\da-f]{64}$/);
  expect(shown).toMatch(/^data:image\/jpeg|^\/api\/files\//);
  await again.reload();
  await again.evaluate(() => indexedDB.deleteDatabase("lokus"));
  await again.reload();
  const served = await again.locator(`[data-item="${path}"] img`).getAttribute("src");
  if (served?.startsWith("/api/files/")) {
    const own = await context.request.get(served);
    expect([own.status(), own.headers()["content-type"]]).toEqual([200, "image/jpeg"]);
    expect(own.headers()["content-security-policy"]).toContain("sandbox");
    expect(own.headers()["x-content-type-options"]).toBe("nosniff");
    const stranger = await browser.newContext();
    expect((await stranger.request.get(served)).status()).toBe(401);
    await signIn(stranger, "peserta01@lokus.test");
    expect((await stranger.request.get(served)).status()).toBe(404);
    await stranger.close();
  }
});

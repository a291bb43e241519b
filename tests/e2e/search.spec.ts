import { expect, test } from "./fixtures";

test("staff find anything from anywhere by typing", async ({ signedIn, rows }) => {
  const page = await signedIn("staf@lokus.test");
  await page.goto("/cohorts");
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: /Cari orang/ });
  await expect(field).toBeFocused();
  await field.fill("siloncer");
  const first = page.getByRole("option", { name: /SILONCER – / });
  await expect(first).toBeVisible();
  await expect(first).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/innovations\/[0-9a-f-]{36}$/);

  // A person, by the slash key and the arrow keys.
  const [person] = await rows<{ name: string }>(
    "SELECT e.full_name AS name FROM enrolments e JOIN people p ON p.id = e.person_id WHERE p.is_demo AND e.role = 'PARTICIPANT' ORDER BY e.roster_number",
  );
  await page.keyboard.press("/");
  await field.fill(person?.name ?? "");
  await expect(page.getByRole("group", { name: "Orang" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/cohorts\/[0-9a-f-]{36}\?q=/);
  await expect(page.getByRole("rowheader", { name: person?.name }).first()).toBeVisible();
});

test("nothing found is said, and Escape gives the page back", async ({ signedIn }) => {
  const page = await signedIn("peserta01@lokus.test");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/tasks");
  await page.getByRole("link", { name: "Cari", exact: true }).click();
  await page.getByRole("combobox").fill("zzzz");
  await expect(page.getByText("Tidak ada yang cocok dengan “zzzz”")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox")).toHaveCount(0);
  await expect(page).toHaveURL(/\/tasks$/);
});

test("the search works as a page, and leads on", async ({ signedIn }) => {
  const page = await signedIn("staf@lokus.test");
  await page.goto("/search?q=data");
  await page.getByRole("link", { name: "Lihat semua" }).first().click();
  await page.waitForURL(/kind=/);
  await expect(page.locator("main ol li").first()).toBeVisible();
  await page.getByRole("searchbox", { name: /Cari orang/ }).fill("tidakadakatanya");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Tidak ada yang cocok dengan “tidakadakatanya”")).toBeVisible();
});

test("the tour comes once, can be skipped, and comes back when it is asked for", async ({
  signedIn,
  rows,
}) => {
  await rows("UPDATE people SET toured_at = NULL WHERE email = 'peserta33@lokus.test'");
  const page = await signedIn("peserta33@lokus.test");
  await page.goto("/tasks");
  const tour = page.getByRole("dialog", { name: "Selamat datang di Lokus" });
  await expect(tour).toContainText("1 dari 4");
  await tour.getByRole("button", { name: "Lanjut" }).click();
  await expect(tour).toContainText("Empat tahap, berurutan");
  await tour.getByRole("button", { name: "Kembali" }).click();
  const finished = page.waitForResponse(
    // The agent of the field tells of itself, at an address of its own.
    (answer) => answer.request().method() === "POST" && !answer.url().includes("/api/"),
  );
  await tour.getByRole("button", { name: "Lewati" }).click();
  await finished;
  await expect(tour).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(tour).toHaveCount(0);

  await page.goto("/help");
  await page.getByRole("button", { name: "Tampilkan tur lagi" }).click();
  await expect(tour).toBeVisible();
});

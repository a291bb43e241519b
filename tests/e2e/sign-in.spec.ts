import { DEMO_PASSWORD, expect, ROLES, test } from "./fixtures";

test("one click leads into each role", async ({ page }) => {
  for (const [entrance, landing] of [
    ["Staf Pusdiklat", "/cohorts"],
    ["Fasilitator", "/reviews"],
    ["Peserta", "/tasks"],
  ] as const) {
    await page.goto("/sign-in");
    await page.getByRole("button", { name: new RegExp(`^${entrance}`) }).click();
    await page.waitForURL(`**${landing}**`);
    await page.context().clearCookies();
  }
});

test("by e-mail, with a clear word when it fails, and what was typed stays", async ({
  page,
  expectProblem,
}) => {
  expectProblem(/status of 401/);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Masuk", exact: true }).last().click();
  await expect(page.getByText("Isi surel atau NIP Anda.")).toBeVisible();
  await page.getByLabel("Surel atau NIP").fill("Peserta03@Lokus.test");
  await page.getByLabel("Kata sandi").fill("bukan ini");
  await page.getByLabel("Kata sandi").press("Enter");
  await expect(page.getByText("tidak cocok")).toBeVisible();
  await expect(page.getByLabel("Surel atau NIP")).toHaveValue("Peserta03@Lokus.test");
  await page.getByLabel("Kata sandi").fill(DEMO_PASSWORD);
  await page.getByLabel("Kata sandi").press("Enter");
  await page.waitForURL("**/tasks");
});

test("whoever has to sign in first comes to the page that they asked for", async ({
  page,
  expectProblem,
}) => {
  expectProblem(/status of 401/);
  await page.goto("/innovations?q=rujukan");
  await page.waitForURL(/\/sign-in\?next=/);
  await expect(page.getByText("Anda diantar ke halaman yang tadi dibuka")).toBeVisible();
  await page.getByLabel("Surel atau NIP").fill("peserta06@lokus.test");
  await page.getByLabel("Kata sandi").fill("bukan ini");
  await page.getByLabel("Kata sandi").press("Enter");
  await expect(page.getByText("tidak cocok")).toBeVisible();
  await page.getByLabel("Kata sandi").fill(DEMO_PASSWORD);
  await page.getByLabel("Kata sandi").press("Enter");
  await page.waitForURL("**/innovations?q=rujukan");
  // Signed in already, it leads there at once; another origin is none of ours.
  await page.goto("/sign-in?next=%2Fvisit");
  expect(new URL(page.url()).pathname).toBe("/visit");
  await page.goto("/sign-in?next=%2F%2Fevil.example%2Fvisit");
  await page.waitForURL("**/tasks");
});

test("by NIP", async ({ page, rows }) => {
  const [person] = await rows<{ id_number: string }>(
    "SELECT id_number FROM people WHERE email = 'peserta04@lokus.test'",
  );
  await page.goto("/sign-in");
  await page
    .getByLabel("Surel atau NIP")
    .fill((person?.id_number ?? "").replace(/^(.{8})(.{6})/, "$1 $2 "));
  await page.getByLabel("Kata sandi").fill(DEMO_PASSWORD);
  await page.getByLabel("Kata sandi").press("Enter");
  await page.waitForURL("**/tasks");
});

test("a locked account is told so, and for how long", async ({ page, expectProblem }) => {
  expectProblem(/status of 401/);
  await page.goto("/sign-in");
  await page.getByLabel("Surel atau NIP").fill("terkunci@lokus.test");
  for (let attempt = 0; attempt < 9; attempt += 1) {
    await page.getByLabel("Kata sandi").fill("salah");
    const answered = page.waitForResponse(/callback\/credentials/);
    await page.getByLabel("Kata sandi").press("Enter");
    await answered;
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
  }
  await expect(
    page.getByText(/Terlalu banyak percobaan gagal\. Coba lagi dalam \d+ menit/),
  ).toBeVisible();
});

test("an expired link says what to do, and is not found", async ({ page, expectProblem }) => {
  expectProblem(/status of 404/);
  for (const door of ["set-password", "join", "confirm-email", "feedback", "agency"]) {
    const answer = await page.goto(`/${door}/bukan-tautan-yang-pernah-ada-di-sini`);
    expect(answer?.status(), door).toBe(404);
    await expect(page.getByRole("heading", { name: /^Tautan tidak berlaku/ })).toBeVisible();
  }
});

test("signing out ends it; deactivation ends it at once", async ({
  signedIn,
  rows,
  expectProblem,
}) => {
  // What the participant's phone was asking for just then is refused like everything else.
  expectProblem(/status of 401/);
  const page = await signedIn(ROLES.facilitator);
  await page.goto("/reviews");
  await page.getByRole("button", { name: "Akun dan tampilan" }).first().click();
  await page.getByRole("button", { name: "Keluar" }).click();
  await page.waitForURL("**/sign-in");
  await page.goto("/reviews");
  expect(new URL(page.url()).pathname).toBe("/sign-in");

  const other = await signedIn("peserta54@lokus.test");
  await other.goto("/tasks");
  await rows("UPDATE people SET status = 'DEACTIVATED' WHERE email = 'peserta54@lokus.test'");
  await other.goto("/tasks");
  expect(new URL(other.url()).pathname).toBe("/sign-in");
  await rows("UPDATE people SET status = 'ACTIVE' WHERE email = 'peserta54@lokus.test'");
});

test("language and theme are remembered", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

import { expect, expectAccessible, expectNoSidewaysScroll, ROLES, test } from "./fixtures";

/** An agency's contact sees its own people by a link, until it is revoked. */

test("staff make a link for an agency, its contact sees its own people alone, and a revoked link shows nothing", async ({
  signedIn,
  rows,
  browser,
}) => {
  const [cohort] = await rows<{ id: string }>("SELECT id FROM cohorts WHERE is_demo");
  const people = await rows<{ agency: string; name: string }>(
    `SELECT g.name AS agency, e.full_name AS name FROM enrolments e JOIN agencies g ON g.id = e.agency_id
     WHERE e.cohort_id = $1 AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL
       AND e.accepted_at IS NOT NULL ORDER BY g.name, e.roster_number`,
    [cohort?.id],
  );
  const page = await signedIn(ROLES.staff);
  await page.goto(`/cohorts/${cohort?.id}/agency-links`);
  await expectAccessible(page);
  await page.getByLabel("Untuk siapa").fill("Bagian kepegawaian");
  await page.getByRole("button", { name: "Buat tautan" }).click();
  const made = page.getByRole("dialog", { name: "Tautan untuk Bagian kepegawaian" });
  const address = await made.getByRole("textbox").inputValue();
  await made.getByRole("button", { name: "Tutup" }).last().click();

  const guest = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const contact = await guest.newPage();
  const { pathname } = new URL(address);
  await contact.goto(new URL(pathname, page.url()).href);
  const agency = people[0]?.agency;
  await expect(contact.getByRole("heading", { level: 1 })).toHaveText(`Peserta ${agency}`);
  const told = (await contact.locator("#content").textContent()) ?? "";
  for (const person of people) {
    expect(told.includes(person.name), person.name).toBe(person.agency === agency);
  }
  await expectAccessible(contact);
  await expectNoSidewaysScroll(contact);
  const file = await contact.request.get(`/api${pathname}`);
  expect(file.status()).toBe(200);
  expect(file.headers()["cache-control"]).toBe("private, no-store");

  await page.getByRole("button", { name: "Cabut tautan untuk Bagian kepegawaian" }).click();
  await expect(page.getByText("Dicabut", { exact: true })).toBeVisible();
  await contact.reload();
  await expect(contact.getByRole("heading", { name: "Tautan tidak berlaku" })).toBeVisible();
  expect((await contact.request.get(`/api${pathname}`)).status()).toBe(404);
  await guest.close();
});

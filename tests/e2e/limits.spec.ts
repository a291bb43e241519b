import { DEMO_PASSWORD, expect, ROLES, test } from "./fixtures";

/** How many failures one address has: lib/platform/rate-limit.ts. */
const FAILURES = 100;

test("an address that guesses is locked, whatever address it claims to be", async ({
  page,
  request,
  rows,
  expectProblem,
}) => {
  expectProblem(/status of 401/);
  await rows("DELETE FROM rate_limits");
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  const guess = async (login: string, claimed: string) => {
    const response = await request.post("/api/auth/callback/credentials", {
      form: { csrfToken, login, password: "salah", json: "true" },
      headers: { "x-forwarded-for": claimed, "x-real-ip": claimed, forwarded: `for=${claimed}` },
    });
    expect(response.status()).toBe(401);
    const { url } = (await response.json()) as { url: string };
    return new URL(url).searchParams.get("error");
  };
  try {
    const answers: (string | null)[] = [];
    for (let count = 0; count < FAILURES; count += 1) {
      answers.push(await guess(`tebakan-${count}@lokus.test`, `198.51.100.${count}`));
    }
    expect(new Set(answers)).toEqual(new Set(["CredentialsSignin"]));
    expect(await guess("tebakan-terakhir@lokus.test", "203.0.113.1")).toMatch(
      /^rate_limited:[1-9]\d*$/,
    );

    // The same machine, with the right password: an honest word, and for how long.
    await page.goto("/sign-in");
    await page.getByLabel("Surel atau NIP").fill(ROLES.participant);
    await page.getByLabel("Kata sandi").fill(DEMO_PASSWORD);
    await page.getByLabel("Kata sandi").press("Enter");
    await expect(
      page.getByText(/Terlalu banyak percobaan gagal\. Coba lagi dalam \d+ menit/),
    ).toBeVisible();
  } finally {
    await rows("DELETE FROM rate_limits");
  }
});

import { testBuildFolder } from "@/lib/setup/paths";
import { freePort } from "@/lib/setup/ports";
import { serveBuild } from "@/lib/setup/serve";
import { DEMO_PASSWORD, expect, ROLES, signIn, test } from "./fixtures";

test("the session cookie is out of reach of scripts and of other sites", async ({ signedIn }) => {
  const context = (await signedIn(ROLES.participant)).context();
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name === "next-auth.session-token");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  for (const { name, httpOnly, sameSite } of cookies) {
    expect([name, httpOnly, sameSite]).toEqual([name, true, "Lax"]);
  }
});

test("behind TLS it is Secure and says so in its name, and signing out still ends it", async ({
  browser,
}) => {
  // The same build and database, under an address with TLS. Browsers take this machine for safe.
  const port = await freePort("127.0.0.1");
  const server = await serveBuild(
    testBuildFolder,
    { host: "127.0.0.1", port },
    { ...process.env, APP_URL: "https://lokus.example.go.id", PORT: String(port) },
    () => {},
  );
  const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
  try {
    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByLabel("Surel atau NIP").fill("peserta05@lokus.test");
    await page.getByLabel("Kata sandi").fill(DEMO_PASSWORD);
    await page.getByLabel("Kata sandi").press("Enter");
    await page.waitForURL("**/tasks");

    const cookies = await context.cookies();
    expect(cookies.find(({ name }) => name.endsWith("session-token"))).toMatchObject({
      name: "__Secure-next-auth.session-token",
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
    });
    expect(cookies.find(({ name }) => name.endsWith("csrf-token"))).toMatchObject({
      name: "__Host-next-auth.csrf-token",
      secure: true,
      httpOnly: true,
    });

    await page.getByRole("button", { name: "Akun dan tampilan" }).first().click();
    await page.getByRole("button", { name: "Keluar" }).click();
    await page.waitForURL("**/sign-in");
    const left = (await context.cookies()).map(({ name }) => name);
    expect(left.filter((name) => name.includes("session-token"))).toEqual([]);
  } finally {
    await context.close();
    await server.stop();
  }
});

test("a cookie of the plain name opens nothing behind TLS", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  await signIn(context, "peserta05@lokus.test");
  const [session] = (await context.cookies()).filter(({ name }) => name.includes("session-token"));
  expect((await context.request.get("/tasks", { maxRedirects: 0 })).status()).toBe(200);
  const forged = await context.request.get("/tasks", {
    maxRedirects: 0,
    headers: { cookie: `next-auth.session-token=${session?.value.slice(0, -2)}xx` },
  });
  expect(forged.status()).toBe(307);
  await context.close();
});

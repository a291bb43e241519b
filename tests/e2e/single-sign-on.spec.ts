import type { Child } from "@/lib/setup/child";
import { isolatedEnvironment } from "@/lib/setup/environment";
import { inProject, testBuildFolder } from "@/lib/setup/paths";
import { freePort } from "@/lib/setup/ports";
import { addressFor, serveBuild } from "@/lib/setup/serve";
import { startIdentityProvider } from "@/tests/support/identity-provider";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

/** Signing in with an account of an institution, whose provider is a real one, in a real browser. */

const { DATABASE_URL, AUTH_SECRET } = process.env;
const PERSON = "peserta21@lokus.test";
const WANTED = "/innovations?q=rujukan";

let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let server: Child;
let home: string;

// The same build on the same database, with the settings of a provider beside it.
test.beforeAll(async () => {
  const address = { host: "127.0.0.1", port: await freePort("127.0.0.1") };
  home = addressFor(address);
  provider = await startIdentityProvider({
    id: "lokus",
    secret: "the secret of the test",
    redirectUri: `${home}/api/auth/callback/sso`,
  });
  const env = await isolatedEnvironment({
    DATABASE_URL,
    AUTH_SECRET,
    APP_URL: home,
    HOST: address.host,
    PORT: String(address.port),
    WEB_PROCESSES: "1",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: "lokus",
    OIDC_CLIENT_SECRET: "the secret of the test",
    OIDC_NAME: "SSO Uji",
  });
  const log = inProject("tests/.output/single-sign-on-server.log");
  server = await serveBuild(testBuildFolder, address, env, () => {}, log);
});

test.afterAll(async () => {
  await server?.stop();
  await provider?.stop();
});

test("an institutional account leads to the page that was asked for, and a forged one nowhere", async ({
  page,
  rows,
}) => {
  const link = [provider.issuer, "peserta-21"];
  await rows(
    `INSERT INTO external_accounts (issuer, subject, person_id)
     SELECT $1, $2, id FROM people WHERE email = $3`,
    [...link, PERSON],
  );
  try {
    const enter = () => page.getByRole("button", { name: "Masuk dengan SSO Uji" }).click();
    const enterAs = async (who: string) => {
      // Whoever was signed in at the provider is so no more; Lokus is under another name.
      await page.context().clearCookies({ domain: "127.0.0.1" });
      provider.enterAs(who);
    };
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${home}${WANTED}`);
    await page.waitForURL(/\/sign-in\?next=/);

    // A token that another key signed, under the name of somebody who is known.
    await enterAs("peserta-21");
    provider.forgeWith({ foreignKey: true });
    await enter();
    await page.waitForURL(/problem=failed/);
    await expect(page.getByText("tidak dapat dipercaya", { exact: false })).toBeVisible();
    await expect(page.getByText("diantar ke halaman yang tadi dibuka")).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    // A true one of somebody whom nobody has linked; the way back is still there.
    provider.forgeWith(null);
    await enterAs("siapa-pun");
    await enter();
    await page.waitForURL(/problem=account_unknown/);
    await expect(page.getByText("diantar ke halaman yang tadi dibuka")).toBeVisible();

    await enterAs("peserta-21");
    await enter();
    await page.waitForURL(`${home}${WANTED}`);
    await expect(page.getByRole("button", { name: "Akun dan tampilan" }).first()).toBeVisible();

    // Signed in already, linking an account that is somebody else's says so where it was asked for.
    await enterAs("peserta-21");
    await rows("UPDATE external_accounts SET person_id = $1 WHERE issuer = $2", [
      (await rows<{ id: string }>("SELECT id FROM people WHERE email = 'peserta22@lokus.test'"))[0]
        ?.id,
      provider.issuer,
    ]);
    await page.goto(`${home}/account`);
    await page.getByRole("button", { name: "Hubungkan akun SSO Uji" }).click();
    await page.waitForURL(/\/account\?problem=account_taken/);
    await expect(page.getByRole("alert").filter({ hasText: /./ })).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  } finally {
    await rows("DELETE FROM external_accounts WHERE issuer = $1", [provider.issuer]);
  }
});

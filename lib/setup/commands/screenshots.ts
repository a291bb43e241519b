import fs from "node:fs/promises";
import { chromium } from "@playwright/test";
import { generateClient } from "../generate";
import { inProject } from "../paths";
import { note, step } from "../report";
import { runCommand } from "../shutdown";
import { serveForTests } from "../test/application";
import { findBrowser } from "../test/browser";

/** The main screens of each role, as the README shows them, and who installs the app. */
const SCREENS = [
  { file: "participant.png", login: "peserta01@lokus.test", path: "/tasks", size: [390, 844] },
  {
    file: "evaluation.png",
    login: "peserta01@lokus.test",
    path: "/tasks",
    follow: 'main a[href$="/evaluate"]',
    size: [390, 844],
  },
  {
    file: "facilitator.png",
    login: "fasilitator1@lokus.test",
    path: "/reviews",
    follow: "main table a, main li a",
    size: [1280, 800],
  },
  {
    file: "staff.png",
    login: "staf@lokus.test",
    path: "/cohorts",
    follow: "main table a, main li a",
    size: [1280, 800],
  },
] as const;

// Takes the pictures of the README and the manifest from the demo, in a build and a database of its own.
await runCommand(async (shutdown) => {
  const { signal } = shutdown;
  await generateClient(signal);
  const executablePath = await findBrowser(signal);
  const { url } = await serveForTests(shutdown);
  const folder = inProject("public/screens");
  await fs.mkdir(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
  });
  shutdown.add("closing the browser", () => browser.close());
  for (const screen of SCREENS) {
    const { file, login, path, size } = screen;
    await step(`Taking ${file}`, async () => {
      const [width, height] = size;
      const context = await browser.newContext({
        baseURL: url,
        locale: "id-ID",
        viewport: { width, height },
        // A phone draws its scrollbar over the page; a desktop window keeps a strip free for it.
        isMobile: width < 640,
        hasTouch: width < 640,
      });
      const csrf = await context.request.get("/api/auth/csrf");
      const { csrfToken } = (await csrf.json()) as { csrfToken: string };
      await context.request.post("/api/auth/callback/credentials", {
        form: { csrfToken, login, password: "lokus-demo", json: "true" },
      });
      const page = await context.newPage();
      await page.goto(path);
      if ("follow" in screen) {
        await page.locator(screen.follow).first().click();
        await page.waitForURL((address) => address.pathname !== path);
      }
      // A page that is kept up to date is never idle.
      await page.waitForLoadState("load");
      await page.evaluate(() => document.fonts.ready);
      await page.waitForTimeout(1_000);
      await page.screenshot({ path: `${folder}/${file}`, animations: "disabled" });
      await context.close();
    });
  }
  note("public/screens is up to date.");
  return 0;
});

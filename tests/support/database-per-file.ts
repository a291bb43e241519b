import { afterAll } from "vitest";
import { randomSecret } from "@/lib/setup/secrets";
import { cloneTemplate } from "./database";
import { forgetProcess, initialEnvironment } from "./process-wide";

// Runs before each integration test file: what reads its settings after this finds the file's own
// database in them. Files follow each other in one process, and none finds what another left.
const { urls, drop } = await cloneTemplate();

initialEnvironment();
Object.assign(process.env, {
  DATABASE_URL: urls.appUrl,
  AUTH_SECRET: randomSecret(),
  APP_URL: "http://localhost:3000",
});

afterAll(async () => {
  await forgetProcess();
  await drop();
});

import { afterAll } from "vitest";
import { randomSecret } from "@/lib/setup/secrets";
import { cloneTemplate } from "./database";

// Runs before each integration test file, in its own process and module graph: the file's modules
// read their settings after this, and find the file's own database in them.
const { urls, drop } = await cloneTemplate();

Object.assign(process.env, {
  DATABASE_URL: urls.appUrl,
  AUTH_SECRET: randomSecret(),
  APP_URL: "http://localhost:3000",
});

afterAll(drop);

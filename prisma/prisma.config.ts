import { defineConfig } from "prisma/config";

// Named on the command line (--config=prisma/prisma.config.ts), so that it need not lie at the top.
// Paths are relative to this file.
export default defineConfig({
  schema: "schema",
  migrations: { path: "migrations" },
  // Only `prisma migrate` connects, and only as the role that owns the tables.
  datasource: { url: process.env.MIGRATION_DATABASE_URL ?? "" },
});

import fs from "node:fs/promises";
import { nodeArguments, runNode } from "./child";
import { SetupFailure } from "./failure";
import { inProject, projectFolder } from "./paths";
import { step } from "./report";
import { filesBelow, readStamp, stampOf } from "./stamp";

const output = inProject("lib/platform/generated/prisma");
const stampFile = inProject("lib/platform/generated/prisma.stamp");

/** Writes the database client from the Prisma schema, unless it was written from the same one. */
export async function generateClient(signal?: AbortSignal): Promise<void> {
  const schema = await filesBelow(inProject("prisma/schema"), () => true);
  const stamp = await stampOf(projectFolder, [
    ...schema,
    inProject("prisma/prisma.config.ts"),
    inProject("node_modules/prisma/package.json"),
  ]);
  const written = await fs.stat(`${output}/client.ts`).catch(() => undefined);
  if (written && (await readStamp(stampFile)) === stamp) return;

  await step("Generating the database client", async () => {
    await fs.rm(stampFile, { force: true });
    const { code, output: lines } = await runNode(
      nodeArguments(
        "node_modules/prisma/build/index.js",
        "generate",
        "--config=prisma/prisma.config.ts",
        "--no-hints",
      ),
      {
        env: {
          ...process.env,
          // Without it Prisma downloads an engine that generating does not use. Any program will do.
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: "1",
          CHECKPOINT_DISABLE: "1",
        },
        signal,
        onLine: () => {},
      },
    );
    signal?.throwIfAborted();
    if (code !== 0) throw new SetupFailure(`The database client could not be generated:\n${lines}`);
    await fs.writeFile(stampFile, stamp);
  });
}

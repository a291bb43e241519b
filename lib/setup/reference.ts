import { type ChildEnvironment, runNode, typescriptArguments } from "./child";
import { SetupFailure } from "./failure";
import { inProject, projectFolder } from "./paths";
import { step } from "./report";
import { withClient } from "./roles";
import { filesBelow, stampOf } from "./stamp";

/**
 * Writes what all training centres share (the founding region's catalogue, the library of rubrics)
 * as far as it is missing or has become better, in every kind of installation. A start that finds
 * what its own files say written already leaves it at that.
 *
 * @param env the application's environment; writing connects as the application's role
 */
export async function bringReference(env: ChildEnvironment, signal?: AbortSignal): Promise<void> {
  const url = env.DATABASE_URL ?? "";
  const stamp = await stampOf(
    projectFolder,
    await filesBelow(inProject("prisma/reference"), () => true),
  );
  if ((await stampOfWritten(url)) === stamp) return;
  await step("Bringing the shared reference data up to date", async () => {
    const { code, output } = await runNode(typescriptArguments("lib/setup/reference-process.ts"), {
      env,
      signal,
      onLine: () => {},
    });
    signal?.throwIfAborted();
    if (code !== 0) throw new SetupFailure(`The reference data could not be written:\n${output}`);
  });
  // Last: what was cut short is taken up again.
  await withClient(url, (client) =>
    client.query(
      `INSERT INTO installations (id, reference_stamp) VALUES (1, $1)
       ON CONFLICT (id) DO UPDATE SET reference_stamp = EXCLUDED.reference_stamp`,
      [stamp],
    ),
  );
}

async function stampOfWritten(url: string): Promise<string | null> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ reference_stamp: string | null }>(
      "SELECT reference_stamp FROM installations",
    );
    return rows[0]?.reference_stamp ?? null;
  });
}

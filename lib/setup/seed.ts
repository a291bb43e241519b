import { type ChildEnvironment, runNode, typescriptArguments } from "./child";
import { SetupFailure } from "./failure";
import { step } from "./report";
import { withClient } from "./roles";

/** What the seeding process sends while it works. */
export type SeedMessage = { done: number; total: number };

/**
 * Fills the demo, once for each database: what its users change afterwards stays as they left it. A
 * seeding that was cut short is taken up again, for the database says itself when it is complete.
 *
 * @param env the application's environment; seeding connects as the application's role
 */
export async function seedDemo(
  ownerUrl: string,
  env: ChildEnvironment,
  signal?: AbortSignal,
): Promise<void> {
  if (await isSeeded(ownerUrl)) return;
  await step("Filling the demo with the founding cohort", async (progress, done) => {
    const { code, output } = await runNode(typescriptArguments("lib/setup/seed-process.ts"), {
      env,
      signal,
      onLine: () => {},
      onMessage: (message) => {
        const state = message as SeedMessage;
        progress(`${state.done} of ${state.total}`);
        done(`${state.done} of ${state.total}`);
      },
    });
    signal?.throwIfAborted();
    if (code !== 0) throw new SetupFailure(`The demo could not be filled:\n${output}`);
  });
}

/** Whether the database holds the demo. Asked as the owner. */
export async function isSeeded(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      "SELECT 1 FROM public.installations WHERE demo_seeded_at IS NOT NULL",
    );
    return Boolean(rowCount);
  });
}

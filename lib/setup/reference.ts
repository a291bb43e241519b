import { type ChildEnvironment, runNode, typescriptArguments } from "./child";
import { SetupFailure } from "./failure";
import { step } from "./report";

/**
 * Writes what all training centres share (the founding region's catalogue, the library of rubrics)
 * as far as it is missing or has become better, at every start and in every kind of installation.
 *
 * @param env the application's environment; writing connects as the application's role
 */
export async function bringReference(env: ChildEnvironment, signal?: AbortSignal): Promise<void> {
  await step("Bringing the shared reference data up to date", async () => {
    const { code, output } = await runNode(typescriptArguments("lib/setup/reference-process.ts"), {
      env,
      signal,
      onLine: () => {},
    });
    signal?.throwIfAborted();
    if (code !== 0) throw new SetupFailure(`The reference data could not be written:\n${output}`);
  });
}

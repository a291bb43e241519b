import type { Db } from "@/lib/platform/db";

/** As `processWide` names what it keeps. */
const PREFIX = "lokus.";

/** What stood in the environment before the first test file of this process. */
const initial = { ...process.env };

/** Puts the environment back as it was before any test file. */
export function initialEnvironment(): void {
  for (const name of Object.keys(process.env)) {
    if (!(name in initial)) delete process.env[name];
  }
  Object.assign(process.env, initial);
}

/** Gives up all that the application keeps for as long as a process runs, its connections first. */
export async function forgetProcess(): Promise<void> {
  const holder = globalThis as unknown as Record<symbol, unknown>;
  const kept = Object.getOwnPropertySymbols(holder).filter((key) =>
    key.description?.startsWith(PREFIX),
  );
  await (holder[Symbol.for(`${PREFIX}database`)] as Db | undefined)?.$disconnect();
  for (const key of kept) delete holder[key];
}

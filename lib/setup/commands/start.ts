import { buildApplication } from "../build";
import type { ChildEnvironment } from "../child";
import { prepareDemo, showDemo } from "../demo";
import { isolatedEnvironment, loadDotEnv } from "../environment";
import { prepareProduction } from "../production";
import { heading, note, warn } from "../report";
import { addressFor, type ListenAddress, serveBuild } from "../serve";
import { runCommand, type Shutdown } from "../shutdown";

/** The build that is served; tests have another. */
const folder = ".next";

async function startDemo(shutdown: Shutdown): Promise<number> {
  heading("Lokus, as a demo (DATABASE_URL is not set)");
  const { database, address, env } = await prepareDemo(shutdown);
  await buildApplication(folder, await isolatedEnvironment(), shutdown.signal);
  const { ended } = await serve(shutdown, address, env);
  await database.announce(addressFor(address));
  showDemo(address);
  return untilStopped(shutdown, [
    ended,
    database.ended.then(() => "The database ended by itself; see .data/postgres.log."),
  ]);
}

async function startProduction(shutdown: Shutdown): Promise<number> {
  heading("Lokus, in production (DATABASE_URL is set)");
  const { address, env } = await prepareProduction(shutdown);
  await buildApplication(folder, await isolatedEnvironment(), shutdown.signal);
  const { ended } = await serve(shutdown, address, env);
  heading(`Lokus is ready:  ${env.APP_URL} (listening on ${address.host}, port ${address.port})`);
  note("The platform's administrator is made with: npm run admin -- create <e-mail>");
  return untilStopped(shutdown, [ended]);
}

/** `ended` resolves to a sentence when the web server ends without having been asked to. */
async function serve(
  shutdown: Shutdown,
  address: ListenAddress,
  env: ChildEnvironment,
): Promise<{ ended: Promise<string> }> {
  shutdown.check();
  const server = await serveBuild(folder, address, env, console.log);
  shutdown.add("stopping the web server", server.stop);
  return {
    ended: server.ended.then(({ code }) => `The web server ended by itself (code ${code}).`),
  };
}

async function untilStopped(shutdown: Shutdown, events: Promise<string>[]): Promise<number> {
  const interrupted = new Promise<undefined>((resolve) => {
    if (shutdown.interrupted) resolve(undefined);
    shutdown.signal.addEventListener("abort", () => resolve(undefined));
  });
  const event = await Promise.race([interrupted, ...events]);
  // Ctrl-C reaches the web server as well, which may be the faster to end.
  await new Promise((resolve) => setTimeout(resolve, 100));
  if (event === undefined || shutdown.interrupted) return 0;
  warn(event);
  return 1;
}

await runCommand(
  async (shutdown) => {
    loadDotEnv();
    return process.env.DATABASE_URL ? startProduction(shutdown) : startDemo(shutdown);
  },
  { onInterrupt: () => heading("Stopping") },
);

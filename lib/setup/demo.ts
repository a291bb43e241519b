import {
  fileSettings,
  listenSettings,
  mailSettings,
  observationSettings,
  oidcSettings,
  readSettings,
} from "@/lib/platform/env";
import type { ChildEnvironment } from "./child";
import { isolatedEnvironment } from "./environment";
import { SetupFailure } from "./failure";
import { generateClient } from "./generate";
import { migrate } from "./migrate";
import { isLoopback, isPortFree, nextFreePort } from "./ports";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./postgres/embedded";
import { bringReference } from "./reference";
import { heading, note, warn } from "./report";
import { applicationRole } from "./roles";
import { seedDemo } from "./seed";
import { addressFor, type ListenAddress } from "./serve";
import type { Shutdown } from "./shutdown";

/** A demo that is ready to be served. */
export type PreparedDemo = {
  database: EmbeddedDatabase;
  address: ListenAddress;
  /** The environment that the application is to run with. */
  env: ChildEnvironment;
};

/** Where the demo listens: as told, or at the next port when that one is taken. */
async function chooseAddress(): Promise<ListenAddress> {
  const settings = readSettings(
    listenSettings.extend({
      ...observationSettings.shape,
      ...mailSettings.shape,
      ...oidcSettings.shape,
    }),
  );
  if (!settings.ok) throw new SetupFailure("Settings are wrong:", settings.problems);
  const { HOST: host, PORT: wanted } = settings.value;
  if (await isPortFree(wanted, host)) return { host, port: wanted };
  const port = await nextFreePort(wanted + 1, host);
  if (port === undefined) {
    throw new SetupFailure(
      `Port ${wanted} and the hundred after it are taken. Set PORT to a free one.`,
    );
  }
  warn(`Port ${wanted} is taken by another program: using ${port} instead`);
  return { host, port };
}

/** Everything of the demo up to the web server: database, tables, people. */
export async function prepareDemo(shutdown: Shutdown): Promise<PreparedDemo> {
  const { signal } = shutdown;
  await generateClient(signal);
  const database = await startEmbeddedDatabase(shutdown);
  shutdown.check();

  const applied = await migrate({ ownerUrl: database.ownerUrl, applicationRole });
  if (applied.length > 0) note(`${applied.length} migrations applied`);
  shutdown.check();

  // Chosen late: nothing else takes the port between here and the web server.
  const address = await chooseAddress();
  const env = await isolatedEnvironment({
    DATABASE_URL: database.appUrl,
    AUTH_SECRET: database.secrets.authSecret,
    APP_URL: process.env.APP_URL || addressFor(address),
    HOST: address.host,
    PORT: String(address.port),
    // Below the sign-ins, the terminal shows what goes wrong and nothing else.
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
    SLOW_STATEMENT_MS: process.env.SLOW_STATEMENT_MS,
    METRICS_TOKEN: process.env.METRICS_TOKEN,
    TRUSTED_PROXIES: process.env.TRUSTED_PROXIES,
    WEB_PROCESSES: process.env.WEB_PROCESSES,
    SMTP_URL: process.env.SMTP_URL,
    MAIL_FROM: process.env.MAIL_FROM,
    OIDC_ISSUER: process.env.OIDC_ISSUER,
    OIDC_CLIENT_ID: process.env.OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET: process.env.OIDC_CLIENT_SECRET,
    OIDC_NAME: process.env.OIDC_NAME,
    ...Object.fromEntries(Object.keys(fileSettings.shape).map((name) => [name, process.env[name]])),
  });
  await bringReference(env, signal);
  await seedDemo(database.ownerUrl, env, signal);
  shutdown.check();
  return { database, address, env };
}

/** The last lines of a start: where it is, and who can go in. */
export function showDemo(address: ListenAddress): void {
  heading(`Lokus is ready:  ${addressFor(address)}`);
  console.log(`
  Demo sign-ins, all with the password  lokus-demo
    staf@lokus.test                                      staff of the training centre
    fasilitator1@lokus.test … fasilitator6@lokus.test    facilitators
    peserta01@lokus.test … peserta54@lokus.test          participants
`);
  if (!isLoopback(address.host)) {
    warn(`HOST is ${address.host}: others can reach this demo, and its passwords are public.`);
  }
  note("Stop with Ctrl-C. What is entered is kept in .data.");
}

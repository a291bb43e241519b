import http from "node:http";
import { availableParallelism } from "node:os";
import { type Child, type ChildEnvironment, nodeArguments, startNode } from "./child";
import { SetupFailure } from "./failure";
import { isLoopback } from "./ports";

export type ListenAddress = { host: string; port: number };

/** How long the web server may take to answer for the first time, in milliseconds. */
const START_PATIENCE = 180_000;

/** The address as a person types it, for this machine when every address is listened on. */
export function addressFor({ host, port }: ListenAddress): string {
  const everywhere = host === "0.0.0.0" || host === "::";
  const name =
    everywhere || isLoopback(host) ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Where this machine itself finds who listens there. */
function reachableHost(host: string): string {
  return host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
}

/** Where Next asks for what an action leads on to: here, as with `next start`, not at the host that a request names. */
function ownOrigin({ host, port }: ListenAddress): string {
  const reachable = reachableHost(host);
  return `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}`;
}

/** What every server of ours runs with. next-auth takes its own address from a variable alone. */
function serverEnvironment(env: ChildEnvironment): ChildEnvironment {
  return { ...env, NEXTAUTH_URL: env.APP_URL, NEXT_TELEMETRY_DISABLED: "1" };
}

/**
 * How many processes serve: as many as were asked for, or one for each core. More than four are of
 * use to nobody whom Lokus serves, and each takes its memory and its connections.
 */
function webProcesses(env: ChildEnvironment): number {
  return Number(env.WEB_PROCESSES) || Math.min(availableParallelism(), 4);
}

/**
 * Starts the built application and waits until it answers.
 *
 * @param folder the build
 * @param onLine gets the server's output once it answers
 * @param logFile gets all of it
 */
export async function serveBuild(
  folder: string,
  address: ListenAddress,
  env: ChildEnvironment,
  onLine: (line: string) => void,
  logFile?: string,
): Promise<Child> {
  let answering = false;
  const child = startNode(
    nodeArguments(
      "lib/setup/web.mjs",
      String(webProcesses(env)),
      address.host,
      String(address.port),
    ),
    {
      env: {
        ...serverEnvironment(env),
        NODE_ENV: "production",
        LOKUS_DIST_DIR: folder,
        __NEXT_PRIVATE_ORIGIN: ownOrigin(address),
      },
      logFile,
      // Before it answers, Next prints its own welcome; a failure is shown below.
      onLine: (line) => answering && onLine(line),
    },
  );
  await untilAnswering(child, address);
  answering = true;
  return child;
}

/** Starts the development server, which writes to the same output. */
export function serveDevelopment({ host, port }: ListenAddress, env: ChildEnvironment): Child {
  const listen = ["--hostname", host, "--port", String(port)];
  return startNode(nodeArguments("node_modules/next/dist/bin/next", "dev", ...listen), {
    env: { ...serverEnvironment(env), NODE_ENV: "development" },
  });
}

async function untilAnswering(child: Child, address: ListenAddress): Promise<void> {
  let end: { output: string } | undefined;
  void child.ended.then((result) => {
    end = result;
  });
  const deadline = Date.now() + START_PATIENCE;
  while (Date.now() < deadline) {
    if (end) throw new SetupFailure(`The web server ended at once:\n${end.output}`);
    if (await answers(address)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await child.stop();
  throw new SetupFailure("The web server does not answer.");
}

/** Any answer counts: what the page says is not the server's business. */
function answers({ host, port }: ListenAddress): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.request({
      host: reachableHost(host),
      port,
      path: "/favicon.ico",
      method: "HEAD",
      timeout: 10_000,
    });
    request.on("response", (response) => {
      response.resume();
      resolve(true);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
    request.end();
  });
}

import net from "node:net";
import { SetupFailure } from "./failure";

/** A port that nothing listens on right now; another program may still be faster. */
export async function freePort(host: string): Promise<number> {
  const server = net.createServer();
  await listen(server, 0, host);
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}

/**
 * Whether a web server can be reached at that port by the names people use. On a loopback address
 * `localhost` counts too, which may be another address family and belong to another program.
 * Fails when the address itself cannot be used.
 */
export async function isPortFree(port: number, host: string): Promise<boolean> {
  if (!(await canListen(port, host))) return false;
  if (!isLoopback(host)) return true;
  for (const each of ["127.0.0.1", "::1"]) {
    const free = await canListen(port, each).catch(() => true);
    if (!free || (await somebodyAnswers(port, each))) return false;
  }
  return true;
}

/** The first free port from `first` on. Undefined when the next hundred are taken. */
export async function nextFreePort(first: number, host: string): Promise<number | undefined> {
  for (let port = first; port < Math.min(first + 100, 65_536); port++) {
    if (await isPortFree(port, host)) return port;
  }
  return undefined;
}

/** Whether only this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

async function canListen(port: number, host: string): Promise<boolean> {
  const server = net.createServer();
  try {
    await listen(server, port, host);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") return false;
    throw new SetupFailure(`Cannot listen on ${host}, port ${port}: ${message}`, [
      code === "EACCES"
        ? "Ports below 1024 are for the system: set PORT to a higher one and put a proxy before it."
        : "HOST must be an address of this machine, for instance 127.0.0.1 or 0.0.0.0.",
    ]);
  }
}

function listen(server: net.Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => resolve());
  });
}

/** Some systems let two programs listen on one port when one of them takes every address. */
function somebodyAnswers(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host });
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.setTimeout(500, () => answer(false));
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
  });
}

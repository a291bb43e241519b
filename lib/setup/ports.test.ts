import net from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { freePort, isLoopback, isPortFree, nextFreePort } from "./ports";

const open: net.Server[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function occupy(port: number, host: string): Promise<void> {
  const server = net.createServer();
  open.push(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

describe("ports", () => {
  it.each(["127.0.0.1", "0.0.0.0"])("are taken when somebody listens on %s", async (host) => {
    const port = await freePort("127.0.0.1");
    expect(await isPortFree(port, "127.0.0.1")).toBe(true);
    await occupy(port, host);
    expect(await isPortFree(port, "127.0.0.1")).toBe(false);
    expect(await nextFreePort(port, "127.0.0.1")).toBeGreaterThan(port);
  });

  it("cannot be taken on an address of another machine", async () => {
    await expect(isPortFree(3000, "192.0.2.1")).rejects.toThrow(/Cannot listen on 192\.0\.2\.1/);
  });

  it("end at 65535", async () => {
    await occupy(65_535, "127.0.0.1").catch(() => {});
    expect(await nextFreePort(65_535, "127.0.0.1")).toBeUndefined();
  });

  it.each([
    ["127.0.0.1", true],
    ["127.8.0.1", true],
    ["::1", true],
    ["localhost", true],
    ["0.0.0.0", false],
    ["10.0.0.1", false],
    ["localhost.example.go.id", false],
  ])("of %s are of this machine alone: %s", (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });
});

import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { requestId, watchRequests } from "./http";
import { openLog } from "./log";
import { currentRequest } from "./request";

describe("requestId", () => {
  it.each(["abc.DEF-12345_6", crypto.randomUUID(), "a".repeat(64)])("takes %j over", (given) => {
    expect(requestId(given)).toBe(given);
  });

  it.each([
    "",
    "short",
    "a".repeat(65),
    "with spaces in it",
    "a@b.example.go.id",
    '"quoted-id"',
    "-leading-dash",
  ])("makes a new one instead of %j", (given) => {
    expect(requestId(given)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("makes a new one for none or several", () => {
    expect(requestId(undefined)).not.toBe(requestId(undefined));
    expect(requestId(["abcdefgh1", "abcdefgh2"])).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("watchRequests", () => {
  const lines: string[] = [];
  const agent = new http.Agent({ keepAlive: true, maxSockets: 3 });
  const server = http.createServer(async (_, response) => {
    const before = currentRequest();
    await new Promise((resolve) => setImmediate(resolve));
    response.end(JSON.stringify([before, currentRequest()]));
  });

  beforeAll(async () => {
    openLog("info", { write: (line: string) => void lines.push(line) });
    watchRequests(1);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    openLog("silent");
    agent.destroy();
    server.close();
  });

  function ask(path: string, headers: http.OutgoingHttpHeaders) {
    const { port } = server.address() as AddressInfo;
    return new Promise<{ id: unknown; scopes: unknown[] }>((resolve, reject) => {
      http
        .get({ host: "127.0.0.1", port, path, headers, agent }, (response) => {
          let text = "";
          response.on("data", (chunk) => {
            text += chunk;
          });
          response.on("end", () =>
            resolve({ id: response.headers["x-request-id"], scopes: JSON.parse(text) }),
          );
        })
        .on("error", reject);
    });
  }

  it("gives each request a scope of its own, also those that share a connection", async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `request-${index}`);
    const answers = await Promise.all(
      ids.map((id, index) =>
        ask("/tasks?q=Budi", { "x-request-id": id, "x-forwarded-for": `192.0.2.${index}` }),
      ),
    );
    answers.forEach(({ id, scopes }, index) => {
      const scope = {
        id: `request-${index}`,
        address: `192.0.2.${index}`,
        path: "/tasks?q=Budi",
        opensPage: true,
      };
      expect(id).toBe(scope.id);
      expect(scopes).toEqual([scope, scope]);
    });
    await expect.poll(() => lines.length).toBe(ids.length);
    const told = lines.map((line) => JSON.parse(line));
    expect(told.map(({ requestId: id }) => id).sort()).toEqual([...ids].sort());
    for (const line of told) {
      expect(line).toMatchObject({ event: "request", method: "GET", route: "/tasks", status: 200 });
    }
  });
});

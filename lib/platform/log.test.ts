import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LogFields, logEvent, openLog } from "./log";
import { inRequest, noteActor } from "./request";

const personId = "0190a000-0000-7000-8000-000000000001";
const commandId = "0190a000-0000-7000-8000-000000000002";
let lines: string[] = [];
const told = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

beforeEach(() => {
  lines = [];
  openLog("info", { write: (line: string) => void lines.push(line) });
});
afterEach(() => openLog("silent"));

describe("the log", () => {
  it("writes one JSON line with time, level, event, request and who asks", () => {
    inRequest({ id: "request-1", address: "192.0.2.1" }, () => {
      noteActor(personId);
      logEvent("command", { type: "SUBMIT", commandId, outcome: "ok", repeat: false, ms: 12.345 });
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/\}\n$/);
    expect(told()).toEqual([
      {
        level: "info",
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        requestId: "request-1",
        actorId: personId,
        commandId,
        type: "SUBMIT",
        outcome: "ok",
        repeat: false,
        ms: 12.3,
        event: "command",
      },
    ]);
  });

  it("keeps requests that run at the same time apart", async () => {
    await Promise.all(
      ["request-a", "request-b"].map((id) =>
        inRequest({ id, address: "" }, async () => {
          noteActor(id);
          await new Promise((resolve) => setImmediate(resolve));
          logEvent("request", { route: id });
        }),
      ),
    );
    for (const line of told()) {
      expect([line.requestId, line.actorId]).toEqual([line.route, line.route]);
    }
  });

  it("keeps to its level", () => {
    openLog("warn", { write: (line: string) => void lines.push(line) });
    logEvent("request", { route: "/tasks" });
    logEvent("slow_statement", { statement: "SELECT 1", ms: 500 });
    expect(told().map(({ event }) => event)).toEqual(["slow_statement"]);
  });

  it("leaves out what is not of the kind that a field is for", () => {
    const personal = "Budi Santoso";
    const email = "budi.santoso@example.go.id";
    const fields = {
      actorId: email,
      commandId: personal,
      type: personal,
      outcome: email,
      repeat: personal,
      ms: personal,
      method: personal,
      route: `/set-password/${email}`,
      status: email,
      statement: `SELECT * FROM people WHERE name = '${personal}' AND note = 'it''s ${email}'`,
      code: personal,
      notice: `Failed for "${personal}", ${email}, 198609262015051001`,
      error: Object.assign(new Error(`Key (email)=(${email}) already exists, ${personal}`), {
        code: email,
        detail: personal,
        meta: { email },
        cause: new SyntaxError(`Unexpected token, "${personal}" is not valid JSON`),
      }),
      name: personal,
      document: { title: personal },
      password: "lokus-demo",
    };
    logEvent("unexpected_error", fields as unknown as LogFields);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/budi|santoso|lokus-demo|1986/i);
    expect(told()[0]).toMatchObject({
      statement: "SELECT * FROM people WHERE name = '…' AND note = '…'",
      error: { name: "Error", cause: { name: "SyntaxError" } },
    });
  });

  it("says where an error came from, and what the engine says of our own code", () => {
    const missing = undefined as unknown as { id: string };
    try {
      missing.id.trim();
    } catch (error) {
      logEvent("unexpected_error", { error });
    }
    const { error } = told()[0] as { error: { message: string; stack: string[] } };
    expect(error.message).toMatch(/^Cannot read properties of undefined/);
    expect(error.stack[0]).toContain("log.test.ts");
    expect(JSON.stringify(error)).not.toContain("\\n");
  });

  it("takes what was thrown and is no error", () => {
    logEvent("unexpected_error", { error: "Budi Santoso" });
    expect(told()[0]?.error).toEqual({ name: "string" });
  });
});

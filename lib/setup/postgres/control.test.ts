import { describe, expect, it } from "vitest";
import { parsePostmaster } from "./control";

describe("postmaster.pid", () => {
  it("is read when the server is ready", () => {
    const text = "4711\n/data\n1764000000\n5460\n\n127.0.0.1\n  1234  0\nready   \n";
    expect(parsePostmaster(text)).toEqual({ pid: 4711, port: 5460, ready: true });
  });

  it("is read while the server starts, when it is shorter", () => {
    expect(parsePostmaster("4711\n/data\n1764000000\n5460\n")).toEqual({
      pid: 4711,
      port: 5460,
      ready: false,
    });
    expect(parsePostmaster("4711\n")).toEqual({ pid: 4711, port: 0, ready: false });
  });

  it.each(["", "\n", "garbage"])("is nothing when it says %j", (text) => {
    expect(parsePostmaster(text)).toBeUndefined();
  });
});

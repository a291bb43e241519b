import { describe, expect, it } from "vitest";
import { agrees, installStamp } from "./install.mjs";

const one = { version: "1.0.0", integrity: "sha512-a" };

describe("what is installed", () => {
  it("agrees with the lock file it was installed from", () => {
    expect(agrees({ "": {}, "node_modules/a": one }, { "node_modules/a": one })).toBe(true);
  });

  it("may lack what is for other platforms, and nothing else", () => {
    expect(agrees({ "node_modules/a": { ...one, optional: true } }, {})).toBe(true);
    expect(agrees({ "node_modules/a": one }, {})).toBe(false);
  });

  it.each([{ version: "1.0.1" }, { integrity: "sha512-b" }])("disagrees by %j", (change) => {
    expect(agrees({ "node_modules/a": one }, { "node_modules/a": { ...one, ...change } })).toBe(
      false,
    );
  });

  it("may not hold more than the lock file names", () => {
    expect(agrees({}, { "node_modules/a": one })).toBe(false);
  });

  it("has another stamp for another lock file", () => {
    expect(installStamp("{}")).toBe(installStamp("{}"));
    expect(installStamp("{}")).not.toBe(installStamp("{} "));
  });
});

import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const cli = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

interface Cruise {
  modules: { source: string }[];
  summary: {
    totalDependenciesCruised: number;
    violations: { from: string; to: string; rule: { name: string } }[];
  };
}

function cruise(directory: string, places: string[]): Cruise {
  const output = execFileSync(
    process.execPath,
    [
      cli,
      "--config",
      "tests/architecture/dependency-rules.cjs",
      "--output-type",
      "json",
      ...places,
    ],
    // The exit code is the number of violations; the report says which.
    { cwd: directory, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(output) as Cruise;
}

describe("who may import whom", () => {
  it("has no exception", () => {
    const { modules, summary } = cruise(root, ["app", "components", "lib", "proxy.ts"]);
    const sources = modules.map(({ source }) => source);
    // That it read the files at all: .ts and .tsx, and what they import.
    expect(sources).toContain("lib/assignment/workflow.ts");
    expect(sources).toContain("components/ui/button.tsx");
    expect(summary.totalDependenciesCruised).toBeGreaterThan(400);
    expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual(
      [],
    );
  });
});

/** One violation of each rule, in a small house of its own. */
const PLANTED: Record<string, Record<string, string>> = {
  "no-circular": {
    "lib/thing/a.ts": 'import { b } from "@/lib/thing/b"; export const a = b;',
    "lib/thing/b.ts": 'import { a } from "@/lib/thing/a"; export const b = a;',
  },
  "pages-call-loaders": {
    "app/x/page.tsx":
      'import { read } from "@/lib/thing/data"; export default () => <p>{read}</p>;',
  },
  "routes-do-not-redirect": {
    "app/api/x/route.ts": 'import { load } from "@/lib/thing/loaders"; export const GET = load;',
  },
  "only-routes-know-the-api": {
    "app/w/page.tsx":
      'import { answer } from "@/lib/api/answer"; export default () => <p>{answer}</p>;',
    "lib/api/answer.ts": "export const answer = 1;",
  },
  "components-stay-off-the-server": {
    "components/thing/x.tsx":
      'import { read } from "@/lib/thing/data"; export const X = () => <p>{read}</p>;',
  },
  "components-know-no-routes": {
    "components/thing/y.tsx": 'import page from "@/app/y/page"; export const Y = page;',
    "app/y/page.tsx": "export default () => <p />;",
  },
  "ui-knows-no-domain": {
    "components/ui/x.tsx":
      'import { model } from "@/lib/thing/model"; export const X = () => <p>{model}</p>;',
  },
  "lib-renders-nothing": {
    "lib/thing/view.ts": 'import { Z } from "@/components/thing/z"; export const view = Z;',
    "components/thing/z.tsx": "export const Z = () => <p />;",
  },
  "pure-files-are-pure": {
    "lib/thing/policy.ts": 'import { read } from "@/lib/thing/data"; export const can = read;',
  },
  "schemas-are-isomorphic": {
    "lib/thing/schema.ts": 'import { read } from "@/lib/thing/data"; export const schema = read;',
  },
  "data-only-reads": {
    "lib/other/data.ts":
      'import { write } from "@/lib/thing/mutations"; export const read = write;',
  },
  "mutations-know-no-session": {
    "lib/other/mutations.ts":
      'import { load } from "@/lib/thing/loaders"; export const write = load;',
  },
  "actions-go-through-mutations": {
    "lib/thing/actions.ts": 'import { db } from "@/lib/platform/db"; export const act = db;',
  },
  "loaders-change-nothing": {
    "lib/other/loaders.ts":
      'import { write } from "@/lib/thing/mutations"; export const load = write;',
  },
  "platform-knows-no-noun": {
    "lib/platform/x.ts": 'import { model } from "@/lib/thing/model"; export const x = model;',
  },
  "spreadsheets-know-no-noun": {
    "lib/spreadsheet/x.ts": 'import { model } from "@/lib/thing/model"; export const x = model;',
  },
  "typesetting-knows-no-noun": {
    "lib/typesetting/x.ts": 'import { model } from "@/lib/thing/model"; export const x = model;',
  },
  "setup-is-not-imported": {
    "lib/thing/start.ts": 'import { setup } from "@/lib/setup/x"; export const start = setup;',
    "lib/setup/x.ts": "export const setup = 1;",
  },
  "no-tests-in-the-product": {
    "lib/thing/fake.ts": 'import { fake } from "@/tests/fake"; export const real = fake;',
    "tests/fake.ts": "export const fake = 1;",
  },
  "not-to-unresolvable": {
    "lib/thing/nowhere.ts": 'import { gone } from "@/lib/thing/gone"; export const nowhere = gone;',
  },
};

const BASE = {
  "lib/thing/model.ts": "export const model = 1;",
  "lib/thing/data.ts": "export const read = 1;",
  "lib/thing/mutations.ts": "export const write = 1;",
  "lib/thing/loaders.ts": "export const load = 1;",
  "lib/platform/db.ts": "export const db = 1;",
  "tsconfig.json": "{}",
  "package.json": '{"type":"module"}',
};

describe("the checker", () => {
  const house = mkdtempSync(path.join(tmpdir(), "lokus-rules-"));
  let found: string[] = [];

  beforeAll(() => {
    for (const files of [BASE, ...Object.values(PLANTED)]) {
      for (const [name, content] of Object.entries(files)) {
        const file = path.join(house, name);
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    }
    symlinkSync(path.join(root, "node_modules"), path.join(house, "node_modules"));
    mkdirSync(path.join(house, "tests/architecture"), { recursive: true });
    for (const name of ["dependency-rules.cjs", "babel.config.json", "resolve.cjs"]) {
      copyFileSync(
        path.join(root, "tests/architecture", name),
        path.join(house, "tests/architecture", name),
      );
    }
    found = cruise(house, ["app", "components", "lib"]).summary.violations.map(
      ({ rule }) => rule.name,
    );
  });
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  it.each(Object.keys(PLANTED))("finds a planted violation of %s", (rule) => {
    expect(found).toContain(rule);
  });

  it("has a planted violation for every rule", async () => {
    const { default: rules } = (await import("./dependency-rules.cjs" as string)) as {
      default: { forbidden: { name: string }[] };
    };
    expect(rules.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(PLANTED).sort());
  });
});

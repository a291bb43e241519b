import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROUTES } from "@/lib/platform/route-name";

/** What imports cannot say about the house. */

const root = path.resolve(import.meta.dirname, "../..");
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter(Boolean);
const read = (file: string) => readFileSync(path.join(root, file), "utf8");

/** The files a noun's folder may have. A new name is a decision for everybody: docs/architecture.md. */
const VOCABULARY = new Set([
  "model.ts",
  "workflow.ts",
  "policy.ts",
  "schema.ts",
  "data.ts",
  "record.ts",
  "content.ts",
  "projection.ts",
  "mutations.ts",
  "loaders.ts",
  "actions.ts",
  "intake.ts",
]);
/** One named computation each; pure. */
const COMPUTATIONS = new Set([
  "scoring.ts",
  "timeliness.ts",
  "next-step.ts",
  "due-dates.ts",
  "spread.ts",
  "prefix-query.ts",
  "fields.ts",
  "issue.ts",
  "taxonomy.ts",
  "path.ts",
  "free-text.ts",
  "completeness.ts",
  "difference.ts",
  "upstream.ts",
  "label.ts",
  "registry.ts",
  "civil-servant.ts",
  "columns.ts",
  "parsing.ts",
  "matching.ts",
  "allocation.ts",
  "planning.ts",
  "tables.ts",
  "overlap.ts",
  "calendar.ts",
  "attendance-code.ts",
  "linking.ts",
  "carrying.ts",
  "balancing.ts",
  "explaining.ts",
  "clustering.ts",
  "chapters.ts",
  "composing.ts",
  "annex.ts",
  "concealing.ts",
]);
/** Folders of lib/ that are not nouns and keep their own order. */
const NOT_NOUNS = new Set([
  "api",
  "platform",
  "setup",
  "i18n",
  "session",
  "spreadsheet",
  "typesetting",
]);

const nounFiles = files.filter((file) => {
  const [top, noun] = file.split("/");
  return top === "lib" && noun !== undefined && !NOT_NOUNS.has(noun);
});

describe("the vocabulary", () => {
  it("names every file of a noun", () => {
    const strange = nounFiles.filter((file) => {
      const parts = file.split("/");
      const name = parts.slice(2).join("/");
      return !(VOCABULARY.has(name) || COMPUTATIONS.has(name) || /^[a-z-]+\.test\.ts$/.test(name));
    });
    expect(strange).toEqual([]);
  });

  it("has no barrels and no drawers", () => {
    const drawers = files.filter(
      (file) =>
        /^(app|components|lib)\//.test(file) &&
        /(^|\/)(index|utils?|helpers?|misc|common)\.tsx?$/.test(file),
    );
    expect(drawers).toEqual([]);
  });

  it("is written in kebab-case", () => {
    const odd = files.filter(
      (file) =>
        /^(components|lib|tests|prisma)\/.+\.(ts|tsx)$/.test(file) &&
        !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.tsx?$/.test(path.basename(file)),
    );
    expect(odd).toEqual([]);
  });
});

describe("server-only", () => {
  const servers = files.filter((file) =>
    /^lib\/(?!setup\/|i18n\/)[^/]+\/(data|mutations|loaders|record|content|projection|intake)\.ts$|^lib\/platform\/(db|env|audit|transaction|context|password|rate-limit|ids|log|metrics|report|request|pool|http|observe|secret|listener|changes)\.ts$|^lib\/spreadsheet\/(read|read-csv|read-xlsx|unzip|write-csv|write-xlsx|xml|zip)\.ts$/.test(
      file,
    ),
  );
  it("is the first line of every file that must not reach a browser", () => {
    expect(servers.length).toBeGreaterThan(20);
    for (const file of servers) {
      expect(read(file).split("\n")[0], file).toBe('import "server-only";');
    }
  });
});

describe("actions", () => {
  const actions = nounFiles.filter((file) => file.endsWith("/actions.ts"));
  it('begin with "use server" and all go through the one client', () => {
    expect(actions.length).toBeGreaterThan(2);
    for (const file of actions) {
      const source = read(file);
      expect(source.startsWith('"use server";'), file).toBe(true);
      // A preference is a cookie of whoever asks; it has no actor and changes no row.
      if (file.startsWith("lib/preference/")) continue;
      const exported = source.match(/^export (const|async function|function) /gm) ?? [];
      const defined = source.match(/= define(Public)?Action\(/g) ?? [];
      expect(defined.length, file).toBe(exported.length);
    }
  });

  it("are nowhere else", () => {
    const inline = files.filter(
      (file) =>
        /^(app|components|lib)\/.+\.tsx?$/.test(file) &&
        !/^lib\/[^/]+\/actions\.ts$/.test(file) &&
        /^\s*["']use server["'];?$/m.test(read(file)),
    );
    expect(inline).toEqual([]);
  });
});

describe("mutations", () => {
  it("write audit events in the transaction that changes", () => {
    for (const file of nounFiles.filter((name) => name.endsWith("/mutations.ts"))) {
      const source = read(file);
      const changes = source.match(
        /await (transaction|runCommand)|return (transaction|runCommand)/g,
      );
      expect(changes, file).not.toBeNull();
      expect(source, file).toMatch(/\baudit(All)?\(tx,|\bauditEvents\(/);
      // Transactions are opened in one place.
      expect(source, file).not.toMatch(/\$transaction/);
    }
  });

  it("open no transaction elsewhere", () => {
    const openers = files.filter(
      (file) =>
        /^(app|components|lib)\/.+\.tsx?$/.test(file) &&
        !file.startsWith("lib/setup/") &&
        file !== "lib/platform/transaction.ts" &&
        /\.\$transaction\(/.test(read(file)),
    );
    expect(openers).toEqual([]);
  });
});

describe("the environment", () => {
  it("is read in one place", () => {
    const readers = files.filter(
      (file) =>
        /^(app|components|lib|proxy)/.test(file) &&
        /\.(ts|tsx)$/.test(file) &&
        !file.startsWith("lib/setup/") &&
        file !== "lib/platform/env.ts" &&
        // NODE_ENV is replaced by the compiler; it is not read at run time.
        /process\.env\.(?!NODE_ENV\b)/.test(read(file)),
    );
    expect(readers).toEqual([]);
  });
});

describe("routes", () => {
  it("are all named in the list that logs and metrics use", () => {
    const pages = files.flatMap((file) => {
      const [, route] = /^app\/(.*?)\/?(?:page\.tsx|route\.ts)$/.exec(file) ?? [];
      return route === undefined
        ? []
        : [`/${route.replace(/\([^)]+\)\/?/g, "")}`.replace(/(.)\/$/, "$1")];
    });
    expect([...ROUTES].sort()).toEqual(pages.sort());
  });
});

describe("the log", () => {
  it("is the one way in which what serves requests tells of itself", () => {
    const printers = files.filter(
      (file) =>
        /^(app|components|lib|proxy|instrumentation)/.test(file) &&
        /\.tsx?$/.test(file) &&
        !/^lib\/setup\/|\.test\.ts$/.test(file) &&
        /\bconsole\.(log|info|warn|error|debug)\(/.test(read(file)),
    );
    expect(printers).toEqual([]);
  });
});

describe("the project", () => {
  it("speaks of itself alone", () => {
    const strangers = files.filter(
      (file) =>
        /\.(ts|tsx|mjs|cjs|js|css|md|json|sql|prisma|service)$/.test(file) &&
        file !== "package-lock.json" &&
        /registry\.npmjs|\/work\/(main|shared)|\/root\//.test(read(file)) &&
        file !== "tests/architecture/house.test.ts",
    );
    expect(strangers).toEqual([]);
  });

  it("keeps to the agreed top level", () => {
    const agreed =
      /^(app|components|docs|lib|prisma|public|tests)\/|^(package(-lock)?\.json|tsconfig\.json|next\.config\.js|README\.md|(proxy|instrumentation)\.ts|biome\.json|\..+)$/;
    expect(files.filter((file) => !agreed.test(file))).toEqual([]);
  });

  it("sends no browser the forty kilobytes of a schema that only the server needs", () => {
    const zod = new Set(
      files
        .filter(
          (file) => /^lib\/(?!.+\/actions\.ts$).+\.ts$/.test(file) && /from "zod"/.test(read(file)),
        )
        .map((file) => file.replace(/\.ts$/, "")),
    );
    const heavy = files.filter(
      (file) =>
        /^components\/.+\.tsx?$/.test(file) &&
        /^"use client"/.test(read(file)) &&
        [...read(file).matchAll(/^import (?!type\b)[^;]*? from "@\/(lib\/[^"]+)";$/gm)].some(
          ([, source]) => zod.has(source ?? ""),
        ),
    );
    // Bounds and types stand in model.ts; the documents of the stages are written in zod/mini.
    expect(heavy).toEqual([]);
  });

  it("uses colours of the tokens only", () => {
    const raw = files.filter(
      (file) =>
        /^(app|components)\/.+\.tsx$/.test(file) &&
        /\b(bg|text|border|fill|stroke)-(red|blue|green|gray|slate|zinc|neutral|amber|orange|purple|indigo)-\d|#[0-9a-f]{6}\b/i.test(
          read(file).replaceAll(/themeColor[\s\S]*?};/g, ""),
        ),
    );
    // The browser's own bar takes no CSS variable: app/layout.tsx names the two papers.
    expect(raw.filter((file) => file !== "app/layout.tsx")).toEqual([]);
  });
});

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { indonesian } from "./messages";

const root = path.resolve(import.meta.dirname, "../..");
const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "app", "components", "lib"],
  { cwd: root, encoding: "utf8" },
)
  .split("\n")
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));

/** `const t = useTranslations("ns")`, `await getTranslations("ns")`, also inside Promise.all. */
const TRANSLATOR = /(?:use|get)Translations\(\s*(?:"([\w.]+)")?\s*\)/g;

const has = (key: string) => {
  let place: unknown = indonesian;
  for (const part of key.split(".")) {
    if (typeof place !== "object" || place === null || !Object.hasOwn(place, part)) return false;
    place = (place as Record<string, unknown>)[part];
  }
  return true;
};

interface Use {
  file: string;
  namespaces: string[];
  keys: string[];
}

/** Per file: the namespaces asked for, and the literal keys given to any translator. */
const uses: Use[] = files.flatMap((file) => {
  const source = readFileSync(path.join(root, file), "utf8");
  const namespaces = [...source.matchAll(TRANSLATOR)].map(([, namespace]) => namespace ?? "");
  if (namespaces.length === 0) return [];
  const names = new Set(
    [
      ...source.matchAll(/const (\w+) = (?:await )?(?:use|get)Translations\(/g),
      // Destructured from a Promise.all: by habit `t`, or named for the namespace.
      ...source.matchAll(/\b(t)\b/g),
    ].map(([, name]) => name),
  );
  const keys = [...names].flatMap((name) =>
    [
      ...source.matchAll(
        new RegExp(`\\b${name}(?:\\.rich|\\.raw|\\.markup|\\.has)?\\(\\s*"([\\w.]+)"`, "g"),
      ),
    ].map(([, key]) => key ?? ""),
  );
  return [{ file, namespaces, keys }];
});

describe("the catalogue in use", () => {
  it("has every namespace that is asked for", () => {
    expect(uses.length).toBeGreaterThan(30);
    const missing = uses.flatMap(({ file, namespaces }) =>
      namespaces.filter((name) => name !== "" && !has(name)).map((name) => `${file}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("has every literal key, in one of its file's namespaces", () => {
    const missing = uses.flatMap(({ file, namespaces, keys }) =>
      keys
        .filter((key) => !namespaces.some((name) => has(name === "" ? key : `${name}.${key}`)))
        .map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});

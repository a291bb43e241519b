import { readdirSync } from "node:fs";
import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { icuArguments } from "./icu";
import { locales } from "./locales";
import { loadMessages, namespaces } from "./messages";

type Tree = { [key: string]: string | Tree };

/** Every message with its path: `common.when.today`. */
function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${prefix}${key}`, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  );
}

const catalogue = async (locale: (typeof locales)[number]) =>
  new Map(flatten((await loadMessages(locale)) as unknown as Tree));

describe("the message catalogue", () => {
  it.each(locales)("registers every file of %s", (locale) => {
    const files = readdirSync(new URL(`./messages/${locale}`, import.meta.url));
    expect(files.map((file) => file.replace(".json", "")).sort()).toEqual([...namespaces].sort());
  });

  it("has the same keys in both languages", async () => {
    const [id, en] = await Promise.all([catalogue("id"), catalogue("en")]);
    expect([...en.keys()].sort()).toEqual([...id.keys()].sort());
  });

  it("takes the same arguments in both languages", async () => {
    const [id, en] = await Promise.all([catalogue("id"), catalogue("en")]);
    const differing = [...id]
      .filter(([key, message]) => {
        const [here, there] = [icuArguments(message), icuArguments(en.get(key) ?? "")];
        // Indonesian has no plural forms: what only chooses one there has no place here.
        const apart = Object.entries({ ...there, ...here }).filter(
          ([name, kind]) => !(name in here && name in there) && kind !== "plural",
        );
        return apart.length > 0;
      })
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it.each(locales)("can be formatted, every message of %s", async (locale) => {
    const messages = await loadMessages(locale);
    const t = createTranslator({
      locale,
      messages: messages as unknown as Tree,
      onError(error) {
        throw error;
      },
    });
    for (const [key, message] of await catalogue(locale)) {
      const values = Object.fromEntries(
        Object.entries(icuArguments(message)).map(([name, kind]) => [
          name,
          kind === "tag" ? (chunks: string) => chunks : kind === "text" ? "x" : 2,
        ]),
      );
      expect(() => t.markup(key as never, values as never), key).not.toThrow();
    }
  });

  it("leaves no message empty", async () => {
    for (const locale of locales) {
      for (const [key, message] of await catalogue(locale)) {
        expect(message.trim(), `${locale} ${key}`).not.toBe("");
      }
    }
  });
});

describe("icuArguments", () => {
  it("sees names, kinds, branches and tags", () => {
    expect(icuArguments("Tenggat {when}")).toEqual({ when: "text" });
    expect(icuArguments("{n, plural, one {# day of {name}} other {# days}}")).toEqual({
      n: "plural",
      name: "text",
    });
    expect(icuArguments("<link>Lihat {count}</link>")).toEqual({ link: "tag", count: "text" });
    expect(icuArguments("kurung '{'x'}' saja")).toEqual({});
  });

  it("refuses what is not closed", () => {
    expect(() => icuArguments("{name")).toThrow();
    expect(() => icuArguments("name}")).toThrow();
  });
});

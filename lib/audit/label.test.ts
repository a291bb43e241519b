import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type AuditWords, auditLabels, eventGroups } from "@/lib/audit/label";
import { auditDetails, idsIn } from "@/lib/audit/model";
import { locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

const source = readFileSync(path.resolve(import.meta.dirname, "../platform/audit.ts"), "utf8");

/** The types of events, as the interface of their payloads lists them. */
const TYPES = [...source.matchAll(/^ {2}"([a-z_]+\.[a-z_]+)": /gm)].map(([, type]) => type ?? "");

describe.each(locales)("the words of the log in %s", (locale) => {
  it("are there for every type of event, and for every group", async () => {
    const { audit } = await loadMessages(locale);
    const known = new Set(eventGroups(audit.events).flatMap(({ types }) => types));
    expect(TYPES.length).toBeGreaterThan(25);
    expect(TYPES.filter((type) => !known.has(type))).toEqual([]);
    // Words without an event are of one that is gone; the log may still hold it, so they may stay.
    expect(Object.keys(audit.groups).sort()).toEqual(Object.keys(audit.events).sort());
  });
});

describe("details", () => {
  const id = "0190a000-0000-7000-8000-000000000001";
  const nameOf = (asked: string) => (asked === id ? "Rubrik A" : undefined);

  it("say what was and what is, wherever it stands", () => {
    expect(auditDetails({ kind: "PLAN", from: "OPEN", to: "LOCKED" }, nameOf)).toEqual([
      { field: "from", before: "OPEN", after: "LOCKED" },
      { field: "kind", value: "PLAN" },
    ]);
    expect(
      auditDetails({ changes: { startsOn: { from: null, to: "2018-08-06" } } }, nameOf),
    ).toEqual([{ field: "changes.startsOn", before: "", after: "2018-08-06" }]);
    expect(auditDetails({ list: [{ field: "a" }, { field: "b" }] }, nameOf)).toEqual([
      { field: "list.1.field", value: "a" },
      { field: "list.2.field", value: "b" },
    ]);
  });

  it("read ids as names, and leave out what would say nothing", () => {
    expect(
      auditDetails({ versionId: id, revisionId: id.replace("1", "2"), note: "" }, nameOf),
    ).toEqual([{ field: "versionId", value: "Rubrik A" }]);
    expect(idsIn({ a: id, b: [{ c: id }], d: "no id", e: null })).toEqual([id, id]);
    expect(auditDetails({ before: "ab".repeat(32), after: "cd".repeat(32) }, nameOf)).toEqual([]);
  });

  it("that have no words are shown as they are", () => {
    const words: Record<string, string> = { nothing: "kosong", change: "berubah" };
    const t = Object.assign((key: string) => words[key] ?? `?${key}`, {
      has: (key: string) => key in words,
    }) as AuditWords;
    const labels = auditLabels(t);
    expect(labels.event({ type: "old.event" })).toBe("old.event");
    expect(labels.field({ field: "changes.startsOn" })).toBe("startsOn");
    expect(labels.detail({ field: "x", value: "NEW_CODE" })).toBe("NEW_CODE");
  });
});

import { describe, expect, it } from "vitest";
import type { DeskDrafts } from "@/lib/desk/model";
import { mergeDrafts, readDrafts, readEarlierDrafts, writeDrafts } from "./desk-drafts";

const reason = (id: string, text: string) => ({ id, path: null, stable: null, label: null, text });
const place = { readerId: "p", assignmentId: "a", stage: "EVALUATE", revisionId: "r2" };

function storage(): Storage {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index: number) => [...held.keys()][index] ?? null,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    clear: () => held.clear(),
  };
}

describe("unsent words of two devices", () => {
  it("are put together, and nothing of either is lost", () => {
    const mine: DeskDrafts = {
      reasons: [reason("1", "di laptop"), reason("2", "baru")],
      notes: { summary: "Satu.", "": "Sama" },
    };
    const theirs: DeskDrafts = {
      reasons: [reason("1", "di ponsel"), reason("3", "lain")],
      notes: { summary: "Dua.", "": "Sama", methods: "Tiga." },
    };
    expect(mergeDrafts(mine, theirs)).toEqual({
      reasons: [reason("1", "di laptop"), reason("2", "baru"), reason("3", "lain")],
      notes: { summary: "Satu.\n\nDua.", "": "Sama", methods: "Tiga." },
    });
  });
});

describe("what lies on the device", () => {
  it("says what it goes on from; of an older version of Lokus it goes on from nothing", () => {
    const held = storage();
    const drafts = { reasons: [reason("1", "x")], notes: {} };
    writeDrafts(held, place, { drafts, basedOn: 3, sent: false });
    expect(readDrafts(held, place)).toEqual({ drafts, basedOn: 3, sent: false });
    held.setItem(held.key(0) ?? "", JSON.stringify(drafts));
    expect(readDrafts(held, place)).toEqual({ drafts, basedOn: 0, sent: false });
    held.setItem(held.key(0) ?? "", "{");
    expect(readDrafts(held, place)).toBeNull();
  });

  it("stays where all was taken away, until the server knows", () => {
    const held = storage();
    const drafts = { reasons: [], notes: {} };
    writeDrafts(held, place, { drafts, basedOn: 1, sent: false });
    expect(held.length).toBe(1);
    writeDrafts(held, place, { drafts, basedOn: 2, sent: true });
    expect(held.length).toBe(0);
  });

  it("of an earlier revision is found here and on the server, each once", () => {
    const held = storage();
    const earlier = { ...place, revisionId: "r1" };
    const drafts = { reasons: [reason("1", "x")], notes: { summary: "Begun" } };
    writeDrafts(held, earlier, { drafts, basedOn: 1, sent: true });
    const saved = [
      { revisionId: "r2", version: 1, drafts: { reasons: [reason("9", "now")], notes: {} } },
      { revisionId: "r1", version: 1, drafts },
      { revisionId: "r0", version: 1, drafts: { reasons: [reason("0", "y")], notes: {} } },
    ];
    const found = readEarlierDrafts(held, place, saved);
    expect(found?.drafts.reasons.map(({ text }) => text)).toEqual(["x", "y", "Begun"]);
    found?.forget();
    expect(held.length).toBe(0);
    expect(readEarlierDrafts(null, place, [])).toBeNull();
  });
});

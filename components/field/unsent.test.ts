import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { DeviceDraft } from "@/components/document/device-draft";
import { askForSpace, isShort, lookAtSpace, spaceWarnings } from "./device-space";
import {
  claimDevice,
  clearDevice,
  DeviceLocked,
  devicePerson,
  lockDevice,
  openDeviceStore,
} from "./device-store";
import { countUnsent, findUnsent } from "./unsent";
import { unsentText } from "./unsent-text";

const keyOf = (letter: string) => async () => btoa(letter.repeat(32));

function draft(change: Partial<DeviceDraft> = {}): DeviceDraft {
  return {
    basedOn: 3,
    document: { summary: "Ditulis tanpa sinyal." },
    base: {},
    intent: "save",
    attempt: null,
    changedAt: "2018-08-08T02:00:00.000Z",
    received: null,
    problem: null,
    ...change,
  };
}

beforeEach(async () => {
  await lockDevice();
  for (const person of ["ani", "budi"]) await clearDevice(person);
  await claimDevice("ani");
});

describe("what waits on a device", () => {
  it("is what the server does not have, of whoever is signed in", async () => {
    expect(await findUnsent()).toBeNull();
    const store = await openDeviceStore("ani", keyOf("a"));
    expect(await findUnsent()).toBeNull();
    await store.drafts.put(["a1", "PLAN"], draft({ intent: "submit" }));
    await store.drafts.put(["a1", "EVALUATE"], draft());
    const received = { at: "2018-08-08T02:00:00.000Z", submitted: false };
    await store.drafts.put(["a1", "SOLUTION"], draft({ received }));
    await store.errands.put(["c1"], { type: "ATTEND_BY_CODE", payload: {}, at: "", problem: null });
    await store.photos.put(["p1"], { name: "foto.jpg" });
    await store.photos.put(["p2"], { name: "lama.jpg", received: true });
    const unsent = await findUnsent();
    if (!unsent) throw new Error("nothing found");
    expect(unsent.drafts.map(({ stage }) => stage)).toEqual(["EVALUATE", "PLAN"]);
    expect(countUnsent(unsent)).toBe(4);
  });

  it("stays, unreadable, when its person signs out, and opens again for nobody else", async () => {
    const store = await openDeviceStore("ani", keyOf("a"));
    await store.drafts.put(["a1", "EVALUATE"], draft());
    await lockDevice();
    expect(await devicePerson()).toBeNull();
    expect(await findUnsent()).toBeNull();
    // A form that is still open on the page does not fetch the key again behind the person's back.
    await expect(openDeviceStore("ani", keyOf("a"))).rejects.toThrow(DeviceLocked);
    // Somebody else signs in.
    await claimDevice("budi");
    await openDeviceStore("budi", keyOf("b"));
    expect(await findUnsent()).toBeNull();
    // And the first one again.
    await claimDevice("ani");
    expect(await devicePerson()).toBeNull();
    const again = await openDeviceStore("ani", keyOf("a"));
    expect(await again.drafts.get(["a1", "EVALUATE"])).toEqual(draft());
  });

  it("is closed for who did not sign out when the next person is there", async () => {
    const store = await openDeviceStore("ani", keyOf("a"));
    await store.drafts.put(["a1", "EVALUATE"], draft());
    await claimDevice("ani");
    expect(await devicePerson()).toBe("ani");
    await claimDevice("budi");
    expect(await devicePerson()).toBeNull();
    expect(await findUnsent()).toBeNull();
  });
});

describe("the copy of what waits", () => {
  const words = {
    terms: {
      visitMode: { ONSITE: "Luring" },
      transferType: { ONSITE: "bukan ini" },
      yesNo: { true: "Ya" },
      field: {
        EVALUATE: {
          summary: { label: "Ringkasan" },
          strengths: { label: "Kekuatan", text: { label: "Uraian" } },
          tags: { label: "Penanda" },
          mode: { label: "Cara" },
          safe: { label: "Aman" },
          on: { label: "Tanggal" },
        },
      },
    },
    stage: { kind: { EVALUATE: "Evaluasi" } },
    title: "Salinan",
    whole: "Lengkap:",
    changed: (instant: string) => `diubah ${instant}`,
    date: (day: string) => `tanggal ${day}`,
  };

  it("has what a form of another version left, whatever its shape", () => {
    const left = (document: unknown, changedAt: string) =>
      ({
        address: ["a1", "EVALUATE", changedAt],
        assignmentId: "a1",
        stage: "EVALUATE",
        document,
        changedAt,
      }) as const;
    const text = unsentText([], words, [
      left({ purpose: "Kata lama.", on: "2018-99-99" }, "2018-08-08T02:00:00.000Z"),
      left("Hanya kata.", ""),
    ]);
    const [, first = "", second = "", , whole = ""] = text.split("\n\n");
    expect(first.split("\n").slice(2)).toEqual(["Kata lama.", "Tanggal: 2018-99-99"]);
    expect(second.split("\n")).toEqual(["Evaluasi", "========", "Hanya kata."]);
    expect(JSON.parse(whole)).toMatchObject([
      { document: { purpose: "Kata lama." } },
      { document: "Hanya kata." },
    ]);
  });

  it("is readable, without codes and ids, and complete for those who help", () => {
    const document = {
      summary: "Baris satu.\nBaris dua.",
      strengths: [
        { id: "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b", text: "Cepat" },
        { id: "1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633c", text: "" },
      ],
      tags: ["murah", "terbuka"],
      mode: "ONSITE",
      safe: true,
      on: "2018-08-08",
      empty: null,
    };
    const text = unsentText(
      [{ assignmentId: "a1", stage: "EVALUATE", draft: draft({ document }) }],
      words,
    );
    const [, readable = "", , whole = ""] = text.split("\n\n");
    expect(readable.split("\n")).toEqual([
      "Evaluasi – diubah 2018-08-08T02:00:00.000Z",
      "==========================================",
      "Ringkasan:",
      "  Baris satu.",
      "  Baris dua.",
      "Kekuatan 1",
      "  Uraian: Cepat",
      "Penanda:",
      "  - murah",
      "  - terbuka",
      "Cara: Luring",
      "Aman: Ya",
      "Tanggal: tanggal 2018-08-08",
    ]);
    expect(JSON.parse(whole)).toMatchObject([{ assignmentId: "a1", basedOn: 3, document }]);
  });
});

describe("the room on a device", () => {
  it("is asked for, and told as far as the browser tells", async () => {
    const storage = {
      persisted: async () => false,
      persist: async () => true,
      estimate: async () => ({ quota: 100, usage: 30 }),
    };
    expect(await askForSpace(storage)).toEqual({ persistent: true, left: 70 });
    const none = async (): Promise<never> => {
      throw new TypeError("not allowed");
    };
    expect(await askForSpace({ persisted: none, persist: none, estimate: none })).toEqual({
      persistent: false,
      left: null,
    });
    expect(await askForSpace(undefined)).toEqual({ persistent: false, left: null });
    expect(isShort({ persistent: true, left: 19_999_999 })).toBe(true);
    expect(isShort({ persistent: true, left: 20_000_000 })).toBe(false);
    expect(isShort({ persistent: false, left: null })).toBe(false);
  });

  it("is warned of where there is little room, and where nothing is promised", async () => {
    expect(spaceWarnings({ persistent: true, left: null })).toEqual([]);
    expect(spaceWarnings({ persistent: false, left: 1 })).toEqual(["short", "notPromised"]);
    const persist = async (): Promise<never> => {
      throw new TypeError("asked");
    };
    const storage = { persisted: async () => false, persist, estimate: async () => ({}) };
    expect(spaceWarnings(await lookAtSpace(storage))).toEqual(["notPromised"]);
  });
});

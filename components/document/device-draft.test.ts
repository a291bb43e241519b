import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openDeviceStore } from "@/components/field/device-store";
import { listDrafts } from "@/components/field/sync";
import { draftPlace } from "./device-draft";
import { listAside } from "./set-aside";

const owner = { personId: "p", assignmentId: "a", stage: "EVALUATE" } as const;
const KEY = "lokus:draft:p:a:EVALUATE";
const at = "2018-08-07T02:00:00.000Z";

function older(entries: Record<string, string>) {
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => entries[key] ?? null,
    removeItem: (key: string) => {
      delete entries[key];
    },
  });
  return entries;
}

const open = (personId: string) => openDeviceStore(personId, async () => btoa("k".repeat(32)));

afterEach(async () => {
  vi.unstubAllGlobals();
  await (await open("p")).drafts.delete(["a", "EVALUATE"]);
});

describe("what a version before the store kept in the open", () => {
  const backup = {
    basedOn: 3,
    document: { title: "typed" },
    base: { title: "" },
    attempt: { commandId: "c", basedOn: 3, document: { title: "ty" }, clientUpdatedAt: at },
    changedAt: at,
  };

  it("is taken over once, with the attempt whose answer never came, and lies open no more", async () => {
    const entries = older({ [KEY]: JSON.stringify(backup) });
    const place = draftPlace(owner, open);
    const taken = {
      basedOn: 3,
      document: { title: "typed" },
      intent: "save",
      received: null,
      attempt: {
        type: "save",
        command: { commandId: "c", assignmentId: "a", stage: "EVALUATE", basedOn: 3 },
      },
    };
    expect(await place.read()).toMatchObject(taken);
    expect(entries).toEqual({});
    expect(await draftPlace(owner, open).read()).toMatchObject(taken);
  });

  it("does not take the place of what the store has, and is gone either way", async () => {
    const entries = older({ [KEY]: JSON.stringify(backup) });
    const store = await open("p");
    await store.drafts.put(["a", "EVALUATE"], {
      basedOn: 5,
      document: { title: "new" },
      changedAt: at,
    });
    expect(await draftPlace(owner, open).read()).toMatchObject({ document: { title: "new" } });
    expect(entries).toEqual({});
  });

  it("is kept beside the draft where the store has what is no draft at all", async () => {
    const store = await open("p");
    const strange = { document: "only words, no fields", changedAt: at };
    await store.drafts.put(["a", "EVALUATE"], strange);
    expect(await draftPlace(owner, open).read()).toBeNull();
    expect(await store.drafts.get(["a", "EVALUATE"])).toBeNull();
    const [aside, ...others] = await listAside(store, ["a", "EVALUATE"]);
    expect(aside).toMatchObject({ assignmentId: "a", stage: "EVALUATE", ...strange });
    expect(others).toEqual([]);
    expect(await listAside(store, ["b", "EVALUATE"])).toEqual([]);
    expect(await listDrafts(store)).toEqual([]);
    await store.drafts.delete(aside?.address ?? []);
  });

  it("is nothing where it cannot be read", async () => {
    older({ [KEY]: "{" });
    expect(await draftPlace(owner, open).read()).toBeNull();
  });
});

import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import {
  claimDevice,
  clearDevice,
  DeviceLocked,
  type DeviceStore,
  deviceId,
  devicePerson,
  lockDevice,
  openDeviceStore,
  watchDevice,
} from "./device-store";

const keyOf = (letter: string) => async () => btoa(letter.repeat(32));
const noSignal = async () => {
  throw new TypeError("no signal");
};

describe("the device's store", () => {
  it("gives back what was put, by address, and lists it", async () => {
    const store = await openDeviceStore("ani", keyOf("a"));
    await store.drafts.put(["a1", "EVALUATE"], { words: "satu" });
    await store.drafts.put(["a1", "PLAN"], { words: "dua" });
    await store.bytes.put(["p1"], new Uint8Array([1, 2, 3]).buffer);
    expect(await store.drafts.get(["a1", "EVALUATE"])).toEqual({ words: "satu" });
    expect(await store.drafts.get(["a2", "EVALUATE"])).toBeNull();
    expect((await store.drafts.list()).map(({ address }) => address)).toEqual([
      ["a1", "EVALUATE"],
      ["a1", "PLAN"],
    ]);
    expect([...new Uint8Array((await store.bytes.get(["p1"])) as ArrayBuffer)]).toEqual([1, 2, 3]);
    await store.drafts.delete(["a1", "PLAN"]);
    expect(await store.drafts.list()).toHaveLength(1);
  });

  it("keeps no readable word", async () => {
    const request = indexedDB.open("lokus");
    const db = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const all = db.transaction("drafts").objectStore("drafts").getAll();
    const rows = await new Promise<{ bytes: ArrayBuffer }[]>((resolve) => {
      all.onsuccess = () => resolve(all.result);
    });
    db.close();
    expect(rows).toHaveLength(1);
    for (const { bytes } of rows) expect(new TextDecoder().decode(bytes)).not.toContain("satu");
  });

  it("needs no signal once the key is there, and knows whose it is", async () => {
    await openDeviceStore("ani", noSignal);
    expect(await devicePerson()).toBe("ani");
    expect(await deviceId()).toBe(await deviceId());
  });

  it("shows nothing of it to the next person, and everything to its owner again", async () => {
    const next = await openDeviceStore("budi", keyOf("b"));
    expect(await next.drafts.list()).toEqual([]);
    expect(await devicePerson()).toBe("budi");
    await lockDevice();
    expect(await devicePerson()).toBeNull();
    await expect(openDeviceStore("ani", noSignal)).rejects.toThrow(DeviceLocked);
    await claimDevice("ani");
    await expect(openDeviceStore("ani", noSignal)).rejects.toThrow(DeviceLocked);
    const back = await openDeviceStore("ani", keyOf("a"));
    expect(await back.drafts.get(["a1", "EVALUATE"])).toEqual({ words: "satu" });
  });

  it("does not read under another key, nor at another address", async () => {
    await lockDevice();
    await claimDevice("ani");
    const wrong = await openDeviceStore("ani", keyOf("x"));
    expect(await wrong.drafts.get(["a1", "EVALUATE"])).toBeNull();
    expect(await wrong.drafts.list()).toEqual([]);
  });

  it("tells of changes, and clears for good", async () => {
    await lockDevice();
    await claimDevice("ani");
    const store: DeviceStore = await openDeviceStore("ani", keyOf("a"));
    const seen: string[] = [];
    const stop = watchDevice(({ shelf, address }) => seen.push(`${shelf} ${address}`));
    await store.packs.put(["visit"], {});
    stop();
    await store.packs.delete(["visit"]);
    expect(seen).toEqual(["packs visit"]);
    await clearDevice("ani");
    expect(await store.drafts.list()).toEqual([]);
  });
});

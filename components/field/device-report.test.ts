import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { Answers } from "@/components/document/answers";
import { draftPlace } from "@/components/document/device-draft";
import { success } from "@/lib/platform/result";
import { deviceReporter } from "./device-report";
import { openDeviceStore } from "./device-store";
import { listErrands } from "./errands";

const key = async () => btoa(String.fromCharCode(...new Uint8Array(32)));
const first = "2018-08-07T02:00:00.000Z";

describe("what a device reports", () => {
  it("is told when it changes, renewed in time, and tried again when it did not arrive", async () => {
    const personId = crypto.randomUUID();
    const store = await openDeviceStore(personId, key);
    const told: object[] = [];
    let signal = true;
    let now = Date.parse(first);
    const onThisPage: Parameters<typeof deviceReporter>[0] = {
      store,
      newId: () => crypto.randomUUID(),
      now: () => new Date(now),
      send: async (type, _, payload) => {
        if (!signal) throw new TypeError("Failed to fetch");
        const { deviceId: _device, ...held } = payload as { deviceId: string };
        told.push({ type, ...held });
        return success(null);
      },
    };
    const report = deviceReporter(onThisPage);
    const nothing = { type: "REPORT_DEVICE", drafts: 0, photos: 0, oldestAt: null };
    // Once in any case: what this device said before its memory was cleared may still stand.
    await Promise.all([report(), report()]);
    await report();
    await deviceReporter(onThisPage)();
    expect(told).toEqual([nothing]);

    const place = draftPlace({ personId, assignmentId: "a", stage: "EVALUATE" }, async () => store);
    await place.write({
      basedOn: 0,
      document: {},
      base: null,
      intent: "save",
      attempt: null,
      changedAt: first,
      received: null,
      problem: null,
    });
    await store.errands.put(["e"], { type: "WITHDRAW", payload: {}, at: first, problem: null });
    const held = { type: "REPORT_DEVICE", drafts: 2, photos: 0, oldestAt: first };
    signal = false;
    await expect(report()).rejects.toThrow();
    signal = true;
    await report();
    await report();
    expect(told).toEqual([nothing, held]);
    // A photo counts from when it was taken until the server has it.
    const earlier = "2018-08-07T01:00:00.000Z";
    await store.photos.put(["p"], { at: earlier, received: false });
    await store.photos.put(["q"], { at: "2018-08-06T01:00:00.000Z", received: true });
    await report();
    expect(told.pop()).toEqual({ ...held, photos: 1, oldestAt: earlier });
    await store.photos.put(["p"], { at: earlier, received: true });
    await report();
    expect(told.pop()).toEqual(held);
    now += 7 * 3_600_000;
    await report();
    expect(told).toEqual([nothing, held, held]);
    // The next page knows it too.
    await deviceReporter(onThisPage)();
    expect(told).toHaveLength(3);
  });
});

describe("a tick without signal", () => {
  it("waits on the device and is found again", async () => {
    const personId = crypto.randomUUID();
    const store = await openDeviceStore(personId, key);
    const stage = { personId, assignmentId: "a", stage: "EVALUATE" as const };
    const reasons = [
      { id: "one", answered: false },
      { id: "two", answered: true },
    ];
    const answers = new Answers(stage, reasons);
    // There is no server behind this address at all.
    expect(await answers.set("one", true)).toBe(true);
    expect(await listErrands(store)).toMatchObject([
      {
        errand: {
          type: "ANSWER_REASON",
          payload: { assignmentId: "a", stage: "EVALUATE", reasonId: "one", answered: true },
        },
      },
    ]);
    const later = new Answers(stage, reasons);
    await later.restore();
    expect([later.answered("one"), later.answered("two"), later.count()]).toEqual([true, true, 2]);
  });
});

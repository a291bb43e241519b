import "fake-indexeddb/auto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { openDeviceStore } from "./device-store";
import { listErrands, sendOrKeep } from "./errands";

const PERSON = "errands";
const open = () => openDeviceStore(PERSON, async () => btoa("k".repeat(32)));

function answering(answer: () => Promise<object>) {
  const sent: string[] = [];
  vi.stubGlobal("fetch", async (_address: string, { body }: { body: string }) => {
    sent.push(JSON.parse(body).commandId);
    return Response.json(await answer());
  });
  return sent;
}

afterEach(async () => {
  vi.unstubAllGlobals();
  const store = await open();
  for (const { commandId } of await listErrands(store)) await store.errands.delete([commandId]);
});

describe("a command that may find no signal", () => {
  const lost = async () => {
    throw new TypeError("Failed to fetch");
  };

  it("is kept under the id with which it was sent, and the same wish once", async () => {
    const store = await open();
    const sent = answering(lost);
    expect(await sendOrKeep(PERSON, "WITHDRAW", { stage: "PLAN" })).toBe("kept");
    expect(await sendOrKeep(PERSON, "WITHDRAW", { stage: "PLAN" })).toBe("kept");
    expect((await listErrands(store)).map(({ commandId }) => commandId)).toEqual([sent[0]]);
    await sendOrKeep(PERSON, "WITHDRAW", { stage: "SOLUTION" });
    expect(await listErrands(store)).toHaveLength(2);
  });

  it("is kept where the session has ended or the server is in trouble", async () => {
    await open();
    for (const reason of ["signed_out", "unexpected"]) {
      answering(async () => ({ ok: false, reason }));
      expect(await sendOrKeep(PERSON, "MARK", { reason })).toBe("kept");
    }
  });

  it("is not kept once it was answered, also with no", async () => {
    const store = await open();
    answering(async () => ({ ok: true, value: 1 }));
    expect(await sendOrKeep(PERSON, "MARK", {})).toEqual({ ok: true, value: 1 });
    answering(async () => ({ ok: false, reason: "review_begun" }));
    expect(await sendOrKeep(PERSON, "MARK", {})).toEqual({ ok: false, reason: "review_begun" });
    expect(await listErrands(store)).toEqual([]);
  });
});

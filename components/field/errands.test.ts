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

  it("waits behind what was asked for before about the same stage: the last word counts", async () => {
    const store = await open();
    const tick = (answered: boolean) =>
      sendOrKeep(PERSON, "ANSWER_REASON", { assignmentId: "a", stage: "PLAN", answered });
    answering(lost);
    expect(await tick(true)).toBe("kept");
    const sent = answering(async () => ({ ok: true, value: null }));
    // There is signal again, and the first one has not left yet.
    expect(await tick(false)).toBe("kept");
    expect(await tick(true)).toBe("kept");
    expect(sent).toEqual([]);
    expect((await listErrands(store)).map(({ errand }) => errand.payload)).toMatchObject([
      { answered: true },
      { answered: false },
      { answered: true },
    ]);
    // Another stage waits for nobody.
    const other = { assignmentId: "a", stage: "EVALUATE", answered: true };
    expect(await sendOrKeep(PERSON, "ANSWER_REASON", other)).toMatchObject({ ok: true });
  });

  it("leaves in the order of asking, also where the clock was put back between", async () => {
    const store = await open();
    answering(lost);
    const stages = ["EVALUATE", "OBSTACLES", "SOLUTION"];
    const times = ["2018-08-12T02:00:00Z", "2018-08-07T02:00:00Z", "2018-08-07T01:59:00Z"];
    for (const [index, stage] of stages.entries()) {
      await sendOrKeep(PERSON, "WITHDRAW", { assignmentId: "a", stage }, times[index]);
    }
    expect(
      (await listErrands(store)).map(({ errand }) => (errand.payload as { stage: string }).stage),
    ).toEqual(stages);
  });

  it("asked for again leaves at once under its id, and waits no more", async () => {
    const store = await open();
    const withdraw = () => sendOrKeep(PERSON, "WITHDRAW", { assignmentId: "a", stage: "PLAN" });
    const first = answering(lost);
    await withdraw();
    const second = answering(async () => ({ ok: true, value: 1 }));
    expect(await withdraw()).toEqual({ ok: true, value: 1 });
    expect(second).toEqual(first);
    expect(await listErrands(store)).toEqual([]);
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

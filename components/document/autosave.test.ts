import { describe, expect, it } from "vitest";
import { type Result, refuse, success } from "@/lib/platform/result";
import {
  Autosave,
  FIRST_RETRY,
  LONGEST_RETRY,
  SAVE_DELAY,
  type Saved,
  type Sent,
} from "./autosave";
import type { DeviceDraft, StageCommand } from "./device-draft";
import { DocumentStore } from "./store";

type Doc = { title: string; note: string };

/** A server that keeps one document, as the real one does: by version, each command once. */
class FakeServer {
  document: object = { title: "", note: "" };
  version = 1;
  state = "OPEN";
  readonly log = new Map<string, Result<Saved & Sent>>();
  readonly received: StageCommand[] = [];

  take(command: StageCommand, type: "save" | "submit"): Result<Saved & Sent> {
    this.received.push(command);
    const known = this.log.get(command.commandId);
    if (known) return known;
    if (command.basedOn !== this.version) {
      return refuse("conflict", {
        details: { cause: "stale", version: this.version, state: this.state, savedAt: at },
        current: { document: this.document as Record<string, unknown> },
      });
    }
    if (this.state !== "OPEN") return refuse("wrong_state");
    this.document = command.document;
    this.version += 1;
    if (type === "submit") this.state = "SUBMITTED";
    const answer = success({ version: this.version, savedAt: at, number: 1 });
    this.log.set(command.commandId, answer);
    return answer;
  }
}

const at = "2018-08-07T02:00:00.000Z";

type Weather = "fine" | "lost_before" | "lost_after";

function setup({
  left = null as DeviceDraft | null,
  server = new FakeServer(),
  read = (document: object): object | null => document,
} = {}) {
  let clock = Date.parse(at);
  const timers = new Map<number, { run: () => void; due: number }>();
  let nextTimer = 1;
  let nextId = 1;
  let weather: Weather = "fine";
  let answerWith: Result<never> | null = null;
  let kept = left;
  let full = false;
  const aside: object[] = [];
  const blockers: { path: string; code: string }[] = [];
  const served: { path: string; code: string }[] = [];
  const open: (() => void)[] = [];
  let held = false;

  const carry = async (command: StageCommand, type: "save" | "submit") => {
    if (held) await new Promise<void>((resolve) => open.push(resolve));
    if (answerWith) return answerWith;
    if (weather === "lost_before") throw new TypeError("Failed to fetch");
    const answer = server.take(command, type);
    if (weather === "lost_after") throw new TypeError("Failed to fetch");
    return answer;
  };
  const store = new DocumentStore(structuredClone(server.document));
  const autosave = new Autosave({
    store,
    transport: {
      save: (command) => carry(command, "save"),
      submit: (command) => carry(command, "submit"),
    },
    place: {
      read: async () => kept,
      write: async (value) => {
        if (full) throw new DOMException("no room", "QuotaExceededError");
        kept = structuredClone(value);
      },
      clear: async () => {
        kept = null;
      },
      setAside: async (left, whole) => {
        if (full) throw new DOMException("no room", "QuotaExceededError");
        aside.push(structuredClone(left.document));
        if (whole) kept = null;
      },
    },
    assignmentId: "assignment",
    stage: "EVALUATE",
    version: server.version,
    savedAt: null,
    normalize: (document) => document,
    read,
    blocking: () => blockers,
    onServerIssues: (issues) => served.push(...issues),
    newId: () => `command-${nextId++}`,
    now: () => new Date(clock),
    setTimer: (run, milliseconds) => {
      timers.set(nextTimer, { run, due: clock + milliseconds });
      return nextTimer++;
    },
    clearTimer: (timer) => timers.delete(timer as number),
  });
  const rest = async () => {
    for (let turn = 0; turn < 30; turn += 1) await Promise.resolve();
  };
  /** Lets time pass, with everything that falls due on the way. */
  const pass = async (milliseconds: number) => {
    const end = clock + milliseconds;
    for (;;) {
      const due = [...timers].sort((a, b) => a[1].due - b[1].due)[0];
      if (!due || due[1].due > end) break;
      clock = Math.max(clock, due[1].due);
      timers.delete(due[0]);
      due[1].run();
      await rest();
    }
    clock = end;
    await rest();
  };
  return {
    server,
    store,
    autosave,
    pass,
    rest,
    blockers,
    served,
    timers,
    kept: () => kept,
    aside,
    /** What the device holds that the server does not have. */
    unsent: () => (kept?.received ? null : kept),
    fill: (next: boolean) => {
      full = next;
    },
    type: (title: string) => store.set("title", title),
    weather: (next: Weather) => {
      weather = next;
    },
    answer: (next: Result<never> | null) => {
      answerWith = next;
    },
    hold: () => {
      held = true;
    },
    release: async () => {
      held = false;
      for (const go of open.splice(0)) go();
      await rest();
    },
  };
}

const saved = (server: FakeServer) => (server.document as Doc).title;

describe("saving while one writes", () => {
  it("waits for a pause, then sends the whole document once", async () => {
    const { type, pass, server, autosave, unsent } = setup();
    type("a");
    await pass(SAVE_DELAY / 2);
    type("ab");
    expect(server.received).toHaveLength(0);
    expect(autosave.state.kind).toBe("saving");
    await pass(SAVE_DELAY);
    expect(server.received).toMatchObject([{ basedOn: 1, document: { title: "ab", note: "" } }]);
    expect(autosave.state).toEqual({ kind: "saved", at });
    expect(unsent()).toBeNull();
  });

  it("does not wait when a field is left or the page is hidden", async () => {
    const { type, autosave, rest, server } = setup();
    type("a");
    autosave.flush();
    await rest();
    expect(saved(server)).toBe("a");
  });

  it("sends nothing when nothing changed", async () => {
    const { autosave, pass, server } = setup();
    autosave.flush();
    await pass(10_000);
    expect(server.received).toHaveLength(0);
  });

  it("has one request out at a time and builds each on the answer before", async () => {
    const { type, pass, hold, release, server, autosave } = setup();
    hold();
    type("a");
    await pass(SAVE_DELAY);
    type("ab");
    await pass(SAVE_DELAY * 5);
    expect(server.received).toHaveLength(0);
    await release();
    await pass(SAVE_DELAY);
    expect(server.received.map(({ basedOn }) => basedOn)).toEqual([1, 2]);
    expect(saved(server)).toBe("ab");
    expect(autosave.state.kind).toBe("saved");
  });

  it("keeps on the device what is not on the server yet", async () => {
    const { type, pass, hold, unsent } = setup();
    hold();
    type("a");
    await pass(SAVE_DELAY);
    expect(unsent()).toMatchObject({
      basedOn: 1,
      document: { title: "a" },
      attempt: { type: "save", command: { basedOn: 1, document: { title: "a" } } },
    });
  });

  it("does not send what would be refused even as a draft", async () => {
    const { type, pass, blockers, server, autosave, unsent } = setup();
    blockers.push({ path: "title", code: "too_long" });
    type("too long");
    await pass(SAVE_DELAY);
    expect(server.received).toHaveLength(0);
    expect(autosave.state.kind).toBe("blocked");
    expect(unsent()).not.toBeNull();
    blockers.pop();
    type("fine");
    await pass(SAVE_DELAY);
    expect(saved(server)).toBe("fine");
  });

  it("shows what only the server found, and tries again after the next change", async () => {
    const { type, pass, answer, served, server, autosave } = setup();
    answer(refuse("invalid", { issues: [{ path: "title", code: "unknown_criterion" }] }));
    type("a");
    await pass(SAVE_DELAY);
    expect(autosave.state.kind).toBe("blocked");
    expect(served).toHaveLength(1);
    answer(null);
    type("b");
    await pass(SAVE_DELAY);
    expect(saved(server)).toBe("b");
  });
});

describe("on a device without room", () => {
  it("leaves nothing older behind than what the server was sent", async () => {
    const { type, pass, weather, autosave, fill, kept } = setup();
    weather("lost_before");
    type("early");
    await pass(SAVE_DELAY);
    expect(kept()).toMatchObject({ document: { title: "early" }, received: null });
    fill(true);
    type("early and late");
    await pass(SAVE_DELAY);
    expect(autosave.keepsNothing).toBe(true);
    expect(kept()).toMatchObject({ document: { title: "early" } });
    weather("fine");
    await pass(LONGEST_RETRY);
    expect(autosave.state.kind).toBe("saved");
    // Sent after the later words it would stand against them.
    expect(kept()).toBeNull();
  });
});

describe("without signal", () => {
  it("says so, keeps everything, and sends by itself later", async () => {
    const { type, pass, weather, autosave, server, unsent } = setup();
    weather("lost_before");
    type("a");
    await pass(SAVE_DELAY);
    expect(autosave.state).toEqual({ kind: "waiting", cause: "signal" });
    expect(unsent()).not.toBeNull();
    weather("fine");
    await pass(FIRST_RETRY);
    expect(saved(server)).toBe("a");
    expect(autosave.state.kind).toBe("saved");
  });

  it("pauses longer after each failure, and at once tries again when signal comes", async () => {
    const { type, pass, weather, autosave, server, rest } = setup();
    weather("lost_before");
    type("a");
    await pass(SAVE_DELAY + FIRST_RETRY + FIRST_RETRY * 2);
    weather("fine");
    await pass(FIRST_RETRY);
    expect(server.received).toHaveLength(0);
    autosave.retry();
    await rest();
    expect(saved(server)).toBe("a");
  });

  it("sends an attempt with a lost answer again as it was, and what came after it behind", async () => {
    const { type, pass, weather, server, autosave } = setup();
    weather("lost_after");
    type("a");
    await pass(SAVE_DELAY);
    expect(server.version).toBe(2);
    type("ab");
    weather("fine");
    await pass(FIRST_RETRY + SAVE_DELAY);
    const [first, again, next] = server.received;
    expect(again).toEqual(first);
    expect(next).toMatchObject({ basedOn: 2, document: { title: "ab" } });
    expect(next?.commandId).not.toBe(first?.commandId);
    expect(server.version).toBe(3);
    expect(autosave.state.kind).toBe("saved");
  });

  it("waits as long as the server asks when there were too many attempts", async () => {
    const { type, pass, answer, server, autosave } = setup();
    answer(refuse("rate_limited", { details: { retryAfterSeconds: 30 } }));
    type("a");
    await pass(SAVE_DELAY);
    expect(autosave.state).toEqual({ kind: "waiting", cause: "server" });
    answer(null);
    await pass(20_000);
    expect(server.received).toHaveLength(0);
    await pass(10_000);
    expect(saved(server)).toBe("a");
  });
});

describe("an ended session", () => {
  it("is a pause: the same attempt goes out after signing in again", async () => {
    const { type, pass, answer, autosave, server, rest, unsent } = setup();
    answer(refuse("signed_out"));
    type("a");
    await pass(SAVE_DELAY);
    type("ab");
    await pass(60_000);
    expect(autosave.state.kind).toBe("signed_out");
    expect(unsent()).toMatchObject({ document: { title: "ab" } });
    answer(null);
    autosave.retry();
    await rest();
    await pass(SAVE_DELAY);
    expect(saved(server)).toBe("ab");
  });
});

describe("a conflict", () => {
  async function collide() {
    const form = setup();
    form.server.document = { title: "theirs", note: "their note" };
    form.server.version = 5;
    form.type("mine");
    await form.pass(SAVE_DELAY);
    return form;
  }

  it("shows both versions, keeps the own one, and sends nothing more", async () => {
    const { autosave, store, unsent, type, pass, server } = await collide();
    expect(autosave.state).toMatchObject({
      kind: "conflict",
      conflict: {
        version: 5,
        theirs: { title: "theirs", note: "their note" },
        base: { title: "", note: "" },
      },
    });
    expect(store.get("title")).toBe("mine");
    expect(unsent()).not.toBeNull();
    type("mine still");
    await pass(60_000);
    expect(server.received).toHaveLength(1);
  });

  it("ends with the chosen words on top of the other version", async () => {
    const { autosave, pass, server } = await collide();
    autosave.resolve({ title: "mine", note: "their note" });
    await pass(0);
    expect(server.document).toEqual({ title: "mine", note: "their note" });
    expect(server.version).toBe(6);
    expect(autosave.state.kind).toBe("saved");
  });

  it("needs no save when the other version is chosen whole", async () => {
    const { autosave, pass, server, store, unsent } = await collide();
    autosave.resolve({ title: "theirs", note: "their note" });
    await pass(1000);
    expect(server.received).toHaveLength(1);
    expect(store.document).toEqual({ title: "theirs", note: "their note" });
    expect(autosave.state.kind).toBe("saved");
    expect(unsent()).toBeNull();
  });

  it("is none when both say the same", async () => {
    const { server, type, pass, autosave } = setup();
    server.document = { title: "same", note: "" };
    server.version = 5;
    type("same");
    await pass(SAVE_DELAY);
    expect(autosave.state.kind).toBe("saved");
    type("on");
    await pass(SAVE_DELAY);
    expect(server.document).toEqual({ title: "on", note: "" });
  });

  it("with a stage that was sent elsewhere cannot be saved, and says what it is now", async () => {
    const { server, type, pass, autosave } = setup();
    server.version = 2;
    server.state = "SUBMITTED";
    type("late");
    await pass(SAVE_DELAY);
    expect(autosave.state).toMatchObject({ kind: "conflict", conflict: { state: "SUBMITTED" } });
  });
});

describe("a refusal", () => {
  it("ends saving, with the words kept on the device", async () => {
    const { type, pass, answer, autosave, unsent, server } = setup();
    answer(refuse("cancelled"));
    type("a");
    await pass(SAVE_DELAY);
    expect(autosave.state).toEqual({ kind: "refused", reason: "cancelled" });
    type("ab");
    await pass(60_000);
    expect(server.received).toHaveLength(0);
    expect(unsent()).toMatchObject({ document: { title: "ab" } });
  });
});

describe("sending", () => {
  it("sends what is on the screen, also what was not saved yet", async () => {
    const { type, autosave, server, pass, unsent } = setup();
    type("done");
    const outcome = autosave.submit();
    await pass(0);
    expect(await outcome).toMatchObject({ ok: true, sent: { version: 2 } });
    expect(server.state).toBe("SUBMITTED");
    expect(saved(server)).toBe("done");
    expect(autosave.state.kind).toBe("submitted");
    expect(unsent()).toBeNull();
    await pass(60_000);
    expect(server.received).toHaveLength(1);
  });

  it("goes out behind a save that is on its way", async () => {
    const { type, autosave, server, pass, hold, release } = setup();
    hold();
    type("a");
    await pass(SAVE_DELAY);
    type("ab");
    const outcome = autosave.submit();
    await release();
    await pass(0);
    expect(await outcome).toMatchObject({ ok: true });
    expect(server.received.map(({ basedOn }) => basedOn)).toEqual([1, 2]);
    expect(saved(server)).toBe("ab");
  });

  it("is sent once, however often its answer is lost", async () => {
    const { type, autosave, server, pass, weather } = setup();
    type("a");
    weather("lost_after");
    const outcome = autosave.submit();
    await pass(FIRST_RETRY);
    expect(autosave.state.kind).toBe("waiting");
    weather("fine");
    autosave.retry();
    await pass(0);
    expect(await outcome).toMatchObject({ ok: true, sent: { version: 2, number: 1 } });
    expect(server.version).toBe(2);
    expect(new Set(server.received.map(({ commandId }) => commandId)).size).toBe(1);
  });

  it("refused for what is missing leaves the stage open and saves what is there", async () => {
    const { type, autosave, server, pass, answer, served } = setup();
    type("a");
    answer(refuse("invalid", { issues: [{ path: "note", code: "required" }] }));
    const outcome = autosave.submit();
    await pass(0);
    expect(await outcome).toMatchObject({ ok: false, reason: "invalid" });
    expect(served).toEqual([{ path: "note", code: "required" }]);
    answer(null);
    await pass(SAVE_DELAY);
    expect(saved(server)).toBe("a");
    expect(server.state).toBe("OPEN");
  });

  it("given up without an answer goes on as a draft when the server never had it", async () => {
    const { type, autosave, server, pass, weather } = setup();
    type("a");
    weather("lost_before");
    const outcome = autosave.submit();
    await pass(0);
    autosave.cancelSubmit();
    expect(await outcome).toMatchObject({ ok: false, reason: "cancelled_here" });
    weather("fine");
    await pass(SAVE_DELAY);
    expect(server.state).toBe("OPEN");
    expect(saved(server)).toBe("a");
  });

  it("given up although the server had it says so with the next save", async () => {
    const { type, autosave, pass, weather } = setup();
    type("a");
    weather("lost_after");
    void autosave.submit();
    await pass(0);
    autosave.cancelSubmit();
    weather("fine");
    type("ab");
    await pass(SAVE_DELAY);
    expect(autosave.state).toMatchObject({ kind: "conflict", conflict: { state: "SUBMITTED" } });
  });
});

describe("what an earlier page left on the device", () => {
  const left = (over: Partial<DeviceDraft>): DeviceDraft => ({
    basedOn: 1,
    document: { title: "left", note: "" },
    base: { title: "", note: "" },
    intent: "save",
    attempt: null,
    changedAt: at,
    received: null,
    problem: null,
    ...over,
  });

  it("is put back and saved when the server has not moved on", async () => {
    const { autosave, store, pass, server, unsent } = setup({ left: left({}) });
    await autosave.restore();
    expect(store.get("title")).toBe("left");
    expect(autosave.restored).toBe(true);
    await pass(SAVE_DELAY);
    expect(saved(server)).toBe("left");
    expect(unsent()).toBeNull();
  });

  it("is forgotten when the server has it already", async () => {
    const server = new FakeServer();
    server.document = { title: "left", note: "" };
    server.version = 2;
    const { autosave, unsent } = setup({ left: left({}), server });
    await autosave.restore();
    expect(autosave.restored).toBe(false);
    expect(unsent()).toBeNull();
    expect(autosave.state.kind).toBe("saved");
  });

  it("is a conflict when somebody else has moved on", async () => {
    const server = new FakeServer();
    server.document = { title: "theirs", note: "" };
    server.version = 4;
    const { autosave, store } = setup({ left: left({}), server });
    await autosave.restore();
    expect(store.get("title")).toBe("left");
    expect(autosave.state).toMatchObject({
      kind: "conflict",
      conflict: { version: 4, theirs: { title: "theirs" } },
    });
  });

  it("goes on from an attempt whose answer was lost, without conflicting with it", async () => {
    const server = new FakeServer();
    const command: StageCommand = {
      commandId: "before",
      assignmentId: "assignment",
      stage: "EVALUATE",
      basedOn: 1,
      document: { title: "le", note: "" },
      clientUpdatedAt: at,
    };
    server.take(command, "save");
    const { autosave, pass, rest } = setup({
      left: left({ attempt: { type: "save", command } }),
      server,
    });
    await autosave.restore();
    await rest();
    await pass(SAVE_DELAY);
    expect(saved(server)).toBe("left");
    expect(server.version).toBe(3);
    expect(autosave.state.kind).toBe("saved");
  });

  /** The form as it is now: a title, a note and a list. */
  const read = (document: object) => {
    const { title, note, tags } = document as { title?: unknown; note?: unknown; tags?: unknown };
    if (typeof (title ?? "") !== "string") return null;
    return { title: title ?? "", note: note ?? "", tags: tags ?? [] };
  };

  it("is read in the shape of today where an older form lacked something", async () => {
    const { autosave, store, aside } = setup({ left: left({ document: { title: "left" } }), read });
    await autosave.restore();
    expect(store.document).toEqual({ title: "left", note: "", tags: [] });
    expect(aside).toEqual([]);
  });

  it("is kept beside the draft where it has words that the form has no place for", async () => {
    const document = { title: "left", purpose: "words of an older form" };
    const { autosave, store, aside, pass, server } = setup({ left: left({ document }), read });
    await autosave.restore();
    expect(store.document).toEqual({ title: "left", note: "", tags: [] });
    expect(aside).toEqual([document]);
    await pass(SAVE_DELAY);
    expect(saved(server)).toBe("left");
  });

  it("is kept beside the draft, whole, where it cannot be read, and the form works without it", async () => {
    const document = { title: { of: "another shape" } };
    const { autosave, store, aside, type, pass, server, unsent } = setup({
      left: left({ document, intent: "submit" }),
      read,
    });
    await autosave.restore();
    expect(store.document).toEqual({ title: "", note: "" });
    expect([aside, unsent(), autosave.submitting]).toEqual([[document], null, false]);
    type("anew");
    await pass(SAVE_DELAY);
    expect(saved(server)).toBe("anew");
  });

  it("is not written over while the device has no room to keep it beside", async () => {
    const document = { title: { of: "another shape" } };
    const { autosave, aside, fill, type, pass, kept } = setup({ left: left({ document }), read });
    fill(true);
    await autosave.restore();
    expect(autosave.keepsNothing).toBe(true);
    expect(kept()?.document).toEqual(document);
    fill(false);
    type("anew");
    await pass(SAVE_DELAY);
    expect(aside).toEqual([document]);
  });

  it("can be thrown away for what the server has", async () => {
    const { autosave, store, pass, server } = setup({ left: left({}) });
    const before = store.document;
    await autosave.restore();
    autosave.discardRestored(before);
    await pass(SAVE_DELAY);
    expect(store.get("title")).toBe("");
    expect(saved(server)).toBe("");
  });
});

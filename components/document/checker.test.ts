import { describe, expect, it } from "vitest";
import type { FieldIssue } from "@/lib/document/issue";
import { type Check, Checker } from "./checker";
import { DocumentStore } from "./store";

type Doc = { title: string; items: { id: string; text: string }[] };

/** A title is required and at most five letters; a text needs at least three. */
const check: Check = (mode, input) => {
  const document = input as Doc;
  const issues: FieldIssue[] = [];
  if (document.title.length > 5) issues.push({ path: "title", code: "too_long" });
  if (mode === "submit") {
    if (document.title === "") issues.push({ path: "title", code: "required" });
    document.items.forEach(({ text }, index) => {
      if (text === "") issues.push({ path: `items.${index}.text`, code: "required" });
      else if (text.length < 3) issues.push({ path: `items.${index}.text`, code: "too_short" });
    });
  }
  const warnings = document.title === "081" ? [{ path: "title", code: "phone" }] : [];
  return { document, issues, warnings };
};

function setup(document: Doc = { title: "", items: [{ id: "a", text: "" }] }) {
  const store = new DocumentStore(document);
  const timers: (() => void)[] = [];
  const checker = new Checker({
    store,
    check,
    setTimer: (run) => timers.push(run),
    clearTimer: () => timers.splice(0),
  });
  const settle = () => {
    for (const run of timers.splice(0)) run();
  };
  const shown = (path: string) => checker.shownAt(path).map(({ code }) => code);
  return { store, checker, settle, shown };
}

describe("what is shown to be wrong", () => {
  it("is nothing at first, though all of it is known", () => {
    const { checker, shown } = setup();
    expect(checker.issues()).toHaveLength(2);
    expect(shown("title")).toEqual([]);
  });

  it("is at once what keeps a draft from being saved", () => {
    const { store, settle, shown, checker } = setup();
    store.set("title", "too long");
    settle();
    expect(shown("title")).toEqual(["too_long"]);
    expect(checker.blocking()).toHaveLength(1);
  });

  it("does not change by asking what blocks a save", () => {
    const { store, checker, settle, shown } = setup();
    let told = 0;
    checker.subscribe(() => told++);
    store.set("title", "too long");
    expect(checker.blocking()).toHaveLength(1);
    expect([told, shown("title")]).toEqual([0, []]);
    settle();
    expect([told, shown("title")]).toEqual([1, ["too_long"]]);
  });

  it("is, of a field that was left, what is wrong with what it holds", () => {
    const { store, checker, shown } = setup();
    checker.leave("items.0.text");
    expect(shown("items.0.text")).toEqual([]);
    store.set("items.0.text", "ab");
    checker.leave("items.0.text");
    expect(shown("items.0.text")).toEqual(["too_short"]);
  });

  it("goes along with an item that moves", () => {
    const { store, checker, settle, shown } = setup({
      title: "x",
      items: [
        { id: "a", text: "ab" },
        { id: "b", text: "abc" },
      ],
    });
    checker.leave("items.0.text");
    store.move("items", 0, 1);
    settle();
    expect(shown("items.0.text")).toEqual([]);
    expect(shown("items.1.text")).toEqual(["too_short"]);
  });

  it("is everything once somebody tried to send, and shrinks as it is mended", () => {
    const { store, checker, settle, shown } = setup();
    checker.reveal();
    expect(shown("title")).toEqual(["required"]);
    expect(checker.shownWithin("items")).toHaveLength(1);
    store.set("title", "ok");
    settle();
    expect(shown("title")).toEqual([]);
  });

  it("holds what only the server found until that field is changed", () => {
    const { store, checker, settle, shown } = setup({
      title: "ok",
      items: [{ id: "a", text: "abc" }],
    });
    checker.serverIssues([{ path: "items.0.text", code: "unknown_evidence" }]);
    expect(shown("items.0.text")).toEqual(["unknown_evidence"]);
    store.set("title", "new");
    settle();
    expect(shown("items.0.text")).toEqual(["unknown_evidence"]);
    store.set("items.0.text", "abcd");
    settle();
    expect(shown("items.0.text")).toEqual([]);
  });

  it("does not say twice what both sides found", () => {
    const { checker, shown } = setup();
    checker.serverIssues([{ path: "title", code: "required" }]);
    expect(shown("title")).toEqual(["required"]);
  });

  it("prefers that something cannot be read to that nothing is there", () => {
    const { checker, shown } = setup();
    checker.reveal();
    checker.unreadable("title", "invalid_number");
    expect(shown("title")).toEqual(["invalid_number"]);
    checker.unreadable("title", null);
    expect(shown("title")).toEqual(["required"]);
  });

  it("hands out the same arrays while nothing changes", () => {
    const { store, checker, settle } = setup();
    checker.reveal();
    const [all, one] = [checker.issues(), checker.shownAt("title")];
    store.set("items.0.text", "abc");
    settle();
    expect(checker.issues()).not.toBe(all);
    expect(checker.shownAt("title")).toBe(one);
  });

  it("keeps warnings apart: they hold up nothing", () => {
    const { store, checker, settle } = setup();
    store.set("title", "081");
    settle();
    expect(checker.warnedAt("title")).toHaveLength(1);
    expect(checker.blocking()).toEqual([]);
  });
});

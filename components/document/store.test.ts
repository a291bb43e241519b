import { describe, expect, it, vi } from "vitest";
import { DocumentStore } from "./store";

const document = () => ({
  title: "",
  items: [
    { id: "a", text: "one" },
    { id: "b", text: "two" },
  ],
});

describe("a document store", () => {
  it("tells those who listen to a path, to what is inside it, and to what it stands in", () => {
    const store = new DocumentStore(document());
    const heard = new Map<string, number>();
    for (const path of ["", "title", "items", "items.0", "items.0.text", "items.1.text"]) {
      store.subscribe(path, () => heard.set(path, (heard.get(path) ?? 0) + 1));
    }
    store.set("items.0.text", "changed");
    expect([...heard.keys()].sort()).toEqual(["", "items", "items.0", "items.0.text"]);
    heard.clear();
    store.set("items", []);
    expect([...heard.keys()].sort()).toEqual([
      "",
      "items",
      "items.0",
      "items.0.text",
      "items.1.text",
    ]);
  });

  it("leaves the parts that did not change as they are", () => {
    const store = new DocumentStore(document());
    const second = store.get("items.1");
    const before = store.document;
    store.set("items.0.text", "changed");
    expect(store.get("items.1")).toBe(second);
    expect(before).toEqual(document());
  });

  it("counts changes, and the same value again is none", () => {
    const store = new DocumentStore(document());
    const heard = vi.fn();
    store.watch(heard);
    store.set("title", "");
    expect(store.changes).toBe(0);
    store.set("title", "x");
    store.set("title", "x");
    expect(store.changes).toBe(1);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("changes nothing through a path that leads nowhere", () => {
    const store = new DocumentStore(document());
    store.set("nothing.here", "x");
    expect(store.document).toEqual(document());
    expect(store.changes).toBe(0);
  });

  it("adds, takes out, puts back and moves items", () => {
    const store = new DocumentStore(document());
    const ids = () => (store.get("items") as { id: string }[]).map(({ id }) => id).join("");
    store.insert("items", { id: "c", text: "" });
    expect(ids()).toBe("abc");
    const taken = store.remove("items", 0);
    expect(ids()).toBe("bc");
    store.insert("items", taken, 0);
    expect(ids()).toBe("abc");
    store.move("items", 0, 2);
    expect(ids()).toBe("bca");
    store.move("items", 2, 3);
    expect(ids()).toBe("bca");
  });

  it("hears nobody who has left", () => {
    const store = new DocumentStore(document());
    const heard = vi.fn();
    store.subscribe("title", heard)();
    store.set("title", "x");
    expect(heard).not.toHaveBeenCalled();
  });
});

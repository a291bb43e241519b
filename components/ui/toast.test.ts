import { afterEach, describe, expect, it } from "vitest";
import { dismissToast, silence, toast, toasts, turnPage } from "./toast";

const texts = () => toasts.now().map(({ text }) => text);

afterEach(() => {
  for (const { id } of toasts.now()) dismissToast(id);
});

describe("what is said by the way", () => {
  it("leaves with the page on which it was said", () => {
    toast("Rina: Izin.");
    turnPage();
    expect(texts()).toEqual([]);
  });

  it("comes along to the page that it was said for, and leaves with that one", () => {
    toast("Disimpan.", { along: true });
    turnPage();
    expect(texts()).toEqual(["Disimpan."]);
    turnPage();
    expect(texts()).toEqual([]);
  });

  it("is not said while a whole room looks on", () => {
    toast("Sebelumnya.");
    const end = silence();
    expect(texts()).toEqual([]);
    toast("Sementara itu.");
    expect(texts()).toEqual([]);
    end();
    toast("Sesudahnya.");
    expect(texts()).toEqual(["Sesudahnya."]);
  });
});

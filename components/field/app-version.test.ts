import { describe, expect, it, vi } from "vitest";
import { watchVersion } from "./app-version";

function container(controller: object | null) {
  const events = new EventTarget();
  return Object.assign(events, { controller }) as unknown as ServiceWorkerContainer;
}

const change = (of: ServiceWorkerContainer) => of.dispatchEvent(new Event("controllerchange"));

describe("another version of the application", () => {
  it("is told of in every tab that an older one ran in, until it is no longer asked", () => {
    const tab = container({});
    const replaced = vi.fn();
    const end = watchVersion(tab, replaced);
    change(tab);
    expect(replaced).toHaveBeenCalledTimes(1);
    end();
    change(tab);
    expect(replaced).toHaveBeenCalledTimes(1);
  });

  it("is not the first one that a page gets", () => {
    const tab = container(null);
    const replaced = vi.fn();
    watchVersion(tab, replaced);
    change(tab);
    expect(replaced).not.toHaveBeenCalled();
    change(tab);
    expect(replaced).toHaveBeenCalledTimes(1);
  });
});

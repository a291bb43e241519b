import { describe, expect, it } from "vitest";
import { MIDDLE, placeAt, stepped } from "./board-place";

const board = { width: 250, height: 250 };

describe("a place on the board", () => {
  it("is read from where it was let go", () => {
    expect(placeAt({ x: 10, y: 10 }, board)).toEqual({ influence: 5, interest: 1 });
    expect(placeAt({ x: 240, y: 240 }, board)).toEqual({ influence: 1, interest: 5 });
    expect(placeAt({ x: 125, y: 125 }, board)).toEqual(MIDDLE);
  });

  it("stays on the board when it is let go beside it", () => {
    expect(placeAt({ x: -40, y: 900 }, board)).toEqual({ influence: 1, interest: 1 });
    expect(placeAt({ x: 250, y: 0 }, board)).toEqual({ influence: 5, interest: 5 });
  });
});

describe("an arrow key", () => {
  it("moves one step, and not over the edge", () => {
    expect(stepped({ influence: 2, interest: 4 }, "ArrowUp")).toEqual({
      influence: 3,
      interest: 4,
    });
    expect(stepped({ influence: 2, interest: 5 }, "ArrowRight")).toBeNull();
    expect(stepped({ influence: 1, interest: 5 }, "ArrowDown")).toBeNull();
  });

  it("brings who has no place to the middle", () => {
    expect(stepped({ influence: null, interest: 2 }, "ArrowLeft")).toEqual(MIDDLE);
  });

  it("is the only key that moves", () => {
    expect(stepped(MIDDLE, "a")).toBeNull();
  });
});

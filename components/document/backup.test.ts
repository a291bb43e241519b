import { describe, expect, it } from "vitest";
import { type Backup, backupPlace } from "./backup";

const backup: Backup = {
  basedOn: 3,
  document: { title: "x" },
  base: null,
  attempt: {
    commandId: "c",
    basedOn: 3,
    document: { title: "w" },
    clientUpdatedAt: "2018-08-07T02:00:00.000Z",
  },
  changedAt: "2018-08-07T02:00:00.000Z",
};

function memory(entries: Record<string, string> = {}) {
  return {
    entries,
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => {
      entries[key] = value;
    },
    removeItem: (key: string) => {
      delete entries[key];
    },
  };
}

const owner = { personId: "p", assignmentId: "a", stage: "EVALUATE" };

describe("a backup on the device", () => {
  it("gives back what was put in, and nothing once it is cleared", () => {
    const place = backupPlace(memory(), owner);
    expect(place.read()).toBeNull();
    place.write(backup);
    expect(place.read()).toEqual(backup);
    place.clear();
    expect(place.read()).toBeNull();
  });

  it("is never offered to somebody else", () => {
    const storage = memory();
    backupPlace(storage, owner).write(backup);
    expect(backupPlace(storage, { ...owner, personId: "q" }).read()).toBeNull();
    expect(backupPlace(storage, { ...owner, stage: "PLAN" }).read()).toBeNull();
  });

  it("counts as none when it cannot be read", () => {
    for (const text of ["", "{", "null", "[]", '{"document":1}', '{"document":{}}']) {
      const storage = memory();
      backupPlace(storage, owner).write(backup);
      for (const key of Object.keys(storage.entries)) storage.entries[key] = text;
      expect(backupPlace(storage, owner).read()).toBeNull();
    }
  });

  it("does without storage that is full or forbidden", () => {
    const broken = {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("quota");
      },
      removeItem: () => {
        throw new Error("denied");
      },
    };
    for (const storage of [broken, null]) {
      const place = backupPlace(storage, owner);
      place.write(backup);
      place.clear();
      expect(place.read()).toBeNull();
    }
  });
});

import "fake-indexeddb/auto";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { keepPhoto, sendPhotos } from "@/components/evidence/photo-queue";
import { NoAnswer, type uploadFile } from "@/components/evidence/upload";
import { refuse, success } from "@/lib/platform/result";
import { claimDevice, type DeviceStore, lockDevice, openDeviceStore } from "./device-store";
import { type SyncOptions, syncOnce } from "./sync";
import { unsentOf } from "./unsent";

/**
 * Two people on one phone, who withdraw, tick reasons and take photos, sign out and in again in any
 * order and weather. Each of these reaches the server once, as its own author's, and nobody finds what is
 * another's.
 */

type Weather = "fine" | "lost_before" | "lost_after" | "signed_out";
type Step =
  | { do: "WITHDRAW" | "ANSWER_REASON" | "photo" | "sync" | "leave" }
  | { do: "enter"; person: number }
  | { do: "weather"; weather: Weather };

const at = "2018-08-07T02:00:00.000Z";
const simple = ["WITHDRAW", "ANSWER_REASON", "photo", "photo", "sync", "sync", "leave"] as const;
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 7, arbitrary: fc.record({ do: fc.constantFrom(...simple) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("enter" as const), person: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("weather" as const),
      weather: fc.constantFrom<Weather>("fine", "lost_before", "lost_after", "signed_out"),
    }),
  },
);

// What one page sends another one of the same browser waits for; here is only one.
vi.stubGlobal("navigator", {});

let runs = 0;

describe("two people on one phone", () => {
  it("lose nothing, double nothing and see nothing of each other", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        runs += 1;
        const people = [`ani-${runs}`, `budi-${runs}`];
        const keyOf = (person: string) => async () =>
          btoa(String.fromCharCode(...new Uint8Array(32).fill(people.indexOf(person) + 1)));
        let weather: Weather = "fine";
        let store: DeviceStore | null = null;
        let minted = 0;
        /** Who asked for what, and what the server carried out of it, by id. */
        const asked = new Map<string, string>();
        const done = new Map<string, string[]>();
        const carryOut = (id: string, person: string) => {
          const before = done.get(id);
          // The log of commands and the hash of a file make the second time the first.
          if (before?.includes(person)) return;
          done.set(id, [...(before ?? []), person]);
        };
        const answer = async <T>(id: string, person: string, value: T): Promise<T> => {
          if (weather === "lost_before") throw new NoAnswer();
          carryOut(id, person);
          if (weather === "lost_after") throw new NoAnswer();
          return value;
        };
        const sync = async (on: DeviceStore) => {
          const options: SyncOptions = {
            store: on,
            transport: {
              save: async () => refuse("wrong_state"),
              submit: async () => refuse("wrong_state"),
            },
            send: async (_, id) =>
              weather === "signed_out"
                ? refuse("signed_out")
                : answer(id, on.personId, success(null)),
            newId: () => `id-${minted++}`,
            now: () => new Date(at),
          };
          const upload: typeof uploadFile = async ({ meta }) => {
            const id = "evidenceId" in meta ? meta.evidenceId : "";
            return weather === "signed_out"
              ? { ok: false, reason: "signed_out" }
              : answer(id, on.personId, { ok: true });
          };
          await syncOnce(options);
          await sendPhotos(on, { upload });
        };
        const enter = async (person: string) => {
          await claimDevice(person);
          store = await openDeviceStore(person, keyOf(person));
          const unsent = await unsentOf(store);
          const found = [
            ...(unsent?.errands ?? []).map(({ commandId }) => commandId),
            ...(unsent?.photos ?? []).map(({ evidenceId }) => evidenceId),
          ];
          for (const id of found) expect(asked.get(id), "only one's own").toBe(person);
          return store;
        };

        for (const one of steps) {
          if (one.do === "weather") weather = one.weather;
          else if (one.do === "enter") await enter(people[one.person] ?? "");
          else if (one.do === "leave") {
            await lockDevice();
            store = null;
          } else if (store !== null) {
            const on: DeviceStore = store;
            if (one.do === "sync") {
              await sync(on);
              continue;
            }
            const id = `id-${minted++}`;
            asked.set(id, on.personId);
            if (one.do === "photo") {
              const bytes = new TextEncoder().encode(id).buffer as ArrayBuffer;
              const file = {
                hash: id,
                size: id.length,
                type: "image/jpeg" as const,
                name: "foto.jpg",
              };
              await keepPhoto(on, id, { assignmentId: "a", preview: "", ...file }, bytes);
            } else {
              await on.errands.put([id], { type: one.do, payload: { id }, at, problem: null });
            }
          }
        }

        weather = "fine";
        for (const person of people) {
          const on = await enter(person);
          await sync(on);
          expect(await unsentOf(on), "nothing waits any more").toBeNull();
          await lockDevice();
        }
        for (const [id, person] of asked) expect(done.get(id)).toEqual([person]);
        expect(done.size).toBe(asked.size);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

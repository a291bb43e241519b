import { newId } from "@/components/document/new-id";
import { sendCommand } from "@/components/document/transport";
import type { RefusalReason, Result } from "@/lib/platform/result";
import { serverNow } from "./clock";
import { type DeviceStore, openDeviceStore } from "./device-store";

/** A command about no document, kept until the server has answered it. */
export type Errand = {
  type: string;
  payload: object;
  /** ISO instant at which it was asked for, as the server would tell it. */
  at: string;
  /** Which one it was of those that waited; a clock may be put back between two of them. */
  turn?: number;
  /** Why the server refused it; null while it waits. */
  problem: RefusalReason | null;
};

export type KeptErrand = { commandId: string; errand: Errand };

/** In the order in which they were asked for. */
export async function listErrands(store: DeviceStore): Promise<KeptErrand[]> {
  return (await store.errands.list())
    .map(({ address, value }) => ({ commandId: address[0] ?? "", errand: value as Errand }))
    .sort(({ errand: a }, { errand: b }) => turnOf(a) - turnOf(b) || a.at.localeCompare(b.at));
}

function turnOf({ turn = 0 }: Errand): number {
  return turn;
}

/** What refuses nothing for good: the same command goes out again later. */
const PAUSES: ReadonlySet<RefusalReason> = new Set([
  "signed_out",
  "notice_pending",
  "unexpected",
  "rate_limited",
]);

export function isPause(reason: RefusalReason): boolean {
  return PAUSES.has(reason);
}

/**
 * Sends a command, and keeps it on the device under the same id where no answer came: the server may
 * have carried it out, and does so once, whichever way it arrives. The same wish again is the same command.
 * What was asked for before about the same stage goes first: the last word is the one that counts.
 *
 * @returns the server's answer, or `kept`
 * @throws when there was no answer and the device could not keep it either
 */
export async function sendOrKeep<T>(
  personId: string,
  type: string,
  payload: object,
  at: string = serverNow().toISOString(),
): Promise<Result<T> | "kept"> {
  const { store, kept } = await lookAtErrands(personId);
  const place = stageOf(payload);
  const before = kept.filter(
    ({ errand }) => errand.problem === null && place !== null && stageOf(errand.payload) === place,
  );
  const last = before.at(-1);
  const same = last && isSameWish(last.errand, { type, payload }) ? last : null;
  const commandId = same?.commandId ?? newId();
  if (before.length <= (same ? 1 : 0)) {
    try {
      const answer = await sendCommand<T>(type, commandId, payload);
      if (answer.ok || !isPause(answer.reason)) {
        if (same) await store?.errands.delete([commandId]);
        return answer;
      }
    } catch {
      // No answer came: kept, as below.
    }
  }
  if (!same) {
    const turn = 1 + Math.max(0, ...kept.map(({ errand }) => turnOf(errand)));
    const errand: Errand = { type, payload, at, turn, problem: null };
    await (store ?? (await openDeviceStore(personId))).errands.put([commandId], errand);
  }
  return "kept";
}

/** What waits on the device; nothing where it cannot be looked at. */
async function lookAtErrands(
  personId: string,
): Promise<{ store: DeviceStore | null; kept: KeptErrand[] }> {
  try {
    const store = await openDeviceStore(personId);
    return { store, kept: await listErrands(store) };
  } catch {
    return { store: null, kept: [] };
  }
}

/** The stage that a command is about, or null. */
function stageOf(payload: object): string | null {
  const { assignmentId, stage } = payload as { assignmentId?: unknown; stage?: unknown };
  return stage === undefined ? null : `${assignmentId} ${stage}`;
}

function isSameWish(a: Pick<Errand, "type" | "payload">, b: Pick<Errand, "type" | "payload">) {
  return a.type === b.type && JSON.stringify(a.payload) === JSON.stringify(b.payload);
}

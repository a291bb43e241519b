import { newId } from "@/components/document/new-id";
import { sendCommand } from "@/components/document/transport";
import type { RefusalReason, Result } from "@/lib/platform/result";
import { type DeviceStore, openDeviceStore } from "./device-store";

/** A command about no document, kept until the server has answered it. */
export type Errand = {
  type: string;
  payload: object;
  /** ISO instant at which it was asked for, by the device's clock. */
  at: string;
  /** Why the server refused it; null while it waits. */
  problem: RefusalReason | null;
};

export type KeptErrand = { commandId: string; errand: Errand };

/** In the order in which they were asked for. */
export async function listErrands(store: DeviceStore): Promise<KeptErrand[]> {
  return (await store.errands.list())
    .map(({ address, value }) => ({ commandId: address[0] ?? "", errand: value as Errand }))
    .sort((a, b) => a.errand.at.localeCompare(b.errand.at));
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
 * have carried it out, and does so once, whichever way it arrives. The same wish is kept once.
 *
 * @returns the server's answer, or `kept`
 * @throws when there was no answer and the device could not keep it either
 */
export async function sendOrKeep<T>(
  personId: string,
  type: string,
  payload: object,
  at: string = new Date().toISOString(),
): Promise<Result<T> | "kept"> {
  const commandId = newId();
  try {
    const answer = await sendCommand<T>(type, commandId, payload);
    if (answer.ok || !isPause(answer.reason)) return answer;
  } catch {
    // No answer came: kept, as below.
  }
  const store = await openDeviceStore(personId);
  const same = JSON.stringify(payload);
  const waits = (await listErrands(store)).some(
    ({ errand }) =>
      errand.problem === null && errand.type === type && JSON.stringify(errand.payload) === same,
  );
  if (!waits) {
    const errand: Errand = { type, payload, at, problem: null };
    await store.errands.put([commandId], errand);
  }
  return "kept";
}

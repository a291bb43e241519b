import { type DeviceStore, deviceId } from "./device-store";
import type { SyncOptions } from "./sync";
import { unsentOf } from "./unsent";

/** A report is renewed this often while it says the same, so that it does not lapse. Milliseconds. */
const RENEWED_AFTER = 6 * 3_600_000;

type Held = { drafts: number; photos: number; oldestAt: string | null };

/** What a device holds that the server has not received; what was refused waits too, for its owner. */
export async function heldUnsent(store: DeviceStore): Promise<Held> {
  const { drafts = [], errands = [], photos = [] } = (await unsentOf(store)) ?? {};
  const since = [
    ...drafts.map(({ draft }) => draft.changedAt),
    ...errands.map(({ errand }) => errand.at),
    ...photos.flatMap(({ photo }) => ("at" in photo ? [String(photo.at)] : [])),
  ].sort();
  return {
    drafts: Math.min(drafts.length + errands.length, 400),
    photos: Math.min(photos.length, 1000),
    oldestAt: since[0] ?? null,
  };
}

/** What was told last, and when: kept on the device, so that opening a page tells nothing twice. */
type Told = { held: string; at: string };

const TOLD = ["report"];

/**
 * Tells the server what this device holds unsent, when it can and when that has changed: those who
 * accompany the participant see it and can remind them. A report that does not arrive is no loss.
 */
export function deviceReporter({
  store,
  send,
  newId,
  now,
}: Pick<SyncOptions, "store" | "send" | "newId" | "now">) {
  const report = async (): Promise<void> => {
    const held = await heldUnsent(store);
    const text = JSON.stringify(held);
    const told = (await store.packs.get(TOLD)) as Told | null;
    const at = now();
    const renewed =
      held.drafts + held.photos > 0 && !(at.getTime() - Date.parse(told?.at ?? "") < RENEWED_AFTER);
    if (told?.held === text && !renewed) return;
    const answer = await send("REPORT_DEVICE", newId(), { deviceId: await deviceId(), ...held });
    if (answer.ok) await store.packs.put(TOLD, { held: text, at: at.toISOString() });
  };
  // Who asks while one is on its way waits for it: mostly there is nothing to tell any more.
  let running: Promise<void> = Promise.resolve();
  return (): Promise<void> => {
    running = running.catch(() => undefined).then(report);
    return running;
  };
}

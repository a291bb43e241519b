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

/**
 * Tells the server what this device holds unsent, when it can and when that has changed: those who
 * accompany the participant see it and can remind them. A report that does not arrive is no loss.
 */
export function deviceReporter(options: Pick<SyncOptions, "store" | "send" | "newId" | "now">) {
  // A device that has nothing and never said otherwise has nothing to take back.
  let told = JSON.stringify({ drafts: 0, photos: 0, oldestAt: null });
  let toldAt = Number.NEGATIVE_INFINITY;
  let begun = false;
  return async (): Promise<void> => {
    const held = await heldUnsent(options.store);
    const text = JSON.stringify(held);
    const now = options.now().getTime();
    const fresh = now - toldAt < RENEWED_AFTER || held.drafts + held.photos === 0;
    if (begun && text === told && fresh) return;
    const payload = { deviceId: await deviceId(), ...held };
    const answer = await options.send("REPORT_DEVICE", options.newId(), payload);
    if (!answer.ok) return;
    begun = true;
    told = text;
    toldAt = now;
  };
}

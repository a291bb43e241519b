/** How safely a device keeps what waits on it. */
export type DeviceSpace = {
  /** The browser has promised not to clear it by itself when the device runs short. */
  persistent: boolean;
  /** Bytes that may still be kept; null where the browser does not say. */
  left: number | null;
};

/** Below this much room the person is warned: it is about thirty photos and all texts. Bytes. */
const LITTLE_SPACE = 20_000_000;

/** Whether the device may soon have no room for what is typed. */
export function isShort({ left }: DeviceSpace): boolean {
  return left !== null && left < LITTLE_SPACE;
}

/** Asks the browser to keep what waits here, and how much room there is. Never rejects. */
export async function askForSpace(
  storage: Pick<StorageManager, "persisted" | "persist" | "estimate"> | undefined = globalThis
    .navigator?.storage,
): Promise<DeviceSpace> {
  const space: DeviceSpace = { persistent: false, left: null };
  if (!storage) return space;
  try {
    space.persistent = (await storage.persisted()) || (await storage.persist());
  } catch {
    // Not promised, then.
  }
  try {
    const { quota, usage } = await storage.estimate();
    if (quota !== undefined) space.left = Math.max(0, quota - (usage ?? 0));
  } catch {
    // Nobody knows.
  }
  return space;
}

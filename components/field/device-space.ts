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

/** What the person is to be told of it; the worse first. */
export function spaceWarnings(space: DeviceSpace): ("short" | "notPromised")[] {
  return [
    ...(isShort(space) ? (["short"] as const) : []),
    ...(space.persistent ? [] : (["notPromised"] as const)),
  ];
}

type Storage = Pick<StorageManager, "persisted" | "persist" | "estimate">;

/** Asks the browser to keep what waits here, and how much room there is. Never rejects. */
export function askForSpace(
  storage: Storage | undefined = globalThis.navigator?.storage,
): Promise<DeviceSpace> {
  return readSpace(storage, true);
}

/** The same without asking for anything: some browsers put the question to the person. */
export function lookAtSpace(
  storage: Storage | undefined = globalThis.navigator?.storage,
): Promise<DeviceSpace> {
  return readSpace(storage, false);
}

async function readSpace(storage: Storage | undefined, ask: boolean): Promise<DeviceSpace> {
  const space: DeviceSpace = { persistent: false, left: null };
  if (!storage) return space;
  try {
    space.persistent = (await storage.persisted()) || (ask && (await storage.persist()));
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

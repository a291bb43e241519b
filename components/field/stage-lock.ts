/**
 * One writer at a time for each stage, among all tabs and what runs behind them. Where the browser
 * has no locks everybody gets theirs: then the server's versions alone keep order.
 */

export type StageHold = {
  /** Lets go. Harmless when it was never held. */
  release(): void;
  /** Takes the stage away from whoever holds it. */
  take(): void;
};

type HoldEvents = {
  /** It is held now. */
  onHeld(): void;
  /** Somebody else has taken it. */
  onLost(): void;
};

/** The browser's locks among tabs, or null where it has none. */
export function tabLocks(): LockManager | null {
  return globalThis.navigator?.locks ?? null;
}

function lockName(assignmentId: string, stage: string): string {
  return `lokus:stage:${assignmentId}:${stage}`;
}

/** Holds a stage from when it is free until it is let go. */
export function holdStage(
  assignmentId: string,
  stage: string,
  { onHeld, onLost }: HoldEvents,
): StageHold {
  const name = lockName(assignmentId, stage);
  let letGo: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let released = false;
  const locks = tabLocks();
  const request = (options: LockOptions) => {
    locks
      ?.request(name, options, () => {
        if (released) return;
        onHeld();
        return over;
      })
      .catch(() => {
        if (!released) onLost();
      });
  };
  const waiting = new AbortController();
  if (!locks) onHeld();
  else request({ signal: waiting.signal });
  return {
    release() {
      released = true;
      letGo();
      waiting.abort();
    },
    take() {
      request({ steal: true });
    },
  };
}

/** Does something with a stage unless somebody holds it; tells whether it was done. */
export async function withStage(
  assignmentId: string,
  stage: string,
  work: () => Promise<void>,
): Promise<boolean> {
  const locks = tabLocks();
  if (!locks) {
    await work();
    return true;
  }
  return locks.request(lockName(assignmentId, stage), { ifAvailable: true }, async (lock) => {
    if (!lock) return false;
    await work();
    return true;
  });
}

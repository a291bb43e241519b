/**
 * What was typed and has not reached the server yet, kept on the device: a reload without signal or
 * an ended session loses nothing. One place for each person, assignment and stage, so that on a
 * shared phone nobody is offered somebody else's words; emptied as soon as the server has them.
 */

export type BackupAttempt = {
  commandId: string;
  basedOn: number;
  document: object;
  clientUpdatedAt: string;
};

export type Backup = {
  /** The version of the stage that the document was written on. */
  basedOn: number;
  document: object;
  /** What both began from, so that a conflict can tell who changed what. */
  base: object | null;
  /** A save whose answer never came: the server may have it. */
  attempt: BackupAttempt | null;
  changedAt: string;
};

export interface BackupPlace {
  read(): Backup | null;
  write(backup: Backup): void;
  clear(): void;
}

/** Where backups lie: localStorage, or something like it. */
export type KeyValueStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export function backupPlace(
  storage: KeyValueStorage | null,
  owner: { personId: string; assignmentId: string; stage: string },
): BackupPlace {
  const key = `lokus:draft:${owner.personId}:${owner.assignmentId}:${owner.stage}`;
  return {
    read() {
      try {
        return parseBackup(storage?.getItem(key) ?? null);
      } catch {
        return null;
      }
    },
    write(backup) {
      try {
        storage?.setItem(key, JSON.stringify(backup));
      } catch {
        // Full or forbidden: the page itself still holds what was typed.
      }
    },
    clear() {
      try {
        storage?.removeItem(key);
      } catch {
        // As above.
      }
    },
  };
}

/** The browser's storage, or null where it is not allowed. */
export function browserStorage(): KeyValueStorage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function parseBackup(text: string | null): Backup | null {
  if (text === null) return null;
  const value: unknown = JSON.parse(text);
  if (!isObject(value) || !isObject(value.document)) return null;
  if (typeof value.basedOn !== "number" || typeof value.changedAt !== "string") return null;
  return {
    basedOn: value.basedOn,
    document: value.document,
    base: isObject(value.base) ? value.base : null,
    attempt: parseAttempt(value.attempt),
    changedAt: value.changedAt,
  };
}

function parseAttempt(value: unknown): BackupAttempt | null {
  if (!isObject(value) || !isObject(value.document)) return null;
  const { commandId, basedOn, document, clientUpdatedAt } = value;
  if (typeof commandId !== "string" || typeof basedOn !== "number") return null;
  if (typeof clientUpdatedAt !== "string") return null;
  return { commandId, basedOn, document, clientUpdatedAt };
}

function isObject(value: unknown): value is Record<string, unknown> & object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import { type DeviceStore, openDeviceStore } from "@/components/field/device-store";
import type { StageKind } from "@/lib/assignment/model";
import type { FieldIssue } from "@/lib/document/issue";
import type { RefusalReason } from "@/lib/platform/result";
import { isRecord } from "./sameness";
import { putAside } from "./set-aside";

/** One command about a stage as it goes over the wire. Sent again, it is the same to the last byte. */
export type StageCommand = {
  commandId: string;
  assignmentId: string;
  stage: StageKind;
  basedOn: number;
  document: object;
  clientUpdatedAt: string;
};

/** What is to become of the words on the device: only saved, or sent for review. */
export type Intent = "save" | "submit";

/**
 * A stage as this device knows it: what was typed, what is to be done with it, and what the server
 * has of it. These records are the outbox: everything that waits for signal is in one of them.
 */
export type DeviceDraft = {
  /** The version of the stage that the document was written on. */
  basedOn: number;
  document: object;
  /** What both began from, so that a conflict can tell who changed what. */
  base: object | null;
  intent: Intent;
  /** A command whose answer never came: the server may have carried it out. */
  attempt: { type: Intent; command: StageCommand } | null;
  /** ISO instant of the last change, as the server would tell it. */
  changedAt: string;
  /** Set once the server has all of it; the words stay, to be read without signal. */
  received: { at: string | null; submitted: boolean } | null;
  /** Why it does not go out by itself any more; null while nothing stands against it. */
  problem: DraftProblem | null;
};

export type DraftProblem =
  | { kind: "conflict"; of: Intent }
  /** `of` says what was refused: a submission that was refused may well be saved since. */
  | { kind: "refused"; of: Intent; reason: RefusalReason; issues: FieldIssue[] };

/** The place of one stage on the device. What is asked of it is done in the order of asking. */
export interface DraftPlace {
  read(): Promise<DeviceDraft | null>;
  /** Resolves once it is kept; rejects where it could not be. */
  write(draft: DeviceDraft): Promise<void>;
  /** Takes it off the device: the server has all of it. */
  clear(): Promise<void>;
  /** Keeps a record as it is beside the draft; `whole` says that nothing of it stays in its place. */
  setAside(left: DeviceDraft, whole: boolean): Promise<void>;
}

export type DraftOwner = { personId: string; assignmentId: string; stage: StageKind };

export function draftPlace(
  owner: DraftOwner,
  open: (personId: string) => Promise<DeviceStore> = openDeviceStore,
): DraftPlace {
  const address = [owner.assignmentId, owner.stage] as const;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    read: () =>
      inTurn(async () => {
        const store = await open(owner.personId);
        const found = await store.drafts.get(address);
        const kept = parseDraft(found);
        if (found && !kept) {
          await putAside(store, address, found);
          await store.drafts.delete(address);
        }
        const older = takeOlderBackup(owner);
        if (!older || kept) return kept;
        await store.drafts.put(address, older);
        return older;
      }),
    write: (draft) =>
      inTurn(async () => {
        const store = await open(owner.personId);
        await store.drafts.put(address, draft);
      }),
    clear: () =>
      inTurn(async () => {
        const store = await open(owner.personId);
        await store.drafts.delete(address);
      }),
    setAside: (left, whole) =>
      inTurn(async () => {
        const store = await open(owner.personId);
        await putAside(store, address, left);
        if (whole) await store.drafts.delete(address);
      }),
  };
}

/**
 * What a version before this store kept in the open: unsent words, taken from there once. The place is
 * emptied either way, since the next person on the phone could read it.
 */
function takeOlderBackup({ personId, assignmentId, stage }: DraftOwner): DeviceDraft | null {
  const key = `lokus:draft:${personId}:${assignmentId}:${stage}`;
  try {
    const text = globalThis.localStorage?.getItem(key) ?? null;
    if (text === null) return null;
    const value: unknown = JSON.parse(text);
    globalThis.localStorage.removeItem(key);
    // Its attempt was a save, told without its type and its stage.
    const attempt =
      isRecord(value) && isRecord(value.attempt)
        ? { type: "save", command: { ...value.attempt, assignmentId, stage } }
        : null;
    return isRecord(value) ? parseDraft({ ...value, attempt }) : null;
  } catch {
    return null;
  }
}

/** A record that an older or a newer version of the application left, or null where it is none. */
export function parseDraft(value: unknown): DeviceDraft | null {
  if (!isRecord(value) || !isRecord(value.document)) return null;
  if (typeof value.basedOn !== "number" || typeof value.changedAt !== "string") return null;
  return {
    basedOn: value.basedOn,
    document: value.document,
    base: isRecord(value.base) ? value.base : null,
    intent: value.intent === "submit" ? "submit" : "save",
    attempt: parseAttempt(value.attempt),
    changedAt: value.changedAt,
    received: isRecord(value.received)
      ? {
          at: typeof value.received.at === "string" ? value.received.at : null,
          submitted: value.received.submitted === true,
        }
      : null,
    problem: isRecord(value.problem) ? (value.problem as DraftProblem) : null,
  };
}

function parseAttempt(value: unknown): DeviceDraft["attempt"] {
  if (!isRecord(value) || !isRecord(value.command)) return null;
  const { type, command } = value;
  if (type !== "save" && type !== "submit") return null;
  if (typeof command.commandId !== "string" || !isRecord(command.document)) return null;
  return { type, command: command as StageCommand };
}

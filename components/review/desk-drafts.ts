/**
 * What a reviewer has written and not sent yet, kept on the device: reasons collected while reading
 * and remarks begun. One place for each person, stage and revision, so that a reload, a lost
 * session or a conflict loses nothing, and nobody else on the same machine is shown it.
 */

/** A reason collected while reading. */
export type DraftReason = {
  id: string;
  /** Index path on its revision; null speaks of the whole. */
  path: string | null;
  /** The same place by item ids, to find it again on another revision. */
  stable: string | null;
  /** What the field is called, for where it is not on the screen. */
  label: string | null;
  text: string;
};

export type DeskDrafts = {
  reasons: DraftReason[];
  /** Remarks begun, by index path; "" is the one on the whole. */
  notes: Record<string, string>;
};

export const NO_DRAFTS: DeskDrafts = { reasons: [], notes: {} };

export function isEmpty(drafts: DeskDrafts): boolean {
  return (
    drafts.reasons.length === 0 && Object.values(drafts.notes).every((note) => note.trim() === "")
  );
}

export type DeskPlace = {
  readerId: string;
  assignmentId: string;
  stage: string;
  revisionId: string;
};

const PREFIX = "lokus:review";

function stageKey({ readerId, assignmentId, stage }: Omit<DeskPlace, "revisionId">): string {
  return `${PREFIX}:${readerId}:${assignmentId}:${stage}:`;
}

export function readDrafts(storage: Storage | null, place: DeskPlace): DeskDrafts {
  try {
    return parse(storage?.getItem(stageKey(place) + place.revisionId) ?? null);
  } catch {
    return NO_DRAFTS;
  }
}

export function writeDrafts(storage: Storage | null, place: DeskPlace, drafts: DeskDrafts): void {
  try {
    const key = stageKey(place) + place.revisionId;
    if (isEmpty(drafts)) storage?.removeItem(key);
    else storage?.setItem(key, JSON.stringify(drafts));
  } catch {
    // Full or forbidden: the page itself still holds what was written.
  }
}

/** What was written on other revisions of the same stage and never sent; they are emptied by `forget`. */
export function readEarlierDrafts(
  storage: Storage | null,
  place: DeskPlace,
): { drafts: DeskDrafts; forget: () => void } | null {
  try {
    if (!storage) return null;
    const prefix = stageKey(place);
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
      (key) => key?.startsWith(prefix) && key !== prefix + place.revisionId,
    ) as string[];
    const found = keys.map((key) => parse(storage.getItem(key)));
    const drafts: DeskDrafts = {
      reasons: [
        ...found.flatMap((entry) => entry.reasons),
        // A remark begun is worth as much as a finished one.
        ...found.flatMap((entry) =>
          Object.entries(entry.notes)
            .filter(([, text]) => text.trim() !== "")
            .map(([path, text]) => ({
              id: `note:${path}`,
              path: path === "" ? null : path,
              stable: null,
              label: null,
              text,
            })),
        ),
      ],
      notes: {},
    };
    if (isEmpty(drafts)) return null;
    const forget = () => {
      for (const key of keys) storage.removeItem(key);
    };
    return { drafts, forget };
  } catch {
    return null;
  }
}

/** The browser's storage, or null where it is not allowed. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function parse(text: string | null): DeskDrafts {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (!isRecord(value) || !Array.isArray(value.reasons) || !isRecord(value.notes)) return NO_DRAFTS;
  return {
    reasons: value.reasons.filter(isReason),
    notes: Object.fromEntries(
      Object.entries(value.notes).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    ),
  };
}

function isReason(value: unknown): value is DraftReason {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    typeof value.text === "string" &&
    [value.path, value.stable, value.label].every(
      (part) => part === null || typeof part === "string",
    )
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

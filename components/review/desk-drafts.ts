import {
  type DeskDrafts,
  type DraftReason,
  isEmpty,
  NO_DRAFTS,
  type SavedDrafts,
} from "@/lib/desk/model";

/**
 * What a reviewer has written and not sent yet, kept on the device: reasons collected while reading
 * and remarks begun. One place for each person, stage and revision, so that a reload, a lost
 * session or a conflict loses nothing, and nobody else on the same machine is shown it. The server has it
 * too, a moment later (use-drafts.ts).
 */

/** What lies on the device. */
export type KeptDrafts = {
  drafts: DeskDrafts;
  /** The version on the server that it goes on from. */
  basedOn: number;
  /** The server has it, or had it. */
  sent: boolean;
};

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

/** What the device holds of a revision, or null where it holds nothing. */
export function readDrafts(storage: Storage | null, place: DeskPlace): KeptDrafts | null {
  try {
    return parse(storage?.getItem(stageKey(place) + place.revisionId) ?? null);
  } catch {
    return null;
  }
}

export function writeDrafts(storage: Storage | null, place: DeskPlace, kept: KeptDrafts): void {
  try {
    const key = stageKey(place) + place.revisionId;
    // That all was taken away is something to be sent, too.
    if (isEmpty(kept.drafts) && kept.sent) storage?.removeItem(key);
    else {
      const { drafts, basedOn, sent } = kept;
      storage?.setItem(key, JSON.stringify({ ...drafts, basedOn, sent }));
    }
  } catch {
    // Full or forbidden: the page itself still holds what was written.
  }
}

/**
 * What was written on other revisions of the same stage and never sent, here or (`saved`) elsewhere; what
 * lies on the device is emptied by `forget`.
 */
export function readEarlierDrafts(
  storage: Storage | null,
  place: DeskPlace,
  saved: readonly SavedDrafts[],
): { drafts: DeskDrafts; forget: () => void } | null {
  try {
    const prefix = stageKey(place);
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) =>
      storage?.key(index),
    ).filter((key) => key?.startsWith(prefix) && key !== prefix + place.revisionId) as string[];
    const onServer = new Map(saved.map((entry) => [entry.revisionId, entry.drafts]));
    const here = keys.map((key) => {
      const revisionId = key.slice(prefix.length);
      const kept = parse(storage?.getItem(key) ?? null);
      const there = onServer.get(revisionId) ?? NO_DRAFTS;
      onServer.delete(revisionId);
      if (!kept) return there;
      return kept.sent ? there : mergeDrafts(kept.drafts, there);
    });
    onServer.delete(place.revisionId);
    const found = [...here, ...onServer.values()];
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
      for (const key of keys) storage?.removeItem(key);
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

/**
 * Two states of the same drafts as one in which nothing is missing: a reason that both have is as it was
 * typed here, two remarks on one field stand one below the other.
 */
export function mergeDrafts(mine: DeskDrafts, theirs: DeskDrafts): DeskDrafts {
  const known = new Set(mine.reasons.map(({ id }) => id));
  const notes = { ...theirs.notes };
  for (const [path, text] of Object.entries(mine.notes)) {
    const other = notes[path]?.trim() ?? "";
    notes[path] = other === "" || text.includes(other) ? text : `${text}\n\n${other}`;
  }
  return {
    reasons: [...mine.reasons, ...theirs.reasons.filter(({ id }) => !known.has(id))],
    notes,
  };
}

function parse(text: string | null): KeptDrafts | null {
  const value: unknown = text === null ? null : JSON.parse(text);
  if (!isRecord(value) || !Array.isArray(value.reasons) || !isRecord(value.notes)) return null;
  return {
    drafts: {
      reasons: value.reasons.filter(isReason),
      notes: Object.fromEntries(
        Object.entries(value.notes).filter(
          (entry): entry is [string, string] => typeof entry[1] === "string",
        ),
      ),
    },
    basedOn: typeof value.basedOn === "number" ? value.basedOn : 0,
    sent: value.sent === true,
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

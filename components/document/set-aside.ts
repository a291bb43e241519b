import type { DeviceStore } from "@/components/field/device-store";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { isRecord } from "./sameness";

/**
 * Words that a form of another version left on the device and that this one has no place for. They are
 * kept beside the draft, as they were, until their author has copied them or takes them off.
 */
export type Aside = {
  address: readonly string[];
  assignmentId: string;
  stage: StageKind;
  document: unknown;
  /** ISO instant of the last change, by the device's clock; empty where nobody knows. */
  changedAt: string;
};

type DraftAddress = readonly [assignmentId: string, stage: string];

/** Keeps a copy of a record as it is. Twice is once: its time of change is its address. */
export async function putAside(
  store: DeviceStore,
  address: DraftAddress,
  record: object,
): Promise<void> {
  const known = record as { document?: unknown; changedAt?: unknown };
  const changedAt = typeof known.changedAt === "string" ? known.changedAt : "";
  const document = known.document ?? record;
  await store.drafts.put([...address, changedAt], { document, changedAt });
}

/** Whether an address of the drafts' shelf is that of a draft, and not of something set aside. */
export function isDraftAddress(address: readonly string[]): boolean {
  return address.length === 2;
}

/** What was set aside on this device, of one stage or of all. */
export async function listAside(store: DeviceStore, of?: DraftAddress): Promise<Aside[]> {
  return (await store.drafts.list()).flatMap(({ address, value }) => {
    const [assignmentId = "", kind] = address;
    const stage = STAGE_KINDS.find((each) => each === kind);
    if (isDraftAddress(address) || !stage) return [];
    if (of && (of[0] !== assignmentId || of[1] !== stage)) return [];
    const { document, changedAt } = value as Pick<Aside, "document" | "changedAt">;
    return [{ address, assignmentId, stage, document, changedAt }];
  });
}

/** Whether words stand in a document under names that the document as it was read does not have. */
export function losesWords(written: unknown, read: unknown): boolean {
  if (Array.isArray(written)) {
    return Array.isArray(read) && written.some((item, index) => losesWords(item, read[index]));
  }
  if (!isRecord(written) || !isRecord(read)) return false;
  return Object.entries(written).some(([key, value]) =>
    key in read ? losesWords(value, read[key]) : hasWords(value),
  );
}

function hasWords(value: unknown): boolean {
  if (typeof value === "string") return /\S\s+\S/.test(value);
  return typeof value === "object" && value !== null && Object.values(value).some(hasWords);
}

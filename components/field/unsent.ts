import { type Aside, listAside } from "@/components/document/set-aside";
import { type DeviceStore, devicePerson, openDeviceStore } from "./device-store";
import { type KeptErrand, listErrands } from "./errands";
import { isUnsent, listDrafts, type UnsentDraft } from "./sync";

/** What this device holds of its person that the server does not have. */
export type Unsent = {
  store: DeviceStore;
  drafts: UnsentDraft[];
  errands: KeptErrand[];
  /** What a form of another version left and this one has no place for: for a copy, not to be sent. */
  aside: Aside[];
  /** Photos and files. */
  photos: { evidenceId: string; photo: object }[];
};

/** What waits on this device, or null where nothing does, or nobody's words can be read. */
export async function findUnsent(): Promise<Unsent | null> {
  const personId = await devicePerson();
  return personId === null ? null : unsentOf(await openDeviceStore(personId));
}

export async function unsentOf(store: DeviceStore): Promise<Unsent | null> {
  const [drafts, errands, aside, photos] = await Promise.all([
    listDrafts(store),
    listErrands(store),
    listAside(store),
    store.photos.list(),
  ]);
  const unsent: Unsent = {
    store,
    drafts: drafts.filter(({ draft }) => isUnsent(draft)),
    errands,
    aside,
    photos: photos.flatMap(({ address: [evidenceId], value }) =>
      evidenceId === undefined || ("received" in value && value.received === true)
        ? []
        : [{ evidenceId, photo: value }],
    ),
  };
  return countUnsent(unsent) > 0 ? unsent : null;
}

export function countUnsent({ drafts, errands, photos }: Omit<Unsent, "store">): number {
  return drafts.length + errands.length + photos.length;
}

"use client";

import { useEffect, useState } from "react";
import { type DeviceStore, watchDevice } from "./device-store";
import { readPack, type StoredPack } from "./pack";
import { type Errand, listDrafts, listErrands, type UnsentDraft } from "./sync";

export type DeviceContents = {
  stored: StoredPack | null;
  drafts: UnsentDraft[];
  errands: { commandId: string; errand: Errand }[];
};

/** What the device holds for its person, read anew with every change. */
export function useDevice(store: DeviceStore | null): DeviceContents | null {
  const [contents, setContents] = useState<DeviceContents | null>(null);
  useEffect(() => {
    if (!store) return;
    let over = false;
    const read = async () => {
      const [stored, drafts, errands] = await Promise.all([
        readPack(store),
        listDrafts(store),
        listErrands(store),
      ]);
      if (!over) setContents({ stored, drafts, errands });
    };
    const begin = () => void read().catch(() => undefined);
    begin();
    // A form keeps what is typed several times a second; one reading after the last is enough.
    let timer: ReturnType<typeof setTimeout>;
    const unwatch = watchDevice(() => {
      clearTimeout(timer);
      timer = setTimeout(begin, 300);
    });
    return () => {
      over = true;
      clearTimeout(timer);
      unwatch();
    };
  }, [store]);
  return contents;
}

"use client";

import { useEffect, useState } from "react";
import { listWaitingPhotos, type WaitingPhoto } from "@/components/evidence/photo-queue";
import { type DeviceStore, watchDevice } from "./device-store";
import { type KeptErrand, listErrands } from "./errands";
import { readPack, type StoredPack } from "./pack";
import { listDrafts, type UnsentDraft } from "./sync";

export type DeviceContents = {
  stored: StoredPack | null;
  drafts: UnsentDraft[];
  errands: KeptErrand[];
  /** Photos and files that the server does not have. */
  photos: WaitingPhoto[];
};

/** What the device holds for its person, read anew with what changes. */
export function useDevice(store: DeviceStore | null): DeviceContents | null {
  const [contents, setContents] = useState<DeviceContents | null>(null);
  useEffect(() => {
    if (!store) return;
    let over = false;
    // The pack is large and rarely changes: it is not unsealed for every letter that is typed.
    let pack: Promise<StoredPack | null> | null = null;
    const read = async () => {
      pack ??= readPack(store);
      const [stored, drafts, errands, photos] = await Promise.all([
        pack,
        listDrafts(store),
        listErrands(store),
        listWaitingPhotos(store),
      ]);
      if (!over) setContents({ stored, drafts, errands, photos });
    };
    const begin = () =>
      void read().catch(() => {
        pack = null;
      });
    begin();
    // A form keeps what is typed several times a second; one reading after the last is enough.
    let timer: ReturnType<typeof setTimeout>;
    const unwatch = watchDevice(({ shelf }) => {
      if (shelf === "packs" || shelf === "keys") pack = null;
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

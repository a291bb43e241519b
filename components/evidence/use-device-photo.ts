"use client";

import { useEffect, useState } from "react";
import { type DeviceStore, openDeviceStore, watchDevice } from "@/components/field/device-store";
import { asDevicePhoto, type DevicePhoto } from "./photo-queue";

/** `undefined` while it is looked up, `null` where the device knows nothing of it. */
export type KnownPhoto = DevicePhoto | null | undefined;

/**
 * What this device knows of the file of a piece of evidence, as it changes, in this tab or another. A
 * device that keeps nothing (no storage, no key) knows nothing.
 */
export function useDevicePhoto(
  personId: string,
  evidenceId: string,
): { store: DeviceStore | null; photo: KnownPhoto } {
  const [store, setStore] = useState<DeviceStore | null>(null);
  const [photo, setPhoto] = useState<KnownPhoto>(undefined);
  useEffect(() => {
    let over = false;
    let unwatch = () => {};
    const look = async () => {
      const opened = await openDeviceStore(personId);
      const read = async () => {
        const found = asDevicePhoto(await opened.photos.get([evidenceId]));
        if (!over) setPhoto(found);
      };
      if (over) return;
      setStore(opened);
      unwatch = watchDevice(({ shelf, address }) => {
        if (shelf === "photos" && address[0] === evidenceId) void read();
      });
      await read();
    };
    look().catch(() => {
      if (!over) setPhoto(null);
    });
    return () => {
      over = true;
      unwatch();
    };
  }, [personId, evidenceId]);
  return { store, photo };
}

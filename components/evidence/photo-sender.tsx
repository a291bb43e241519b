"use client";

import { useEffect } from "react";
import { openDeviceStore } from "@/components/field/device-store";
import { keepSendingPhotos } from "./photo-queue";

/** Sends the photos that wait on this device while the page is open. Shows nothing. */
export function PhotoSender({ personId }: { personId: string }) {
  useEffect(() => {
    // A device that keeps nothing has nothing to send.
    openDeviceStore(personId).then(keepSendingPhotos, () => {});
  }, [personId]);
  return null;
}

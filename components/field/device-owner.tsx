"use client";

import { useEffect } from "react";
import { signOutAction } from "@/lib/session/actions";
import { takeLeaving } from "./leaving-mark";
import { setPagePerson } from "./page-person";

/** Whoever is signed in is the one person of this device; whoever left it without signal leaves now. */
export function DeviceOwner({ personId }: { personId: string }) {
  useEffect(() => {
    setPagePerson(personId);
    if (takeLeaving(personId)) {
      document.documentElement.hidden = true;
      void signOutAction().finally(() => {
        document.documentElement.hidden = false;
      });
    } else if (typeof indexedDB !== "undefined") {
      import("./device-store").then(({ claimDevice }) => claimDevice(personId)).catch(() => null);
    }
  }, [personId]);
  return null;
}

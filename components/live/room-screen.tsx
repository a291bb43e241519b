"use client";

import { useEffect } from "react";
import { silence } from "@/components/ui/toast";

/** While it is shown the screen stays on, where the browser allows that, and says nothing to the room. */
export function RoomScreen() {
  // What is said to one is not said to the room.
  useEffect(silence, []);

  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let left = false;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        // Absent where the page is not sent over TLS; refused where the battery is low.
        const held = await navigator.wakeLock?.request("screen");
        if (left) await held?.release();
        else lock = held;
      } catch {
        lock = undefined;
      }
    };
    void hold();
    // Browsers let go of it when the page is hidden.
    document.addEventListener("visibilitychange", hold);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, []);
  return null;
}

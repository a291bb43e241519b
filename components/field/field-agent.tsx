"use client";

import { type ComponentType, useEffect, useState } from "react";

/**
 * Keeps a participant's device in step with the server. What it does is loaded when the page has come
 * to rest: nobody waits for it.
 */
export function FieldAgent({ personId, build }: { personId: string; build: string | null }) {
  const [Agent, setAgent] = useState<ComponentType<{
    personId: string;
    build: string | null;
  }> | null>(null);
  useEffect(() => {
    const load = () =>
      void import("./device-agent").then(({ DeviceAgent }) => setAgent(() => DeviceAgent));
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(load, 500);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(load, { timeout: 3000 });
    return () => cancelIdleCallback(idle);
  }, []);
  return Agent ? <Agent personId={personId} build={build} /> : null;
}

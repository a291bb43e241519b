"use client";

import dynamic from "next/dynamic";
import type { HelpRole } from "@/lib/help/model";

// Loaded for those who have not seen it, and for nobody else.
const Tour = dynamic(() => import("./tour").then((module) => module.Tour), { ssr: false });

/** The tour of the first sign-in, after the page itself. */
export function FirstTour({ role }: { role: HelpRole }) {
  return <Tour role={role} />;
}

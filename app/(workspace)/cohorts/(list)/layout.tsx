import type { ReactNode } from "react";
import { requireStaff } from "@/lib/cohort/loaders";

/** Asked before anything is sent, so that the answer still has the right status. */
export default async function CohortsLayout({ children }: { children: ReactNode }) {
  await requireStaff();
  return children;
}

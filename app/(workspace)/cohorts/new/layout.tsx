import type { ReactNode } from "react";
import { requireOrganizer } from "@/lib/cohort/loaders";

/** Asked before anything is sent, so that the answer still has the right status. */
export default async function NewCohortLayout({ children }: { children: ReactNode }) {
  await requireOrganizer();
  return children;
}

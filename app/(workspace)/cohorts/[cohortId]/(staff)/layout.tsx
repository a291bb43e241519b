import type { ReactNode } from "react";
import { loadCohort } from "@/lib/cohort/loaders";

/** Asked before anything is sent, so that the answer still has the right status. */
export default async function CohortLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ cohortId: string }>;
}) {
  await loadCohort((await params).cohortId);
  return children;
}

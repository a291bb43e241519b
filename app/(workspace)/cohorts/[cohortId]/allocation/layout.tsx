import type { ReactNode } from "react";
import { loadOrganizing } from "@/lib/cohort/loaders";

/** Asked before anything is sent, so that the answer still has the right status. */
export default async function AllocationLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ cohortId: string }>;
}) {
  await loadOrganizing((await params).cohortId);
  return children;
}

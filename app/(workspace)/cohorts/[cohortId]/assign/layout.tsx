import type { ReactNode } from "react";
import { loadAssigning } from "@/lib/cohort/loaders";

/** Asked before anything is sent, so that the answer still has the right status. */
export default async function AssignLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ cohortId: string }>;
}) {
  await loadAssigning((await params).cohortId);
  return children;
}

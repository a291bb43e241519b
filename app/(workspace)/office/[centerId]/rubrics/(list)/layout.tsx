import type { ReactNode } from "react";
import { loadOffice } from "@/lib/center/loaders";

/** Asked before anything is sent, so that the answer still has the right status. */
export default async function RubricsLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ centerId: string }>;
}) {
  await loadOffice((await params).centerId);
  return children;
}

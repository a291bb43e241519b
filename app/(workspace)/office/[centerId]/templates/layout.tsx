import type { ReactNode } from "react";
import { loadOffice } from "@/lib/center/loaders";

/** Asked before anything is sent, so that the answer still has the right status. */
export default async function TemplatesLayout({
  params,
  children,
}: {
  params: Promise<{ centerId: string }>;
  children: ReactNode;
}) {
  await loadOffice((await params).centerId);
  return children;
}

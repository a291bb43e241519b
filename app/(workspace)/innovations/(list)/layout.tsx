import type { ReactNode } from "react";
import { requireCatalogue } from "@/lib/innovation/loaders";

/** Asked before anything is sent, so that the answer still has the right status. */
export default async function InnovationsLayout({ children }: { children: ReactNode }) {
  await requireCatalogue();
  return children;
}

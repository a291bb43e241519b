import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { stageFromSlug } from "@/lib/assignment/model";

export default async function StageLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ stage: string }>;
}) {
  if (!stageFromSlug((await params).stage)) notFound();
  return children;
}

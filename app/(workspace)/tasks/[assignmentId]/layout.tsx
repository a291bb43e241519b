import type { ReactNode } from "react";
import { requireTask } from "@/lib/assignment/loaders";

export default async function TaskLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ assignmentId: string }>;
}) {
  await requireTask((await params).assignmentId);
  return children;
}

import type { ReactNode } from "react";
import { loadAttendance } from "@/lib/attendance/loaders";

/** Asked before anything is sent, so that the answer still has the right status. */
export default async function AttendanceLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ sessionId: string }>;
}) {
  await loadAttendance((await params).sessionId);
  return children;
}

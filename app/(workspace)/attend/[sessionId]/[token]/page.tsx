import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ScanResult } from "@/components/attendance/scan-result";
import { loadScan } from "@/lib/attendance/loaders";

interface Props {
  params: Promise<{ sessionId: string; token: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attendance"))("attend") };
}

export default async function AttendPage({ params }: Props) {
  const { sessionId, token } = await params;
  return <ScanResult scan={await loadScan(sessionId, token)} />;
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HistoryScreen } from "@/components/allocation/history-screen";
import { loadAllocationHistory } from "@/lib/allocation/loaders";
import type { SearchParams } from "@/lib/cohort/loaders";

interface Props {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("allocation"))("history.title") };
}

export default async function HistoryRoute({ params, searchParams }: Props) {
  const { cohortId } = await params;
  return <HistoryScreen history={await loadAllocationHistory(cohortId, await searchParams)} />;
}

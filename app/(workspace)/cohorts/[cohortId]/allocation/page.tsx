import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AllocationScreen } from "@/components/allocation/allocation-screen";
import { loadAllocation } from "@/lib/allocation/loaders";
import type { SearchParams } from "@/lib/cohort/loaders";

interface Props {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("allocation");
  return { title: t("title") };
}

export default async function AllocationRoute({ params, searchParams }: Props) {
  const { cohortId } = await params;
  return <AllocationScreen page={await loadAllocation(cohortId, await searchParams)} />;
}

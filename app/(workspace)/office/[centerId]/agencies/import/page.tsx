import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/components/catalogue/import-screen";
import { loadOrganizedOffice } from "@/lib/center/loaders";

interface Props {
  params: Promise<{ centerId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("files.importTitle.agencies") };
}

export default async function ImportAgenciesPage({ params }: Props) {
  const { centerId } = await params;
  await loadOrganizedOffice(centerId);
  return <ImportScreen centerId={centerId} list="agencies" />;
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ImportScreen } from "@/components/catalogue/import-screen";
import { listParam } from "@/lib/catalogue/schema";
import { loadOrganizedOffice } from "@/lib/center/loaders";

interface Props {
  params: Promise<{ centerId: string; list: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const list = listParam.safeParse((await params).list);
  if (!list.success) return {};
  return { title: (await getTranslations("catalogue"))(`files.importTitle.${list.data}`) };
}

export default async function ImportListPage({ params }: Props) {
  const { centerId, list } = await params;
  await loadOrganizedOffice(centerId);
  const known = listParam.safeParse(list);
  if (!known.success) notFound();
  return <ImportScreen centerId={centerId} list={known.data} />;
}

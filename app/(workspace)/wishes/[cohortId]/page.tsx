import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WishScreen } from "@/components/wish/wish-screen";
import { loadWishes } from "@/lib/wish/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("wishes"))("title") };
}

export default async function WishesPage({ params }: { params: Promise<{ cohortId: string }> }) {
  return <WishScreen page={await loadWishes((await params).cohortId)} />;
}

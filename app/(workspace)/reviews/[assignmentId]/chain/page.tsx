import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChainScreen } from "@/components/chain/chain-screen";
import { loadReviewedChain } from "@/lib/chain/loaders";

interface Props {
  params: Promise<{ assignmentId: string }>;
  searchParams: Promise<{ at?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [chain, t] = await Promise.all([
    loadReviewedChain((await params).assignmentId),
    getTranslations("chain"),
  ]);
  return { title: `${t("title")} · ${chain.participant}` };
}

export default async function ReviewedChainPage({ params, searchParams }: Props) {
  const [{ assignmentId }, { at }] = await Promise.all([params, searchParams]);
  return <ChainScreen chain={await loadReviewedChain(assignmentId)} at={String(at ?? "")} />;
}

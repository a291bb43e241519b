import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChainScreen } from "@/components/chain/chain-screen";
import { loadOwnChain } from "@/lib/chain/loaders";

interface Props {
  params: Promise<{ assignmentId: string }>;
  searchParams: Promise<{ at?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [chain, t] = await Promise.all([
    loadOwnChain((await params).assignmentId),
    getTranslations("chain"),
  ]);
  return { title: `${t("title")} · ${chain.innovation.code}` };
}

export default async function ChainPage({ params, searchParams }: Props) {
  const [{ assignmentId }, { at }] = await Promise.all([params, searchParams]);
  return <ChainScreen chain={await loadOwnChain(assignmentId)} at={String(at ?? "")} />;
}

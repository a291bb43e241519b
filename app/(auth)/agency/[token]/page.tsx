import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AgencyPage } from "@/components/agency-link/agency-page";
import { Notice } from "@/components/shell/notice";
import { loadAgencyView } from "@/lib/agency-link/loaders";
import type { SearchParams } from "@/lib/cohort/loaders";

interface Props {
  params: Promise<{ token: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("agencyLinks"))("view.heading"),
    robots: { index: false, follow: false, noarchive: true },
    // The address is the key: it must not travel to anybody.
    referrer: "no-referrer",
  };
}

export default async function AgencyViewPage({ params, searchParams }: Props) {
  const { token } = await params;
  const [view, t] = await Promise.all([
    loadAgencyView(token, await searchParams),
    getTranslations("agencyLinks.view"),
  ]);
  if (view === "wait") return <Notice title={t("waitTitle")} body={t("wait")} />;
  if (!view) notFound();
  return <AgencyPage token={token} view={view} />;
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeTabs } from "@/components/center/office-tabs";
import { ExportLink } from "@/components/dashboard/export-link";
import { PageHeader } from "@/components/shell/page-header";
import { MostEvaluated } from "@/components/standing/most-evaluated";
import { StandingTable } from "@/components/standing/standing-table";
import type { SearchParams } from "@/lib/cohort/loaders";
import { loadStanding } from "@/lib/standing/loaders";
import { standingFileHref } from "@/lib/standing/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("standing"))("title") };
}

/** How the centre's cohorts came out beside each other, and what they evaluated most. */
export default async function StandingPage({
  params,
  searchParams,
}: {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<SearchParams>;
}) {
  const { centerId } = await params;
  const [{ innovations, ...list }, t, office] = await Promise.all([
    loadStanding(centerId, await searchParams),
    getTranslations("standing"),
    getTranslations("office"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={office("title")}
        title={t("title")}
        lede={t("lede")}
        actions={<ExportLink href={standingFileHref(centerId, list.from)} />}
      />
      <OfficeTabs centerId={centerId} current="cohorts" />
      <div className="grid gap-5">
        <StandingTable centerId={centerId} {...list} />
        <MostEvaluated rows={innovations} />
      </div>
    </>
  );
}

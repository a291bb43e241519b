import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AttachmentList } from "@/components/attachment/attachment-list";
import { AwardList } from "@/components/host/award-list";
import { RegionFacts } from "@/components/host/region-facts";
import { RegionInnovations } from "@/components/host/region-innovations";
import { RegionLists, RegionPagination } from "@/components/host/region-lists";
import { UnitList } from "@/components/host/unit-list";
import { CohortUses } from "@/components/innovation/cohort-uses";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { errandHref } from "@/lib/center/model";
import { loadHost } from "@/lib/host/loaders";
import { hostPath } from "@/lib/host/model";
import { askedPages } from "@/lib/host/schema";
import { catalogueHref } from "@/lib/innovation/model";

interface Props {
  params: Promise<{ hostId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const pages = askedPages(await searchParams);
  return { title: (await loadHost((await params).hostId, ...pages)).region.shortName };
}

/** A host region as part of the catalogue, for everybody whose cohort visits it. */
export default async function HostPage({ params, searchParams }: Props) {
  const [profile, t, innovations] = await Promise.all([
    loadHost((await params).hostId, ...askedPages(await searchParams)),
    getTranslations("catalogue"),
    getTranslations("innovations"),
  ]);
  const { region, offices } = profile;
  const pagination = (list: "units" | "innovations" | "awards") => (
    <RegionPagination
      profile={profile}
      pages={profile.pages}
      path={hostPath(region.id)}
      list={list}
    />
  );
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/innovations", label: innovations("title") }]} />}
        title={region.shortName}
        actions={
          <>
            <Button variant="secondary" href={catalogueHref({ region: region.id })}>
              {t("regions.ofRegion")}
            </Button>
            {offices.length > 0 && (
              <Button variant="secondary" href={errandHref(offices, "region", region.id)}>
                {t("regions.manage")}
              </Button>
            )}
          </>
        }
      />
      <RegionFacts region={region} />
      <RegionLists
        innovations={
          <RegionInnovations innovations={profile.innovations}>
            {pagination("innovations")}
          </RegionInnovations>
        }
        units={<UnitList units={profile.units}>{pagination("units")}</UnitList>}
        awards={
          <div className="grid min-w-0 gap-5">
            <AttachmentList attachments={profile.attachments} />
            {profile.uses && <CohortUses uses={profile.uses} />}
            <AwardList awards={profile.awards}>{pagination("awards")}</AwardList>
          </div>
        }
      />
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AttachmentList } from "@/components/attachment/attachment-list";
import { ManagedAttachments } from "@/components/attachment/managed-attachments";
import { AwardList } from "@/components/host/award-list";
import { ManagedAwards, ManagedUnits } from "@/components/host/managed-lists";
import { RegionFacts } from "@/components/host/region-facts";
import { RegionInnovations } from "@/components/host/region-innovations";
import { RegionLists, RegionPagination } from "@/components/host/region-lists";
import { UnitList } from "@/components/host/unit-list";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { PlusIcon } from "@/components/ui/icons";
import { newInnovationPath, officePath } from "@/lib/center/model";
import { loadRegion } from "@/lib/host/loaders";
import { hostPath } from "@/lib/host/model";
import { askedPages } from "@/lib/host/schema";
import { Messages } from "@/lib/i18n/messages-scope";
import { catalogueHref } from "@/lib/innovation/model";

interface Props {
  params: Promise<{ centerId: string; hostId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { centerId, hostId } = await params;
  const pages = askedPages(await searchParams);
  return { title: (await loadRegion(centerId, hostId, ...pages)).region.shortName };
}

/** A region as the office keeps it: with what is retired, and whose everything is. */
export default async function OfficeHostPage({ params, searchParams }: Props) {
  const { centerId, hostId } = await params;
  const [profile, t, office] = await Promise.all([
    loadRegion(centerId, hostId, ...askedPages(await searchParams)),
    getTranslations("catalogue"),
    getTranslations("office"),
  ]);
  const { region, canOrganize } = profile;
  const list = officePath(centerId, "hosts");
  const place = { centerId, hostRegionId: region.id };
  const pagination = (of: "units" | "innovations" | "awards") => (
    <RegionPagination
      profile={profile}
      pages={profile.pages}
      path={`${list}/${region.id}`}
      list={of}
    />
  );
  return (
    <Messages namespaces={["catalogue", "innovations", "issues", "refusals"]}>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: officePath(centerId), label: office("title") },
              { href: list, label: t("regions.title") },
            ]}
          />
        }
        title={region.shortName}
        actions={
          <>
            <Button variant="secondary" href={catalogueHref({ region: region.id })}>
              {t("regions.ofRegion")}
            </Button>
            <Button variant="secondary" href={hostPath(region.id)}>
              {t("regions.profile")}
            </Button>
          </>
        }
      />
      <RegionFacts region={region} office />
      <RegionLists
        innovations={
          <RegionInnovations
            innovations={profile.innovations}
            office
            actions={
              canOrganize && (
                <Button size="sm" icon={<PlusIcon />} href={newInnovationPath(centerId, region.id)}>
                  {t("innovations.add")}
                </Button>
              )
            }
          >
            {pagination("innovations")}
          </RegionInnovations>
        }
        units={
          canOrganize ? (
            <ManagedUnits place={place} units={profile.units}>
              {pagination("units")}
            </ManagedUnits>
          ) : (
            <UnitList units={profile.units} office>
              {pagination("units")}
            </UnitList>
          )
        }
        awards={
          <div className="grid min-w-0 gap-5">
            {profile.canAttach ? (
              <ManagedAttachments
                centerId={centerId}
                of={{ hostRegionId: region.id }}
                attachments={profile.attachments}
              />
            ) : (
              <AttachmentList attachments={profile.attachments} />
            )}
            {canOrganize ? (
              <ManagedAwards place={place} awards={profile.awards} honourable={profile.honourable}>
                {pagination("awards")}
              </ManagedAwards>
            ) : (
              <AwardList awards={profile.awards} office>
                {pagination("awards")}
              </AwardList>
            )}
          </div>
        }
      />
    </Messages>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DownloadLinks } from "@/components/catalogue/download-links";
import { OfficeTabs } from "@/components/center/office-tabs";
import { AwardTable } from "@/components/host/award-table";
import { CatalogueTabs } from "@/components/host/catalogue-tabs";
import { HostListFilters, hostListHref } from "@/components/host/host-list-filters";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { AwardIcon, SearchIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { hostListPath, importPath } from "@/lib/center/model";
import { loadAwards } from "@/lib/host/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("awards.title") };
}

export default async function AwardsPage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [{ awards, query, regions, canOrganize }, t, office] = await Promise.all([
    loadAwards(centerId, await searchParams),
    getTranslations("catalogue"),
    getTranslations("office"),
  ]);
  const action = hostListPath(centerId, "awards");
  const narrowed = hostListHref(action, query) !== action;
  return (
    <Messages namespaces={["catalogue", "issues", "refusals"]}>
      <PageHeader
        eyebrow={office("title")}
        title={t("awards.title")}
        lede={t("awards.lede")}
        actions={
          <>
            <DownloadLinks centerId={centerId} list="awards" />
            {canOrganize && (
              <Button variant="secondary" href={importPath(centerId, "awards")}>
                {t("regions.import")}
              </Button>
            )}
          </>
        }
      />
      <OfficeTabs centerId={centerId} current="hosts" />
      <CatalogueTabs centerId={centerId} current="awards" />
      <HostListFilters list="awards" action={action} query={query} regions={regions} />
      <AwardTable
        centerId={centerId}
        rows={awards.rows}
        total={awards.total}
        regions={regions}
        canOrganize={canOrganize}
      >
        {awards.total === 0 &&
          (narrowed ? (
            <EmptyState icon={<SearchIcon size={22} />} title={t("noMatch")}>
              {t("noMatchBody")}
            </EmptyState>
          ) : (
            <EmptyState icon={<AwardIcon size={22} />} title={t("awards.emptyTitle")}>
              {t("awards.emptyBody")}
            </EmptyState>
          ))}
        <Pagination
          page={awards.page}
          pages={awards.pages}
          hrefOf={(page) => hostListHref(action, query, page)}
        />
      </AwardTable>
    </Messages>
  );
}

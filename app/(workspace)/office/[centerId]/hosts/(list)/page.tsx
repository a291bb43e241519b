import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DownloadLinks } from "@/components/catalogue/download-links";
import { EntryListFilters, entryListHref } from "@/components/catalogue/entry-list-filters";
import { OfficeTabs } from "@/components/center/office-tabs";
import { CatalogueTabs } from "@/components/host/catalogue-tabs";
import { RegionTable } from "@/components/host/region-table";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { BuildingIcon, SearchIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { importPath, officePath } from "@/lib/center/model";
import { loadRegions } from "@/lib/host/loaders";
import { REGION_TYPES } from "@/lib/host/model";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("regions.title") };
}

export default async function HostsPage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [{ regions, query, canOrganize }, t, office] = await Promise.all([
    loadRegions(centerId, await searchParams),
    getTranslations("catalogue"),
    getTranslations("office"),
  ]);
  const action = officePath(centerId, "hosts");
  const narrowed = entryListHref(action, query) !== action;
  return (
    <Messages namespaces={["catalogue", "issues", "refusals"]}>
      <PageHeader
        eyebrow={office("title")}
        title={t("regions.title")}
        lede={t("regions.lede")}
        actions={
          <>
            <DownloadLinks centerId={centerId} list="regions" />
            {canOrganize && (
              <Button variant="secondary" href={importPath(centerId, "regions")}>
                {t("regions.import")}
              </Button>
            )}
          </>
        }
      />
      <OfficeTabs centerId={centerId} current="hosts" />
      <CatalogueTabs centerId={centerId} current="regions" />
      <EntryListFilters
        action={action}
        search={t("regions.search")}
        query={query}
        type={{
          label: t("regions.type"),
          any: t("regions.anyType"),
          options: REGION_TYPES.map((value) => ({ value, label: t(`agencyType.${value}`) })),
        }}
      />
      <RegionTable
        centerId={centerId}
        rows={regions.rows}
        total={regions.total}
        canOrganize={canOrganize}
      >
        {regions.total === 0 &&
          (narrowed ? (
            <EmptyState icon={<SearchIcon size={22} />} title={t("noMatch")}>
              {t("noMatchBody")}
            </EmptyState>
          ) : (
            <EmptyState icon={<BuildingIcon size={22} />} title={t("regions.empty")}>
              {t("regions.emptyBody")}
            </EmptyState>
          ))}
        <Pagination
          page={regions.page}
          pages={regions.pages}
          hrefOf={(page) => entryListHref(action, query, page)}
        />
      </RegionTable>
    </Messages>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DownloadLinks } from "@/components/catalogue/download-links";
import { OfficeTabs } from "@/components/center/office-tabs";
import { CatalogueTabs } from "@/components/host/catalogue-tabs";
import { HostListFilters, hostListHref } from "@/components/host/host-list-filters";
import { UnitTable } from "@/components/host/unit-table";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { BuildingIcon, SearchIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { hostListPath, importPath } from "@/lib/center/model";
import { loadUnits } from "@/lib/host/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("units.title") };
}

export default async function UnitsPage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [{ units, query, regions, canOrganize }, t, office] = await Promise.all([
    loadUnits(centerId, await searchParams),
    getTranslations("catalogue"),
    getTranslations("office"),
  ]);
  const action = hostListPath(centerId, "units");
  const narrowed = hostListHref(action, query) !== action;
  return (
    <Messages namespaces={["catalogue", "issues", "refusals"]}>
      <PageHeader
        eyebrow={office("title")}
        title={t("units.title")}
        lede={t("units.lede")}
        actions={
          <>
            <DownloadLinks centerId={centerId} list="units" />
            {canOrganize && (
              <Button variant="secondary" href={importPath(centerId, "units")}>
                {t("regions.import")}
              </Button>
            )}
          </>
        }
      />
      <OfficeTabs centerId={centerId} current="hosts" />
      <CatalogueTabs centerId={centerId} current="units" />
      <HostListFilters list="units" action={action} query={query} regions={regions} />
      <UnitTable
        centerId={centerId}
        rows={units.rows}
        total={units.total}
        regions={regions}
        canOrganize={canOrganize}
      >
        {units.total === 0 &&
          (narrowed ? (
            <EmptyState icon={<SearchIcon size={22} />} title={t("noMatch")}>
              {t("noMatchBody")}
            </EmptyState>
          ) : (
            <EmptyState icon={<BuildingIcon size={22} />} title={t("units.emptyTitle")}>
              {t("units.emptyBody")}
            </EmptyState>
          ))}
        <Pagination
          page={units.page}
          pages={units.pages}
          hrefOf={(page) => hostListHref(action, query, page)}
        />
      </UnitTable>
    </Messages>
  );
}

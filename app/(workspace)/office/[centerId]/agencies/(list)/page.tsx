import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgencyTable } from "@/components/agency/agency-table";
import { DownloadLinks } from "@/components/catalogue/download-links";
import { EntryListFilters, entryListHref } from "@/components/catalogue/entry-list-filters";
import { OfficeTabs } from "@/components/center/office-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { BuildingIcon, SearchIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { loadAgencies } from "@/lib/agency/loaders";
import { AGENCY_TYPES } from "@/lib/agency/model";
import { importPath, officePath } from "@/lib/center/model";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalogue"))("agencies.title") };
}

export default async function AgenciesPage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [{ agencies, query, canOrganize }, t, office] = await Promise.all([
    loadAgencies(centerId, await searchParams),
    getTranslations("catalogue"),
    getTranslations("office"),
  ]);
  const action = officePath(centerId, "agencies");
  const narrowed = entryListHref(action, query) !== action;
  return (
    <Messages namespaces={["catalogue", "issues", "refusals"]}>
      <PageHeader
        eyebrow={office("title")}
        title={t("agencies.title")}
        lede={t("agencies.lede")}
        actions={
          <>
            <DownloadLinks centerId={centerId} list="agencies" />
            {canOrganize && (
              <Button variant="secondary" href={importPath(centerId, "agencies")}>
                {t("agencies.import")}
              </Button>
            )}
          </>
        }
      />
      <OfficeTabs centerId={centerId} current="agencies" />
      <EntryListFilters
        action={action}
        search={t("agencies.search")}
        query={query}
        type={{
          label: t("agencies.type"),
          any: t("agencies.anyType"),
          options: AGENCY_TYPES.map((value) => ({ value, label: t(`agencyType.${value}`) })),
        }}
      />
      <AgencyTable
        centerId={centerId}
        rows={agencies.rows}
        total={agencies.total}
        canOrganize={canOrganize}
      >
        {agencies.total === 0 &&
          (narrowed ? (
            <EmptyState icon={<SearchIcon size={22} />} title={t("noMatch")}>
              {t("noMatchBody")}
            </EmptyState>
          ) : (
            <EmptyState icon={<BuildingIcon size={22} />} title={t("agencies.empty")}>
              {t("agencies.emptyBody")}
            </EmptyState>
          ))}
        <Pagination
          page={agencies.page}
          pages={agencies.pages}
          hrefOf={(page) => entryListHref(action, query, page)}
        />
      </AgencyTable>
    </Messages>
  );
}

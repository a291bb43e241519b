import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CatalogueFilters } from "@/components/innovation/catalogue-filters";
import { InnovationCards } from "@/components/innovation/innovation-cards";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LightbulbIcon, PlusIcon, SearchIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { errandHref, filesHref } from "@/lib/center/model";
import { loadCatalogue } from "@/lib/innovation/loaders";
import { catalogueHref } from "@/lib/innovation/model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("innovations");
  return { title: t("title") };
}

/**
 * Without a skeleton of its own: what comes after one is put in its place by a script, and the
 * catalogue is searched without any.
 */
export default async function InnovationsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ query, innovations, regions, units, offices, staffOf, isStaff }, t, catalogue] =
    await Promise.all([
      loadCatalogue(await searchParams),
      getTranslations("innovations"),
      getTranslations("catalogue"),
    ]);
  const narrowed = catalogueHref(query) !== "/innovations";
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          isStaff && (
            <>
              <Button variant="secondary" href={filesHref(staffOf)}>
                {catalogue("files.all")}
              </Button>
              {offices.length > 0 && (
                <>
                  <Button variant="secondary" href={errandHref(offices, "import-innovations")}>
                    {catalogue("innovations.import")}
                  </Button>
                  <Button
                    icon={<PlusIcon />}
                    href={errandHref(offices, "new-innovation", query.region)}
                  >
                    {catalogue("innovations.add")}
                  </Button>
                </>
              )}
            </>
          )
        }
      />
      <CatalogueFilters filter={query} regions={regions} units={units} isStaff={isStaff} />
      <p className="mb-3 text-sm text-ink-3" role="status">
        {t("found", { count: innovations.total })}
      </p>
      {innovations.rows.length > 0 ? (
        <InnovationCards rows={innovations.rows} />
      ) : (
        <Card>
          {narrowed ? (
            <EmptyState
              icon={<SearchIcon size={22} />}
              title={t("noMatch")}
              action={
                <Button href="/innovations" variant="secondary">
                  {t("all")}
                </Button>
              }
            >
              {t("noMatchBody")}
            </EmptyState>
          ) : (
            <EmptyState icon={<LightbulbIcon size={22} />} title={t("empty")}>
              {t("emptyBody")}
            </EmptyState>
          )}
        </Card>
      )}
      {innovations.pages > 1 && (
        <Card className="mt-4">
          <Pagination
            page={innovations.page}
            pages={innovations.pages}
            hrefOf={(page) => catalogueHref(query, page)}
          />
        </Card>
      )}
    </>
  );
}

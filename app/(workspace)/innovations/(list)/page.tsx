import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InnovationCards } from "@/components/innovation/innovation-cards";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LightbulbIcon, SearchIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { loadCatalogue } from "@/lib/innovation/loaders";
import { catalogueHref } from "@/lib/innovation/model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("innovations");
  return { title: t("title") };
}

export default async function InnovationsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ query, innovations }, t] = await Promise.all([
    loadCatalogue(await searchParams),
    getTranslations("innovations"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3 print:hidden">
        <div className="min-w-0 grow basis-72">
          <SearchField action="/innovations" label={t("search")} value={query.q} />
        </div>
        <p className="text-sm text-ink-3">{t("found", { count: innovations.total })}</p>
      </div>
      {innovations.rows.length > 0 ? (
        <InnovationCards rows={innovations.rows} />
      ) : (
        <Card>
          {query.q ? (
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
            hrefOf={(page) => catalogueHref(query.q, page)}
          />
        </Card>
      )}
    </>
  );
}

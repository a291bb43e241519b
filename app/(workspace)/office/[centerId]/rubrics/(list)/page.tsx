import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeTabs } from "@/components/center/office-tabs";
import { RubricFilters } from "@/components/rubric/rubric-filters";
import { RubricTable } from "@/components/rubric/rubric-table";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListChecksIcon, PlusIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { loadRubrics } from "@/lib/rubric/loaders";
import { rubricsHref, rubricsPath } from "@/lib/rubric/model";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rubrics"))("title") };
}

export default async function RubricsPage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [{ query, list, canOrganize }, t] = await Promise.all([
    loadRubrics(centerId, await searchParams),
    getTranslations("rubrics"),
  ]);
  const { rows, total, page, pages } = list;
  const filtered = Boolean(query.q || query.purpose || query.origin);
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={
          canOrganize && (
            <Button href={`${rubricsPath(centerId)}/new`} icon={<PlusIcon />}>
              {t("create")}
            </Button>
          )
        }
      />
      <OfficeTabs centerId={centerId} current="rubrics" />
      <Card>
        <RubricFilters centerId={centerId} query={query} />
        <p className="px-4 py-2.5 text-sm text-ink-3 sm:px-4.5">{t("found", { count: total })}</p>
        {rows.length > 0 ? (
          <RubricTable centerId={centerId} rows={rows} />
        ) : (
          <EmptyState
            icon={<ListChecksIcon size={22} />}
            title={t(filtered ? "noMatch" : "empty")}
            action={
              filtered && (
                <Button href={rubricsPath(centerId)} variant="secondary">
                  {t("all")}
                </Button>
              )
            }
          >
            {t(filtered ? "noMatchBody" : "emptyBody")}
          </EmptyState>
        )}
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(next) => rubricsHref(centerId, { ...query, page: next })}
        />
      </Card>
    </>
  );
}

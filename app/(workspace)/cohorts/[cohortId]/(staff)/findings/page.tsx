import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortEyebrow } from "@/components/cohort/cohort-eyebrow";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { ExportLink } from "@/components/dashboard/export-link";
import { IgnoredNote } from "@/components/dashboard/ignored-note";
import { CauseHeat } from "@/components/finding/cause-heat";
import { Equals } from "@/components/finding/equals";
import { FindingRows } from "@/components/finding/finding-rows";
import { SolutionHeat } from "@/components/finding/solution-heat";
import { Live } from "@/components/live/live";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListFilterIcon } from "@/components/ui/icons";
import type { SearchParams } from "@/lib/cohort/loaders";
import { cohortPath } from "@/lib/cohort/model";
import { analysisHref, viewFileHref } from "@/lib/dashboard/model";
import { loadFindings } from "@/lib/finding/loaders";
import { findingsHref } from "@/lib/finding/model";
import { cohortStream } from "@/lib/live/model";

interface Props {
  params: Promise<{ cohortId: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("title") };
}

/** What the cohort found, and behind each figure the rows that it counts. */
export default async function FindingsPage({ params, searchParams }: Props) {
  const since = Date.now();
  const { cohortId } = await params;
  const [{ cohort, today, query, overview, rows, ignored }, t] = await Promise.all([
    loadFindings(cohortId, await searchParams),
    getTranslations("findings"),
  ]);
  if (rows) {
    return (
      <>
        <PageHeader
          eyebrow={
            <Breadcrumbs
              items={[
                { href: cohortPath(cohortId), label: cohort.name },
                { href: findingsHref(cohortId), label: t("title") },
              ]}
            />
          }
          title={t(`${rows.list}.title`)}
          live={<Live stream={cohortStream(cohortId)} since={since} />}
          actions={
            <ExportLink
              href={viewFileHref(
                cohortId,
                "findings",
                findingsHref(cohortId, rows.list, query.filter),
              )}
            />
          }
          lede={
            rows.list === "causes"
              ? t("causes.themes", { causes: rows.causes, themes: rows.themes.total })
              : t(`${rows.list}.note`, {
                  count: rows.list === "solutions" ? rows.solutions.total : rows.strengths.total,
                })
          }
        />
        <IgnoredNote names={ignored} />
        <FindingRows cohortId={cohortId} rows={rows} query={query} />
      </>
    );
  }
  const { findings = [], causes = [], solutions = [] } = overview ?? {};
  return (
    <>
      <PageHeader
        eyebrow={<CohortEyebrow cohort={cohort} today={today} />}
        title={cohort.name}
        lede={t("lede")}
        live={<Live stream={cohortStream(cohortId)} since={since} />}
        actions={
          <>
            <Button
              variant="secondary"
              href={`${analysisHref(cohortId, { split: "agency" })}#obstacles`}
            >
              {t("heat")}
            </Button>
            {findings.length > 0 && <ExportLink href={viewFileHref(cohortId, "findings")} />}
          </>
        }
      />
      <CohortTabs cohortId={cohortId} current="findings" />
      <IgnoredNote names={ignored} />
      {findings.length === 0 ? (
        <Card>
          <EmptyState icon={<ListFilterIcon size={22} />} title={t("empty")}>
            {t("emptyBody")}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-5">
          <Equals cohortId={cohortId} findings={findings} />
          <div className="grid items-start gap-5 xl:grid-cols-2">
            <CauseHeat cohortId={cohortId} causes={causes} />
            <SolutionHeat
              cohortId={cohortId}
              innovations={findings.map(({ innovation }) => innovation)}
              solutions={solutions}
            />
          </div>
        </div>
      )}
    </>
  );
}

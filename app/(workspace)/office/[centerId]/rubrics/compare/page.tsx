import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeTabs } from "@/components/center/office-tabs";
import { ComparisonChoice, RubricComparison } from "@/components/rubric/rubric-comparison";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { loadComparison } from "@/lib/rubric/loaders";
import { rubricsPath } from "@/lib/rubric/model";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rubrics.compare"))("title") };
}

export default async function CompareRubricsPage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [{ left, right, difference, others }, t] = await Promise.all([
    loadComparison(centerId, await searchParams),
    getTranslations("rubrics"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: rubricsPath(centerId), label: t("title") }]} />}
        title={t("compare.title")}
      />
      <OfficeTabs centerId={centerId} current="rubrics" />
      <ComparisonChoice {...{ centerId, left, right, others }} />
      {right && difference ? (
        <RubricComparison {...{ centerId, left, right, difference }} />
      ) : (
        <p className="text-md text-ink-2">{t("compare.pick")}</p>
      )}
    </>
  );
}

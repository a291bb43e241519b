import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeFigures } from "@/components/center/office-figures";
import { OfficeTabs } from "@/components/center/office-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { loadOverview } from "@/lib/center/loaders";

interface Props {
  params: Promise<{ centerId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office"))("title") };
}

export default async function OfficePage({ params }: Props) {
  const [overview, t] = await Promise.all([
    params.then(({ centerId }) => loadOverview(centerId)),
    getTranslations("office"),
  ]);
  return (
    <>
      <PageHeader eyebrow={t("title")} title={overview.center.name} />
      <OfficeTabs centerId={overview.center.id} current="overview" />
      <OfficeFigures overview={overview} />
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CatalogueFiles } from "@/components/center/catalogue-files";
import { OfficeFigures } from "@/components/center/office-figures";
import { OfficeTabs } from "@/components/center/office-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { ClipboardListIcon } from "@/components/ui/icons";
import { auditPath } from "@/lib/audit/model";
import { loadOffice, loadOverview } from "@/lib/center/loaders";

interface Props {
  params: Promise<{ centerId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("office"))("title") };
}

export default async function OfficePage({ params }: Props) {
  const { centerId } = await params;
  const [overview, { can }, t, audit] = await Promise.all([
    loadOverview(centerId),
    loadOffice(centerId),
    getTranslations("office"),
    getTranslations("audit"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={t("title")}
        title={overview.center.name}
        actions={
          can.administer && (
            <Button
              href={auditPath(centerId)}
              variant="secondary"
              icon={<ClipboardListIcon size={18} />}
            >
              {audit("open")}
            </Button>
          )
        }
      />
      <OfficeTabs centerId={overview.center.id} current="overview" />
      <OfficeFigures overview={overview} />
      <CatalogueFiles centerId={overview.center.id} canOrganize={can.organize} />
    </>
  );
}

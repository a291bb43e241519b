import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SecondRatings } from "@/components/grading/second-ratings";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ClipboardListIcon } from "@/components/ui/icons";
import { loadSecondRatings } from "@/lib/grading/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("grading.rate"))("list") };
}

/** The works that somebody scores a second time. */
export default async function SecondRatingsPage() {
  const [rows, t, queue] = await Promise.all([
    loadSecondRatings(),
    getTranslations("grading.rate"),
    getTranslations("review.queue"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/reviews", label: queue("title") }]} />}
        title={t("list")}
        lede={t("blind")}
      />
      <Card>
        {rows.length === 0 ? (
          <EmptyState icon={<ClipboardListIcon size={22} />} title={t("none")}>
            {t("noneBody")}
          </EmptyState>
        ) : (
          <SecondRatings rows={rows} />
        )}
      </Card>
    </>
  );
}

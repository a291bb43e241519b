import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ArchiveContents, ArchiveDownloads } from "@/components/archive/archive-contents";
import { ArchiveLinks } from "@/components/archive/archive-links";
import { CohortTabs } from "@/components/cohort/cohort-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card, CardBody } from "@/components/ui/card";
import { loadArchive } from "@/lib/archive/loaders";
import { cohortPath } from "@/lib/cohort/model";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ cohortId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("archive"))("title") };
}

export default async function ArchivePage({ params }: Props) {
  const { cohortId } = await params;
  const [{ cohort, downloads }, t, c] = await Promise.all([
    loadArchive(cohortId),
    getTranslations("archive"),
    getTranslations("cohorts"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: "/cohorts", label: c("title") },
              { href: cohortPath(cohortId), label: cohort.name },
            ]}
          />
        }
        title={t("title")}
        lede={t("lede")}
      />
      <CohortTabs cohortId={cohortId} current="setup" />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-4">
          <Card>
            <CardBody className="grid gap-3">
              <p className="max-w-[72ch] text-ink-2">
                {t("masked")} {t("noted")}
              </p>
              <Messages namespaces={["archive"]}>
                <ArchiveLinks cohortId={cohortId} />
              </Messages>
            </CardBody>
          </Card>
          <ArchiveContents />
        </div>
        <ArchiveDownloads downloads={downloads} timeZone={cohort.timeZone} />
      </div>
    </>
  );
}

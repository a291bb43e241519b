import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgencyLinkDesk } from "@/components/agency-link/link-desk";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { loadAgencyLinks } from "@/lib/agency-link/loaders";
import { cohortPath } from "@/lib/cohort/model";
import { Messages } from "@/lib/i18n/messages-scope";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agencyLinks"))("title") };
}

/** What staff give the contacts of origin agencies: a view of their own people. */
export default async function AgencyLinksPage({
  params,
}: {
  params: Promise<{ cohortId: string }>;
}) {
  const { cohortId } = await params;
  const [{ cohort, agencies, links, can }, t, c] = await Promise.all([
    loadAgencyLinks(cohortId),
    getTranslations("agencyLinks"),
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
      <Messages namespaces={["agencyLinks", "issues", "refusals"]}>
        <AgencyLinkDesk
          cohortId={cohortId}
          agencies={agencies}
          links={links}
          timeZone={cohort.timeZone}
          can={can}
        />
      </Messages>
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgencyCohorts, AgencyPeople } from "@/components/agency/agency-people";
import { ManagedAgency } from "@/components/agency/managed-agency";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Pagination } from "@/components/ui/pagination";
import { loadAgency } from "@/lib/agency/loaders";
import { agencyPath } from "@/lib/agency/model";
import { pageNumber } from "@/lib/catalogue/schema";
import { officePath } from "@/lib/center/model";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ centerId: string; agencyId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { centerId, agencyId } = await params;
  const page = pageNumber.parse((await searchParams).page);
  return { title: (await loadAgency(centerId, agencyId, page)).agency.shortName };
}

/** An agency with whom it sent to the centre's cohorts. */
export default async function AgencyPage({ params, searchParams }: Props) {
  const { centerId, agencyId } = await params;
  const page = pageNumber.parse((await searchParams).page);
  const [{ agency, cohorts, people, canOrganize }, t, office] = await Promise.all([
    loadAgency(centerId, agencyId, page),
    getTranslations("catalogue"),
    getTranslations("office"),
  ]);
  const editable = canOrganize && agency.own;
  const content = (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: officePath(centerId), label: office("title") },
              { href: officePath(centerId, "agencies"), label: t("agencies.title") },
            ]}
          />
        }
        title={agency.shortName}
        actions={editable && <ManagedAgency centerId={centerId} agency={agency} />}
      />
      {agency.archived && (
        <div className="mb-5">
          <Callout>{t("archivedNote")}</Callout>
        </div>
      )}
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-5">
          <Card as="section">
            <CardBody>
              <DefinitionList
                items={[
                  { term: t("agencies.name"), value: agency.name },
                  { term: t("agencies.type"), value: t(`agencyType.${agency.type}`) },
                  {
                    term: t("owner"),
                    value: <OwnBadge own={agency.own} archived={agency.archived} />,
                  },
                ]}
              />
            </CardBody>
          </Card>
          <AgencyPeople centerId={centerId} people={people.rows} total={people.total}>
            <Pagination
              page={people.page}
              pages={people.pages}
              hrefOf={(next) => `${agencyPath(centerId, agency.id)}?page=${next}`}
            />
          </AgencyPeople>
        </div>
        <AgencyCohorts agencyId={agency.id} cohorts={cohorts} />
      </div>
    </>
  );
  // Words for the forms, for those who have them.
  if (!editable) return content;
  return <Messages namespaces={["catalogue", "issues", "refusals"]}>{content}</Messages>;
}

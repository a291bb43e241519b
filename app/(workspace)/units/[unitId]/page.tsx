import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { ManagedUnit } from "@/components/host/managed-entry";
import { RegionInnovations } from "@/components/host/region-innovations";
import { CohortUses } from "@/components/innovation/cohort-uses";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Pagination } from "@/components/ui/pagination";
import { SoftLink } from "@/components/ui/soft-link";
import { pageNumber } from "@/lib/catalogue/schema";
import { loadUnit } from "@/lib/host/loaders";
import { hostPath, unitPath } from "@/lib/host/model";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ unitId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const page = pageNumber.parse((await searchParams).page);
  return { title: (await loadUnit((await params).unitId, page)).unit.shortName };
}

/** A unit of a host region, with its innovations and, for staff, who evaluated them. */
export default async function UnitPage({ params, searchParams }: Props) {
  const page = pageNumber.parse((await searchParams).page);
  const [{ unit, innovations, isStaff, editIn, uses }, t, words] = await Promise.all([
    loadUnit((await params).unitId, page),
    getTranslations("catalogue"),
    getTranslations("innovations"),
  ]);
  const content = (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: "/innovations", label: words("title") },
              { href: hostPath(unit.region.id), label: unit.region.shortName },
            ]}
          />
        }
        title={unit.shortName}
        actions={editIn && <ManagedUnit centerId={editIn} unit={unit} />}
      />
      {unit.archived && (
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
                  { term: t("units.name"), value: unit.name },
                  ...(unit.laterName
                    ? [{ term: t("units.laterName"), value: unit.laterName }]
                    : []),
                  {
                    term: t("form.region"),
                    value: (
                      <SoftLink
                        href={hostPath(unit.region.id)}
                        className="link inline-flex items-center touch:min-h-11"
                      >
                        {unit.region.shortName}
                      </SoftLink>
                    ),
                  },
                  ...(isStaff
                    ? [
                        {
                          term: t("owner"),
                          value: <OwnBadge own={unit.own} archived={unit.archived} />,
                        },
                      ]
                    : []),
                ]}
              />
            </CardBody>
          </Card>
          <RegionInnovations innovations={innovations}>
            <Pagination
              page={innovations.page}
              pages={innovations.pages}
              hrefOf={(next) => `${unitPath(unit.id)}?page=${next}`}
            />
          </RegionInnovations>
        </div>
        {uses && <CohortUses uses={uses} />}
      </div>
    </>
  );
  // Words for the forms, for those who have them.
  if (!editIn) return content;
  return <Messages namespaces={["catalogue", "issues", "refusals"]}>{content}</Messages>;
}

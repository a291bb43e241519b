import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { DoorCard } from "@/components/staff/door-card";
import { OfferCard } from "@/components/staff/offer-card";
import { PersonFacts } from "@/components/staff/person-facts";
import { RoleCard } from "@/components/staff/role-card";
import { SuspensionCard } from "@/components/staff/suspension-card";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { officePath } from "@/lib/center/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadCenterPerson } from "@/lib/staff/loaders";
import { centerPersonPath } from "@/lib/staff/model";

interface Props {
  params: Promise<{ centerId: string; personId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("title") };
}

export default async function CenterPersonPage({ params }: Props) {
  const { centerId, personId } = await params;
  const [{ person, sends, isSelf }, t, o] = await Promise.all([
    loadCenterPerson(centerId, personId),
    getTranslations("staff"),
    getTranslations("office"),
  ]);
  const { can } = person;
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={[
              { href: officePath(centerId), label: o("title") },
              { href: officePath(centerId, "people"), label: t("title") },
            ]}
          />
        }
        title={person.name}
        lede={isSelf ? t("self") : undefined}
        actions={
          can.merge && (
            <Button variant="secondary" href={`${centerPersonPath(centerId, personId)}/merge`}>
              {t("merge.open")}
            </Button>
          )
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <PersonFacts person={person} />
        <Messages namespaces={["staff", "admin", "issues", "refusals"]}>
          <div className="grid gap-5">
            {can.administer && person.isOffered && (
              <OfferCard centerId={centerId} personId={personId} />
            )}
            <DoorCard centerId={centerId} person={person} sends={sends} />
            {can.administer && person.role && (
              <RoleCard
                centerId={centerId}
                personId={personId}
                name={person.name}
                role={person.role}
              />
            )}
            {can.suspend && (
              <SuspensionCard
                centerId={centerId}
                personId={personId}
                name={person.name}
                isSuspended={person.isSuspended}
              />
            )}
          </div>
        </Messages>
      </div>
    </>
  );
}

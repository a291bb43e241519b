import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { SoftLink } from "@/components/ui/soft-link";
import { cohortPath } from "@/lib/cohort/model";
import type { CenterPerson } from "@/lib/staff/model";
import { AccessBadge } from "./access-badge";

/** Who somebody is to a centre: identity, account, and the cohorts in which they are or were. */
export function PersonFacts({ person }: { person: CenterPerson }) {
  const t = useTranslations("staff");
  const people = useTranslations("people");
  return (
    <div className="grid gap-5">
      <Card as="section" aria-labelledby="identity">
        <CardHeader id="identity" title={t("identity")} />
        <CardBody>
          <DefinitionList
            items={[
              { term: t("email"), value: person.email ?? t("noEmail") },
              { term: t("idNumber"), value: person.idNumber ?? t("noEmail") },
              {
                term: t("role"),
                value: (
                  <span className="flex flex-wrap gap-1.5">
                    {person.role ? t(`roles.${person.role}`) : t("noRole")}
                    {person.isOffered && <Badge tone="accent">{t("offered")}</Badge>}
                  </span>
                ),
              },
              {
                term: t("access"),
                value: (
                  <span className="flex flex-wrap gap-1.5">
                    <AccessBadge access={person.access} />
                    {person.isSuspended && <Badge tone="late">{t("suspended")}</Badge>}
                    {person.isDeactivated && <Badge tone="late">{t("deactivated")}</Badge>}
                  </span>
                ),
              },
              ...(person.aliases.length > 0
                ? [
                    {
                      term: t("aliases"),
                      value: person.aliases.map(({ name }) => name).join(", "),
                    },
                  ]
                : []),
            ]}
          />
        </CardBody>
      </Card>
      <Card as="section" aria-labelledby="enrolments">
        <CardHeader id="enrolments" title={t("enrolments")} />
        {person.enrolments.length === 0 ? (
          <CardBody className="text-ink-3">{t("noEnrolments")}</CardBody>
        ) : (
          <ul className="divide-y divide-line">
            {person.enrolments.map((enrolment) => (
              <li key={enrolment.enrolmentId} className="px-4 py-2.5 sm:px-4.5">
                <SoftLink
                  href={cohortPath(enrolment.cohortId, "people")}
                  className="link inline-flex items-center font-semibold wrap-anywhere touch:min-h-11"
                >
                  {enrolment.cohort}
                </SoftLink>
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-2">
                  {people(`roles.${enrolment.role}`)} · {enrolment.agency} ·{" "}
                  {t("asRoster", { name: enrolment.fullName })}
                  {enrolment.role === "PARTICIPANT" &&
                    ` · ${t("assignments", { count: enrolment.assignments })}`}
                  {enrolment.withdrawnAt && <Badge>{t("left")}</Badge>}
                  {enrolment.isOffered && <Badge tone="accent">{t("offeredPlace")}</Badge>}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { EmptyRow, Table } from "@/components/ui/table";
import type { AgencyCohort, AgencyPerson } from "@/lib/agency/model";
import { cohortPath } from "@/lib/cohort/model";
import { workHref } from "@/lib/dashboard/model";
import { centerPersonPath } from "@/lib/staff/model";

/** Whom an agency sent to the centre's cohorts, each leading to what the centre knows of them. */
export function AgencyPeople({
  centerId,
  people,
  total,
  children,
}: {
  centerId: string;
  people: AgencyPerson[];
  total: number;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue.agencies");
  const roster = useTranslations("roster");
  return (
    <Card as="section">
      <CardHeader title={t("sent")} note={t("peopleCount", { count: total })} />
      <Table label={t("sent")} stack>
        <thead>
          <tr>
            <th scope="col">{roster("fields.fullName")}</th>
            <th scope="col">{roster("fields.position")}</th>
            <th scope="col">{roster("fields.role")}</th>
            <th scope="col">{t("cohort")}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.enrolmentId}>
              <td>
                <div className="min-w-0 wrap-anywhere">
                  <SoftLink
                    href={centerPersonPath(centerId, person.personId)}
                    className="link inline-flex items-center font-semibold touch:min-h-11"
                  >
                    {person.name}
                  </SoftLink>
                  {person.workUnit && (
                    <span className="block text-sm text-ink-2">{person.workUnit}</span>
                  )}
                </div>
              </td>
              <td data-label={roster("fields.position")} className="wrap-anywhere">
                {person.position || "–"}
              </td>
              <td data-label={roster("fields.role")}>
                <span className="inline-flex flex-wrap gap-1.5">
                  {roster(`roles.${person.role}`)}
                  {person.withdrawn && <Badge tone="late">{t("left")}</Badge>}
                </span>
              </td>
              <td data-label={t("cohort")} className="wrap-anywhere">
                <SoftLink
                  href={cohortPath(person.cohortId)}
                  className="link inline-flex items-center touch:min-h-11"
                >
                  {person.cohort}
                </SoftLink>
              </td>
            </tr>
          ))}
          {total === 0 && <EmptyRow columns={4}>{t("nobody")}</EmptyRow>}
        </tbody>
      </Table>
      {children}
    </Card>
  );
}

/** The centre's cohorts to which an agency sent people, and how far they have come with evaluating. */
export function AgencyCohorts({
  agencyId,
  cohorts,
}: {
  agencyId: string;
  cohorts: AgencyCohort[];
}) {
  const t = useTranslations("catalogue.agencies");
  return (
    <Card as="section">
      <CardHeader title={t("cohorts")} />
      {cohorts.length === 0 && <p className="px-4 py-6 text-center text-ink-3">{t("noCohorts")}</p>}
      <ul className="divide-y divide-line">
        {cohorts.map(({ cohortId, name, program, participants, assigned, evaluated }) => (
          <li key={cohortId} className="px-4 py-3 sm:px-4.5">
            <SoftLink
              href={cohortPath(cohortId)}
              className="link inline-flex items-center font-semibold wrap-anywhere touch:min-h-11"
            >
              {program}, {name}
            </SoftLink>
            <p className="text-md text-ink-2">{t("participants", { count: participants })}</p>
            {assigned > 0 && (
              <SoftLink
                href={workHref(cohortId, { stage: "EVALUATE", agency: agencyId })}
                className="link inline-flex items-center text-md touch:min-h-11"
              >
                {t("evaluated", { evaluated, assigned })}
              </SoftLink>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

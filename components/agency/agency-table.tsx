import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AddEntry, EntryButtons } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { type AgencyRow, agencyPath } from "@/lib/agency/model";
import { saveAgencyAction } from "@/lib/catalogue/actions";
import { useAgencyFields } from "./agency-fields";

/** A centre's agencies, to be added and edited by whoever organises. */
export function AgencyTable({
  centerId,
  rows,
  total,
  canOrganize,
  children,
}: {
  centerId: string;
  rows: AgencyRow[];
  total: number;
  canOrganize: boolean;
  /** Below the table: its pages, or that there is nothing. */
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  return (
    <EntryScope
      kind="agency"
      centerId={centerId}
      fields={useAgencyFields()}
      titles={{ add: t("agencies.add"), edit: t("agencies.edit") }}
      save={saveAgencyAction}
    >
      <Card as="section">
        <CardHeader
          title={t("agencies.title")}
          note={t("agencies.found", { count: total })}
          actions={canOrganize && <AddEntry size="sm" label={t("agencies.add")} />}
        />
        {rows.length > 0 && (
          <Table label={t("agencies.title")} stack>
            <thead>
              <tr>
                <th scope="col">{t("agencies.name")}</th>
                <th scope="col">{t("agencies.shortName")}</th>
                <th scope="col">{t("agencies.type")}</th>
                <th scope="col">{t("agencies.people")}</th>
                <th scope="col">{t("owner")}</th>
                {canOrganize && (
                  <th scope="col" data-align="end">
                    <span className="sr-only">{t("actions")}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ own, archived, people, ...row }) => (
                <tr key={row.id}>
                  <td className="wrap-anywhere">
                    <Link
                      href={agencyPath(centerId, row.id)}
                      className="link inline-flex items-center font-semibold touch:min-h-11"
                    >
                      {row.name}
                    </Link>
                  </td>
                  <td data-label={t("agencies.shortName")}>{row.shortName}</td>
                  <td data-label={t("agencies.type")}>{t(`agencyType.${row.type}`)}</td>
                  <td data-label={t("agencies.people")} data-nowrap>
                    {t("agencies.peopleCount", { count: people })}
                  </td>
                  <td data-label={t("owner")} data-nowrap>
                    <OwnBadge own={own} archived={archived} />
                  </td>
                  {canOrganize && (
                    <td data-align="end">
                      {own && (
                        <EntryButtons
                          entry={{
                            id: row.id,
                            version: row.version,
                            name: row.shortName,
                            values: { name: row.name, shortName: row.shortName, type: row.type },
                            archived,
                            used: people > 0,
                          }}
                        />
                      )}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {children}
      </Card>
    </EntryScope>
  );
}

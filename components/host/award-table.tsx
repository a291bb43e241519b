import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AddEntry } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { ConfidenceBadge } from "@/components/innovation/confidence-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { saveAwardAction } from "@/lib/catalogue/actions";
import { type AwardRow, awardPath, hostPath, type InRegion } from "@/lib/host/model";
import { innovationPath } from "@/lib/innovation/model";
import { useAwardFields, useRegionChoice } from "./region-fields";

/** The awards of all regions, each leading to its page, where it is edited too. */
export function AwardTable({
  centerId,
  rows,
  total,
  regions,
  canOrganize,
  children,
}: {
  centerId: string;
  rows: (AwardRow & InRegion)[];
  total: number;
  /** In which an award can be added. */
  regions: readonly { id: string; name: string }[];
  canOrganize: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  const words = useTranslations("innovations");
  return (
    <EntryScope
      kind="award"
      centerId={centerId}
      // Which innovation it honours is said on its page: they are those of its region.
      fields={[useRegionChoice(regions), ...useAwardFields(null)]}
      titles={{ add: t("awards.add"), edit: t("awards.edit") }}
      save={saveAwardAction}
    >
      <Card as="section">
        <CardHeader
          title={t("awards.title")}
          note={t("awards.note", { count: total })}
          actions={canOrganize && <AddEntry size="sm" label={t("awards.add")} />}
        />
        {rows.length > 0 && (
          <Table label={t("awards.title")} stack>
            <thead>
              <tr>
                <th scope="col">{t("awards.name")}</th>
                <th scope="col">{t("awards.rank")}</th>
                <th scope="col">{t("awards.level")}</th>
                <th scope="col">{t("form.region")}</th>
                <th scope="col">{t("awards.honours")}</th>
                <th scope="col">{t("confidence")}</th>
                <th scope="col">{t("owner")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((award) => (
                <tr key={award.id}>
                  <td className="wrap-anywhere">
                    <Link
                      href={awardPath(award.id)}
                      className="link inline-flex items-center font-semibold touch:min-h-11"
                    >
                      {award.name} {award.year}
                    </Link>
                  </td>
                  <td data-label={t("awards.rank")} className="wrap-anywhere">
                    {award.rank}
                  </td>
                  <td data-label={t("awards.level")}>{words(`level.${award.level}`)}</td>
                  <td data-label={t("form.region")} className="wrap-anywhere">
                    <Link
                      href={hostPath(award.region.id)}
                      className="link inline-flex items-center touch:min-h-11"
                    >
                      {award.region.shortName}
                    </Link>
                  </td>
                  <td data-label={t("awards.honours")} className="wrap-anywhere">
                    {award.innovation ? (
                      <Link
                        href={innovationPath(award.innovation.id)}
                        className="link inline-flex items-center touch:min-h-11"
                      >
                        {award.innovation.code}
                      </Link>
                    ) : (
                      "–"
                    )}
                  </td>
                  <td data-label={t("confidence")} data-nowrap>
                    <ConfidenceBadge confidence={award.confidence} />
                  </td>
                  <td data-label={t("owner")} data-nowrap>
                    <OwnBadge own={award.own} />
                  </td>
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

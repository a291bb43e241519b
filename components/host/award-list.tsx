import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AddEntry, EntryButtons } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { ConfidenceBadge } from "@/components/innovation/confidence-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { AwardIcon } from "@/components/ui/icons";
import { saveAwardAction } from "@/lib/catalogue/actions";
import type { AwardRow, Paged } from "@/lib/host/model";
import { innovationPath } from "@/lib/innovation/model";
import { useAwardFields } from "./region-fields";
import type { Managed } from "./unit-list";

/** The awards of a region, each with its source and how sure it is. */
export function AwardList({
  awards,
  manage,
  honourable,
  office,
  children,
}: {
  awards: Paged<AwardRow>;
  manage: Managed | null;
  honourable: readonly { id: string; name: string }[];
  office?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  const words = useTranslations("innovations");
  const fields = useAwardFields(honourable);
  const card = (
    <Card as="section">
      <CardHeader
        title={t("awards.title")}
        note={t("awards.note", { count: awards.total })}
        actions={manage && <AddEntry size="sm" label={t("awards.add")} />}
      />
      {awards.total === 0 && (
        <p className="px-4 py-6 text-center text-ink-3">{t("awards.empty")}</p>
      )}
      <ul className="divide-y divide-line">
        {awards.rows.map(({ innovation, own, ...award }) => (
          <li key={award.id} className="flex items-start gap-3 px-4 py-3 sm:px-4.5">
            <AwardIcon size={18} className="mt-0.5 flex-none text-ink-3" />
            <div className="grid min-w-0 flex-1 justify-items-start gap-1">
              <p className="font-semibold wrap-anywhere">
                {award.name} {award.year}
              </p>
              <p className="text-md text-ink-2 wrap-anywhere">
                {award.rank}&nbsp;· {words(`level.${award.level}`)}
                {award.giver && <>&nbsp;· {words("awardGiver", { giver: award.giver })}</>}
              </p>
              {innovation && (
                <Link
                  href={innovationPath(innovation.id)}
                  className="link inline-flex items-center text-md touch:min-h-11"
                >
                  {t("awards.for", { code: innovation.code })}
                </Link>
              )}
              {award.note && <p className="text-sm text-ink-2 wrap-anywhere">{award.note}</p>}
              <p className="text-sm text-ink-3 wrap-anywhere">
                {words("source", { source: award.source })}
              </p>
              <p className="mt-0.5 flex flex-wrap gap-1.5">
                <ConfidenceBadge confidence={award.confidence} />
                {office && <OwnBadge own={own} />}
              </p>
            </div>
            {manage && own && (
              <EntryButtons
                entry={{
                  id: award.id,
                  version: award.version,
                  name: `${award.name} ${award.year}`,
                  values: {
                    name: award.name,
                    level: award.level,
                    year: award.year,
                    rank: award.rank,
                    giver: award.giver,
                    innovationId: innovation?.id ?? null,
                    note: award.note,
                    source: award.source,
                    confidence: award.confidence,
                  },
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {children}
    </Card>
  );
  if (!manage) return card;
  return (
    <EntryScope
      kind="award"
      centerId={manage.centerId}
      fixed={{ hostRegionId: manage.hostRegionId }}
      fields={fields}
      titles={{ add: t("awards.add"), edit: t("awards.edit") }}
      save={saveAwardAction}
    >
      {card}
    </EntryScope>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { ConfidenceBadge } from "@/components/innovation/confidence-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { AwardIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { type AwardRow, awardPath, type Paged } from "@/lib/host/model";
import { innovationPath } from "@/lib/innovation/model";

/** The awards of a region, each with its source and how sure it is. */
export function AwardList({
  awards,
  add,
  buttonsOf,
  office,
  children,
}: {
  awards: Paged<AwardRow>;
  /** For whoever organises: how awards are added, and what can be done with one. */
  add?: ReactNode;
  buttonsOf?: (award: AwardRow) => ReactNode;
  office?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  const words = useTranslations("innovations");
  return (
    <Card as="section">
      <CardHeader
        title={t("awards.title")}
        note={t("awards.note", { count: awards.total })}
        actions={add}
      />
      {awards.total === 0 && (
        <p className="px-4 py-6 text-center text-ink-3">{t("awards.empty")}</p>
      )}
      <ul className="divide-y divide-line">
        {awards.rows.map((award) => (
          <li key={award.id} className="flex items-start gap-3 px-4 py-3 sm:px-4.5">
            <AwardIcon size={18} className="mt-0.5 flex-none text-ink-3" />
            <div className="grid min-w-0 flex-1 justify-items-start gap-1">
              <SoftLink
                href={awardPath(award.id)}
                className="link inline-flex items-center font-semibold wrap-anywhere touch:min-h-11"
              >
                {award.name} {award.year}
              </SoftLink>
              <p className="text-md text-ink-2 wrap-anywhere">
                {award.rank}&nbsp;· {words(`level.${award.level}`)}
                {award.giver && <>&nbsp;· {words("awardGiver", { giver: award.giver })}</>}
              </p>
              {award.innovation && (
                <SoftLink
                  href={innovationPath(award.innovation.id)}
                  className="link inline-flex items-center text-md touch:min-h-11"
                >
                  {t("awards.for", { code: award.innovation.code })}
                </SoftLink>
              )}
              {award.note && <p className="text-sm text-ink-2 wrap-anywhere">{award.note}</p>}
              <p className="text-sm text-ink-3 wrap-anywhere">
                {words("source", { source: award.source })}
              </p>
              <p className="mt-0.5 flex flex-wrap gap-1.5">
                <ConfidenceBadge confidence={award.confidence} />
                {office && <OwnBadge own={award.own} />}
              </p>
            </div>
            {buttonsOf?.(award)}
          </li>
        ))}
      </ul>
      {children}
    </Card>
  );
}

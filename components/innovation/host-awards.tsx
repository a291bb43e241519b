import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { AwardIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { awardPath } from "@/lib/host/model";
import type { HostAward } from "@/lib/innovation/model";
import { ConfidenceBadge } from "./confidence-badge";

/** Awards of the host region: of the region, never innovations themselves. */
export function HostAwards({ host, awards }: { host: string; awards: HostAward[] }) {
  const t = useTranslations("innovations");
  return (
    <Card as="section">
      <CardHeader title={t("awards", { host })} />
      {awards.length === 0 ? (
        <p className="px-4 py-6 text-center text-ink-3">{t("noAwards")}</p>
      ) : (
        <>
          <p className="px-4 pt-3 text-sm text-ink-3 sm:px-4.5">{t("awardsNote")}</p>
          <ul className="divide-y divide-line">
            {awards.map((award) => (
              <li key={award.id} className="flex gap-3 px-4 py-3 sm:px-4.5">
                <AwardIcon size={18} className="mt-0.5 flex-none text-ink-3" />
                <div className="grid min-w-0 justify-items-start gap-1">
                  <SoftLink
                    href={awardPath(award.id)}
                    className="link inline-flex items-center font-semibold wrap-anywhere touch:min-h-11"
                  >
                    {award.name} {award.year}
                  </SoftLink>
                  <p className="text-md text-ink-2 wrap-anywhere">
                    {award.rank} · {t(`level.${award.level}`)}
                    {award.giver && ` · ${t("awardGiver", { giver: award.giver })}`}
                  </p>
                  {award.note && <p className="text-sm text-ink-2 wrap-anywhere">{award.note}</p>}
                  <p className="text-sm text-ink-3 wrap-anywhere">
                    {t("source", { source: award.source })}
                  </p>
                  <p className="mt-0.5 flex flex-wrap gap-1.5">
                    {award.isForThis && <Badge tone="accent">{t("awardForThis")}</Badge>}
                    <ConfidenceBadge confidence={award.confidence} />
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

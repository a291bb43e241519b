import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { OfficeOverview } from "@/lib/center/model";

/** What a centre has: its own, and what all centres share. */
export function OfficeFigures({ overview }: { overview: OfficeOverview }) {
  const t = useTranslations("office.figures");
  const figures = [
    { key: "cohorts", own: overview.cohorts, shared: null },
    { key: "staff", own: overview.staff, shared: null },
    { key: "agencies", ...overview.agencies },
    { key: "hostRegions", ...overview.hostRegions },
    { key: "innovations", ...overview.innovations },
    { key: "rubrics", ...overview.rubrics },
  ] as const;
  return (
    <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3">
      {figures.map(({ key, own, shared }) => (
        <Card as="li" key={key} className="px-4 py-3.5">
          <p className="text-sm text-ink-2">{t(key)}</p>
          <p className="text-xl font-bold tabular-nums">{shared === null ? own : own + shared}</p>
          {shared !== null && (
            <p className="text-sm text-ink-3">{t("ownAndShared", { own, shared })}</p>
          )}
        </Card>
      ))}
    </ul>
  );
}

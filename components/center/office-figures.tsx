import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { type OfficeOverview, officePath } from "@/lib/center/model";

/** What a centre has, its own and what all centres share; each figure leads to its list. */
export function OfficeFigures({ overview }: { overview: OfficeOverview }) {
  const t = useTranslations("office.figures");
  const { id } = overview.center;
  const figures = [
    { key: "cohorts", href: "/cohorts", own: overview.cohorts, shared: null },
    { key: "staff", href: officePath(id, "people"), own: overview.staff, shared: null },
    { key: "hostRegions", href: officePath(id, "hosts"), ...overview.hostRegions },
    { key: "innovations", href: "/innovations", ...overview.innovations },
    { key: "agencies", href: officePath(id, "agencies"), ...overview.agencies },
    { key: "rubrics", href: officePath(id, "rubrics"), ...overview.rubrics },
  ] as const;
  return (
    <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3">
      {figures.map(({ key, href, own, shared }) => (
        <Card as="li" key={key}>
          <SoftLink href={href} className="block h-full rounded-md px-4 py-3.5 hover:bg-sunken">
            <span className="block text-sm text-ink-2">{t(key)}</span>
            <span className="block text-xl font-bold tabular-nums">{own + (shared ?? 0)}</span>
            {shared !== null && (
              <span className="block text-sm text-ink-3">{t("ownAndShared", { own, shared })}</span>
            )}
          </SoftLink>
        </Card>
      ))}
    </ul>
  );
}

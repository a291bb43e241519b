import { useTranslations } from "next-intl";
import { EntryFilters } from "@/components/catalogue/entry-filters";
import { OWNERSHIPS } from "@/lib/catalogue/model";
import { AWARD_LEVELS } from "@/lib/host/model";
import type { AwardListQuery, UnitListQuery } from "@/lib/host/schema";
import { CONFIDENCES } from "@/lib/innovation/model";

type Query = Partial<UnitListQuery & AwardListQuery>;
const FILTERS = ["q", "region", "level", "confidence", "owner", "archived"] as const;

/** Narrows the list of units, or of awards; all of it stands in the address. */
export function HostListFilters({
  list,
  action,
  query,
  regions,
}: {
  list: "units" | "awards";
  action: string;
  query: Query;
  regions: readonly { id: string; name: string }[];
}) {
  const t = useTranslations("catalogue");
  const words = useTranslations("innovations");
  return (
    <EntryFilters
      action={action}
      address={hostListHref(action, query)}
      search={t(`${list}.search`)}
      q={query.q}
      selects={[
        {
          name: "region",
          label: t("form.region"),
          any: t("form.region"),
          value: query.region,
          options: regions.map(({ id, name }) => ({ value: id, label: name })),
        },
        ...(list === "awards"
          ? [
              {
                name: "level",
                label: t("awards.level"),
                any: t("awards.level"),
                value: query.level,
                options: AWARD_LEVELS.map((value) => ({ value, label: words(`level.${value}`) })),
              },
              {
                name: "confidence",
                label: t("confidence"),
                any: t("confidence"),
                value: query.confidence,
                options: CONFIDENCES.map((value) => ({
                  value,
                  label: words(`confidence.${value}`),
                })),
              },
            ]
          : []),
        {
          name: "owner",
          label: t("owner"),
          any: t("anyOwner"),
          value: query.owner,
          options: OWNERSHIPS.map((value) => ({ value, label: t(`ownerOf.${value}`) })),
        },
        ...(list === "units"
          ? [
              {
                name: "archived",
                label: t("status"),
                any: t("inUse"),
                value: query.archived,
                options: [{ value: "1", label: t("onlyArchived") }],
              },
            ]
          : []),
      ]}
    />
  );
}

/** The address of such a list. */
export function hostListHref(action: string, query: Query, page = 1): string {
  const asked = new URLSearchParams();
  for (const name of FILTERS) {
    const value = query[name];
    if (value) asked.set(name, value);
  }
  if (page > 1) asked.set("page", String(page));
  const written = asked.toString();
  return written ? `${action}?${written}` : action;
}

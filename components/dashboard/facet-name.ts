import type { useTranslations } from "next-intl";
import { type Facet, type FacetRow, NONE } from "@/lib/dashboard/model";

/** What a group, an agency, an innovation or a facilitator is called where there is little room. */
export function facetName(
  t: ReturnType<typeof useTranslations<"dashboard">>,
  facet: Facet,
  row: Pick<FacetRow, "id" | "shortName">,
): string {
  return row.id === NONE ? t(`none.${facet}`) : row.shortName;
}

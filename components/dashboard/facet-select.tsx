import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/input";
import type { CohortCounts, Facet } from "@/lib/dashboard/model";
import { facetName } from "./facet-name";

/** Chooses one group, agency, innovation or facilitator of the cohort. */
export function FacetSelect({
  facet,
  counts,
  value,
}: {
  facet: Facet;
  counts: CohortCounts;
  value: string | undefined;
}) {
  const t = useTranslations("dashboard");
  return (
    <Select
      name={facet}
      defaultValue={value ?? ""}
      aria-label={t(`facet.${facet}`)}
      className="w-auto min-w-36 flex-1 sm:max-w-52"
    >
      <option value="">{t(`board.any.${facet}`)}</option>
      {counts[facet].map((row) => (
        <option key={row.id} value={row.id}>
          {facetName(t, facet, row)}
        </option>
      ))}
    </Select>
  );
}

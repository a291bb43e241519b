import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/input";
import type { CohortCounts, Facet } from "@/lib/dashboard/model";
import { facetName } from "./facet-name";

/** Chooses one group, agency, innovation or facilitator of the cohort. */
export function FacetSelect({
  facet,
  counts,
  value,
  className,
}: {
  facet: Facet;
  counts: CohortCounts;
  value: string | undefined;
  className?: string;
}) {
  const t = useTranslations("dashboard");
  return (
    <Select
      name={facet}
      defaultValue={value ?? ""}
      aria-label={t(`facet.${facet}`)}
      className={className}
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

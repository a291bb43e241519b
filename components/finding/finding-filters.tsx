import Form from "next/form";
import { useTranslations } from "next-intl";
import { ViewsLink } from "@/components/saved-view/views-link";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import { SoftLink } from "@/components/ui/soft-link";
import { cohortPath } from "@/lib/cohort/model";
import {
  type FindingFilter,
  type FindingList,
  findingsHref,
  type InnovationRef,
} from "@/lib/finding/model";
import { OBSTACLE_CATEGORIES, OBSTACLE_LOCI } from "@/lib/obstacle/model";
import { TRANSFER_TYPES } from "@/lib/solution/model";

/** Narrows a list of findings by what its rows have; all of it stands in the address. */
export function FindingFilters({
  cohortId,
  list,
  filter,
  innovations,
}: {
  cohortId: string;
  list: FindingList;
  filter: FindingFilter;
  innovations: InnovationRef[];
}) {
  const t = useTranslations("findings.filter");
  const terms = useTranslations("terms");
  const { innovation, category, locus, transfer, forHost } = filter;
  const select = (
    name: string,
    any: string,
    value: string | undefined,
    options: { value: string; label: string }[],
  ) => (
    <Select
      name={name}
      defaultValue={value ?? ""}
      aria-label={any}
      className="w-auto min-w-40 flex-1 sm:max-w-64"
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
  return (
    <Form
      action={cohortPath(cohortId, "findings")}
      className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-3 sm:px-4.5 print:hidden"
    >
      <input type="hidden" name="list" value={list} />
      {select(
        "innovation",
        t("anyInnovation"),
        innovation,
        innovations.map(({ id, code }) => ({ value: id, label: code })),
      )}
      {list === "causes" && (
        <>
          {select(
            "category",
            t("anyCategory"),
            category,
            OBSTACLE_CATEGORIES.map((value) => ({
              value,
              label: terms(`obstacleCategory.${value}`),
            })),
          )}
          {select(
            "locus",
            t("anyLocus"),
            locus,
            OBSTACLE_LOCI.map((value) => ({ value, label: terms(`obstacleLocus.${value}`) })),
          )}
        </>
      )}
      {list === "solutions" && (
        <>
          {select(
            "transfer",
            t("anyTransfer"),
            transfer,
            TRANSFER_TYPES.map((value) => ({ value, label: terms(`transferType.${value}`) })),
          )}
          {select("host", t("anyFor"), forHost === undefined ? undefined : forHost ? "1" : "0", [
            { value: "0", label: t("own") },
            { value: "1", label: t("host") },
          ])}
        </>
      )}
      <Button type="submit" variant="secondary">
        {t("apply")}
      </Button>
      {findingsHref(cohortId, list, filter) !== findingsHref(cohortId, list) && (
        <SoftLink
          href={findingsHref(cohortId, list)}
          className="link ml-1 inline-flex items-center text-sm touch:min-h-11"
        >
          {t("clear")}
        </SoftLink>
      )}
      <ViewsLink
        cohortId={cohortId}
        page="FINDINGS"
        pageHref={findingsHref(cohortId, list, filter)}
      />
    </Form>
  );
}

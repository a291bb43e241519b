import { useTranslations } from "next-intl";
import { HeatMap } from "@/components/charts/heat-map";
import { SoftLink } from "@/components/ui/soft-link";
import { findingsHref, type InnovationRef, type SolutionCount } from "@/lib/finding/model";
import { TRANSFER_TYPES } from "@/lib/solution/model";
import { HeatCard } from "./heat-card";

/** How what was seen is taken over: innovation × kind of transfer of the chosen solutions. */
export function SolutionHeat({
  cohortId,
  innovations,
  solutions,
}: {
  cohortId: string;
  innovations: InnovationRef[];
  solutions: SolutionCount[];
}) {
  const t = useTranslations("findings.solutions");
  const terms = useTranslations("terms");
  const sum = (counts: SolutionCount[]) => counts.reduce((total, { count }) => total + count, 0);
  const total = sum(solutions);
  return (
    <HeatCard of="solutions" cohortId={cohortId} total={total}>
      <HeatMap
        stage="SOLUTION"
        label={t("title")}
        rowLabel={t("innovation")}
        columns={TRANSFER_TYPES.map((transfer) => ({
          key: transfer,
          label: terms(`transferType.${transfer}`),
        }))}
        rows={innovations.map(({ id, code }) => {
          const own = solutions.filter(({ innovationId }) => innovationId === id);
          return {
            id,
            label: code,
            href:
              own.length > 0 ? findingsHref(cohortId, "solutions", { innovation: id }) : undefined,
            cells: Object.fromEntries(
              TRANSFER_TYPES.map((transfer) => [
                transfer,
                {
                  value: sum(own.filter(({ transferType }) => transferType === transfer)),
                  href: findingsHref(cohortId, "solutions", { innovation: id, transfer }),
                },
              ]),
            ),
          };
        })}
      />
      <ul className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line px-4 py-3 text-sm sm:px-4.5">
        {[false, true].map((forHost) => (
          <li key={String(forHost)}>
            <SoftLink
              href={findingsHref(cohortId, "solutions", { forHost })}
              className="figure-link"
            >
              {t(forHost ? "forHost" : "forOwn", {
                count: sum(solutions.filter((solution) => solution.forHost === forHost)),
              })}
            </SoftLink>
          </li>
        ))}
      </ul>
    </HeatCard>
  );
}

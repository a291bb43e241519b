import { useTranslations } from "next-intl";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { cohortPath } from "@/lib/cohort/model";
import { workHref } from "@/lib/dashboard/model";
import type { CohortUse } from "@/lib/innovation/model";

/**
 * Which cohorts of one's own centre evaluate an innovation, or all of a unit or region, in numbers.
 *
 * @param innovationId of the one that it is about, whose work is led to
 */
export function CohortUses({ uses, innovationId }: { uses: CohortUse[]; innovationId?: string }) {
  const t = useTranslations("innovations");
  return (
    <Card as="section">
      <CardHeader title={t("uses")} />
      <p className="border-b border-line px-4 py-2.5 text-sm text-ink-2 sm:px-4.5">
        {uses.length > 0 ? t("usesNote") : t("noUses")}
      </p>
      <ul className="divide-y divide-line">
        {uses.map(({ cohortId, name, program, assigned, evaluated }) => (
          <li key={cohortId} className="px-4 py-3 sm:px-4.5">
            <SoftLink
              href={cohortPath(cohortId)}
              className="link inline-flex items-center font-semibold wrap-anywhere touch:min-h-11"
            >
              {program}, {name}
            </SoftLink>
            <p className="text-md text-ink-2">
              {innovationId ? (
                <SoftLink
                  href={workHref(cohortId, { stage: "EVALUATE", innovation: innovationId })}
                  className="link inline-flex items-center touch:min-h-11"
                >
                  {t("useCount", { evaluated, assigned })}
                </SoftLink>
              ) : (
                t("useCountMany", { evaluated, assigned })
              )}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

import { useTranslations } from "next-intl";
import { StageChip } from "@/components/stage/stage-chip";
import { Card, CardHeader } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { SoftLink } from "@/components/ui/soft-link";
import { reviewHref } from "@/lib/dashboard/model";
import type { Paged } from "@/lib/host/model";
import { type Evaluator, innovationPath } from "@/lib/innovation/model";

/** Who evaluated an innovation in the cohorts of one's own centre, each leading to what they wrote. */
export function Evaluators({
  innovationId,
  evaluators,
}: {
  innovationId: string;
  evaluators: Paged<Evaluator>;
}) {
  const t = useTranslations("innovations");
  if (evaluators.total === 0) return null;
  return (
    <Card as="section">
      <CardHeader title={t("evaluators")} note={t("evaluatorsNote", { count: evaluators.total })} />
      <ul className="divide-y divide-line">
        {evaluators.rows.map(({ assignmentId, name, agency, cohort, state }) => (
          <li
            key={assignmentId}
            className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-2.5 sm:px-4.5"
          >
            <div className="min-w-0">
              <SoftLink
                href={reviewHref(assignmentId, "EVALUATE")}
                className="link inline-flex items-center font-semibold wrap-anywhere touch:min-h-11"
              >
                {name}
              </SoftLink>
              <p className="text-sm text-ink-2 wrap-anywhere">
                {agency}&nbsp;· {cohort}
              </p>
            </div>
            <StageChip kind="EVALUATE" state={state} />
          </li>
        ))}
      </ul>
      <Pagination
        page={evaluators.page}
        pages={evaluators.pages}
        hrefOf={(page) => `${innovationPath(innovationId)}?evaluators=${page}`}
      />
    </Card>
  );
}

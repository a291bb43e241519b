import { useTranslations } from "next-intl";
import { CriterionText } from "@/components/rubric/criterion-text";
import { VersionBadge } from "@/components/rubric/version-badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListChecksIcon } from "@/components/ui/icons";
import { maxTotalOf, totalWeight } from "@/lib/rubric/completeness";
import type { RubricDetail } from "@/lib/rubric/model";
import { SCALES } from "@/lib/rubric/model";

/** What the shown version of a rubric says. */
export function RubricContentCard({ rubric }: { rubric: RubricDetail }) {
  const t = useTranslations("rubrics");
  const { content, number, state } = rubric.shown;
  const max = maxTotalOf(content);
  const classification = rubric.purpose === "CLASSIFICATION";
  const facts = classification
    ? []
    : [
        t(`scale.${content.scaleKind}`),
        ...(SCALES[content.scaleKind].weighting === "PERCENT"
          ? [t("page.totalWeight", { total: totalWeight(content.criteria) })]
          : []),
        ...(max === null ? [] : [t("page.maxTotal", { max })]),
      ];
  return (
    <Card as="section" aria-labelledby="criteria-title">
      <CardHeader
        id="criteria-title"
        title={t(classification ? "page.kinds" : "page.criteria")}
        note={[t("versionOf", { number }), ...facts].join(" · ")}
        actions={!rubric.shared && <VersionBadge state={state} />}
      />
      {content.criteria.length > 0 ? (
        <ol className="divide-y divide-line">
          {content.criteria.map((criterion) => (
            <CriterionText key={criterion.code} criterion={criterion} purpose={rubric.purpose} />
          ))}
        </ol>
      ) : (
        <EmptyState icon={<ListChecksIcon size={22} />} title={t("page.noCriteria")}>
          {t("page.noCriteriaBody")}
        </EmptyState>
      )}
    </Card>
  );
}

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { type MergeDecision, type MergeSide, mergePath } from "@/lib/merging/model";
import { MergeConfirm } from "./merge-confirm";
import { MergeEffects } from "./merge-effects";

/** Two records side by side, and what making them one would do. */
export function MergePreview({
  centerId,
  keep,
  chosen: { double, decision, planned },
}: {
  centerId: string;
  keep: MergeSide;
  chosen: { double: MergeSide; decision: MergeDecision; planned: string | null };
}) {
  const t = useTranslations("staff.merge");
  return (
    <div className="grid gap-5">
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Side title={t("keep")} side={keep} />
        <Side title={t("double")} side={double} />
      </div>
      {decision.ok ? (
        <Card as="section" aria-labelledby="effects">
          <CardHeader id="effects" title={t("effects")} />
          <CardBody>
            <MergeEffects keep={keep} double={double} plan={decision.plan} />
          </CardBody>
        </Card>
      ) : (
        <Callout tone="late">
          {t(`refusals.${decision.reason}`, { cohort: decision.cohort ?? "" })}
        </Callout>
      )}
      <div className="flex flex-wrap gap-2">
        {planned && (
          <MergeConfirm
            centerId={centerId}
            keepId={keep.personId}
            doubleId={double.personId}
            planned={planned}
          />
        )}
        <Button variant="secondary" href={mergePath(centerId, double.personId, keep.personId)}>
          {t("swap")}
        </Button>
        <Button variant="ghost" href={mergePath(centerId, keep.personId)}>
          {t("other")}
        </Button>
      </div>
    </div>
  );
}

function Side({ title, side }: { title: string; side: MergeSide }) {
  const t = useTranslations("staff");
  return (
    <Card as="section">
      <CardHeader
        title={title}
        note={side.isElsewhere ? null : t(`merge.${side.hasAccess ? "account" : "noAccount"}`)}
      />
      <CardBody>
        <DefinitionList
          items={[
            { term: t("name"), value: side.name },
            { term: t("email"), value: side.email ?? t("noEmail") },
            { term: t("idNumber"), value: side.idNumber ?? t("noEmail") },
            {
              term: t("role"),
              value: side.staffRole ? t(`roles.${side.staffRole}`) : t("noRole"),
            },
            {
              term: t("cohorts"),
              value: side.enrolments.map(({ cohort }) => cohort).join(", ") || "–",
            },
          ]}
        />
      </CardBody>
    </Card>
  );
}

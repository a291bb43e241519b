import { useTranslations } from "next-intl";
import { Prose, ViewField, ViewRow } from "@/components/revision/field";
import { type Mark, useMark, type ViewExtras } from "@/components/revision/mark";
import { RiskList, RiskMatrix } from "@/components/revision/risk-list";
import { ViewFigures, ViewSection } from "@/components/revision/section";
import { CriterionScore } from "@/components/rubric/criterion-score";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { maskIdNumber } from "@/lib/enrolment/civil-servant";
import { useFormat } from "@/lib/i18n/use-format";
import type { Plan } from "@/lib/plan/model";
import { derivePlan } from "@/lib/plan/scoring";
import type { RubricDefinition } from "@/lib/rubric/model";
import { MilestoneTimeline } from "./milestone-timeline";
import { PlanResults } from "./plan-results";
import { StakeholderMap } from "./stakeholder-map";

export type PlanViewContext = {
  /** Titles of the solutions that it was built on. */
  solutions: readonly { id: string; title: string }[];
  agencyName: string;
  transferRubric: RubricDefinition;
};

/** A submission of stage 4, to be read: the innovation that will be carried out at home. */
export function PlanView({
  document,
  context,
  ...extras
}: { document: Plan; context: PlanViewContext } & ViewExtras) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const format = useFormat();
  const mark = useMark("PLAN", extras, context.transferRubric);
  const derived = derivePlan(document, context);
  const ends = document.milestones.flatMap(({ end }) => end ?? []).sort();
  const lastEnd = ends.at(-1);
  return (
    <div data-stage="PLAN" className="grid grid-cols-1 gap-4">
      <Title mark={mark} document={document} context={context} />
      <ViewFigures
        items={[
          {
            id: "readiness",
            label: t("derived.readiness"),
            value: derived.readiness === null ? "–" : format.decimal(derived.readiness),
            note: v("ofHundred"),
          },
          {
            id: "budget",
            label: v("budget"),
            value: document.budgetIdr === null ? "–" : format.rupiah(document.budgetIdr),
            note: document.budgetSource ? t(`budgetSource.${document.budgetSource}`) : undefined,
          },
          {
            id: "time",
            label: v("time"),
            value: (
              <span className="text-md">
                {derived.startsOn && lastEnd
                  ? `${format.dateShort(derived.startsOn)} – ${format.dateShort(lastEnd)}`
                  : "–"}
              </span>
            ),
            note: v("milestoneCount", { count: document.milestones.length }),
          },
          {
            id: "risk",
            label: v("highestRisk"),
            value: derived.highestRisk ?? "–",
            note: v("riskCount", { count: document.risks.length }),
          },
        ]}
      />

      <ViewSection id="change" title={t("section.PLAN.change")}>
        <ViewField
          mark={mark}
          path="problemStatement"
          label={t("field.PLAN.problemStatement.label")}
        >
          <Prose>{document.problemStatement}</Prose>
        </ViewField>
        <ViewField
          mark={mark}
          path="noveltyStatement"
          label={t("field.PLAN.noveltyStatement.label")}
        >
          <Prose>{document.noveltyStatement}</Prose>
        </ViewField>
        <div className="grid gap-4 sm:grid-cols-3">
          <ViewField mark={mark} path="form" label={t("field.PLAN.form.label")}>
            <p>{document.form ? t(`innovationForm.${document.form}`) : "–"}</p>
          </ViewField>
          <ViewField mark={mark} path="type" label={t("field.PLAN.type.label")}>
            <p>{document.type ? t(`innovationType.${document.type}`) : "–"}</p>
          </ViewField>
          <ViewField mark={mark} path="affair" label={t("field.PLAN.affair.label")}>
            <p>{document.affair ? t(`affair.${document.affair}`) : "–"}</p>
          </ViewField>
        </div>
      </ViewSection>

      <PlanResults mark={mark} document={document} />

      <ViewSection
        id="milestones"
        title={t("section.PLAN.milestones")}
        note={v("milestoneCount", { count: document.milestones.length })}
      >
        <MilestoneTimeline mark={mark} milestones={document.milestones} windows={derived.windows} />
      </ViewSection>

      <ViewSection id="people" title={t("section.PLAN.people")}>
        <ViewField mark={mark} path="stakeholders" label={t("field.PLAN.stakeholders.label")}>
          <div className="mt-2">
            <StakeholderMap
              mark={mark}
              stakeholders={document.stakeholders}
              quadrants={derived.quadrants}
            />
          </div>
        </ViewField>
        <ViewField mark={mark} path="team" label={t("field.PLAN.team.label")}>
          <ul className="mt-1 grid gap-x-6 gap-y-1.5 sm:grid-cols-2">
            {document.team.map((member, index) => (
              <li key={member.id}>
                <ViewRow mark={mark} path={`team.${index}`}>
                  <p className="wrap-anywhere">
                    {member.name}
                    {member.role && (
                      <span className="ml-2 text-sm text-ink-3">
                        {t(`teamRole.${member.role}`)}
                      </span>
                    )}
                  </p>
                </ViewRow>
              </li>
            ))}
          </ul>
        </ViewField>
      </ViewSection>

      <ViewSection id="resources" title={t("section.PLAN.resources")}>
        <ViewField mark={mark} path="budgetIdr" label={t("field.PLAN.budgetIdr.label")}>
          <p>
            <span className="text-lg font-bold tabular-nums">
              {document.budgetIdr === null ? "–" : format.rupiah(document.budgetIdr)}
            </span>
            {document.budgetSource && (
              <span className="ml-2 text-ink-2">{t(`budgetSource.${document.budgetSource}`)}</span>
            )}
          </p>
        </ViewField>
        <ViewField mark={mark} path="risks" label={t("field.PLAN.risks.label")}>
          <div className="mt-2 grid gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,1fr)_16rem]">
            <RiskList mark={mark} path="risks" risks={document.risks} />
            <RiskMatrix risks={document.risks} />
          </div>
        </ViewField>
      </ViewSection>

      <ViewSection id="continuity" title={t("section.PLAN.continuity")}>
        <ViewField mark={mark} path="sustainability" label={t("field.PLAN.sustainability.label")}>
          <Prose>{document.sustainability}</Prose>
        </ViewField>
        <div className="grid gap-4 sm:grid-cols-2">
          <ViewField mark={mark} path="successor" label={t("field.PLAN.successor.label")}>
            <p className="wrap-anywhere">{document.successor}</p>
          </ViewField>
          <ViewField mark={mark} path="mentor" label={t("field.PLAN.mentor.label")}>
            <Mentor document={document} />
          </ViewField>
        </div>
      </ViewSection>

      <ViewSection
        id="readiness"
        title={t("section.PLAN.readiness")}
        note={derived.readiness === null ? undefined : format.decimal(derived.readiness)}
      >
        <ul className="-my-3 grid divide-y divide-line">
          {document.transferReadiness.map((score, index) => {
            const criterion = context.transferRubric.criteria.find(
              ({ id }) => id === score.criterionId,
            );
            return (
              criterion && (
                <li key={criterion.id} className="py-3">
                  <ViewRow mark={mark} path={`transferReadiness.${index}.value`}>
                    <CriterionScore
                      rubric={context.transferRubric}
                      criterion={criterion}
                      value={score.value}
                    />
                  </ViewRow>
                </li>
              )
            );
          })}
        </ul>
      </ViewSection>
    </div>
  );
}

/** What it is called, where it will be carried out, and which solutions it realises. */
function Title({
  mark,
  document,
  context,
}: {
  mark: Mark;
  document: Plan;
  context: PlanViewContext;
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  return (
    <Card as="section" marked aria-labelledby="section-basis-title" id="section-basis">
      <div className="grid gap-3 px-4 py-4 sm:px-4.5">
        <ViewRow mark={mark} path="title">
          <h2 id="section-basis-title" className="text-lg font-bold wrap-anywhere">
            {document.title}
          </h2>
        </ViewRow>
        {document.acronym !== "" && (
          <ViewRow mark={mark} path="acronym">
            <Badge>{document.acronym}</Badge>
          </ViewRow>
        )}
        <ViewField mark={mark} path="unit" label={v("where")}>
          <p className="wrap-anywhere">
            {document.unit}
            <span className="block text-md text-ink-2">{context.agencyName}</span>
          </p>
        </ViewField>
        <ViewField mark={mark} path="solutionIds" label={t("field.PLAN.solutionIds.label")}>
          <ul data-stage="SOLUTION" className="grid gap-1">
            {document.solutionIds.map((id) => (
              <li key={id} className="border-l-2 border-hue-solid pl-3 wrap-anywhere">
                {context.solutions.find((solution) => solution.id === id)?.title ??
                  v("solutionGone")}
              </li>
            ))}
          </ul>
        </ViewField>
      </div>
    </Card>
  );
}

function Mentor({ document: { mentor } }: { document: Plan }) {
  const t = useTranslations("terms");
  const contact = [mentor.email, mentor.phone].filter((part) => part !== "");
  return (
    <>
      <p className="font-medium wrap-anywhere">{mentor.name}</p>
      <p className="text-md text-ink-2 wrap-anywhere">{mentor.position}</p>
      {mentor.idType && mentor.idNumber !== "" && (
        // A number tells the birth date: shown as in lists, never in full.
        <p className="text-sm text-ink-3">
          {t(`idType.${mentor.idType}`)} {maskIdNumber(mentor.idNumber)}
        </p>
      )}
      {contact.length > 0 && (
        <p className="text-sm text-ink-3 wrap-anywhere">{contact.join(" · ")}</p>
      )}
    </>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useForm } from "@/components/document/form-context";
import { StageForm } from "@/components/document/stage-form";
import { Button } from "@/components/ui/button";
import type { StageFormDto } from "@/lib/assignment/model";
import { sectionOf } from "@/lib/document/completeness";
import { PLAN_SECTIONS, type PlanSectionId } from "@/lib/plan/model";
import { planDefinition } from "@/lib/plan/schema";
import { BasisFields } from "./basis-fields";
import { CarryPanel } from "./carry-panel";
import { ChangeFields } from "./change-fields";
import { ContinuityFields } from "./continuity-fields";
import { MilestoneFields } from "./milestone-fields";
import { PlanFigures } from "./plan-figures";
import { PlanSection } from "./plan-section";
import { ReadinessFields } from "./readiness-fields";
import { ResourceFields } from "./resource-fields";
import { ResultFields } from "./result-fields";
import { StakeholderFields } from "./stakeholder-fields";
import { TeamFields } from "./team-fields";

/** Stage 4: the innovation that the participant carries out in the own unit. */
export function PlanForm({ dto }: { dto: StageFormDto<"PLAN"> }) {
  return (
    <StageForm dto={dto} definition={planDefinition} aside={<PlanFigures dto={dto} />}>
      <Sections dto={dto} />
    </StageForm>
  );
}

const ALL: readonly PlanSectionId[] = PLAN_SECTIONS.map(({ id }) => id);

function Sections({ dto }: { dto: StageFormDto<"PLAN"> }) {
  const t = useTranslations("planForm.section");
  const form = useForm();
  const [open, setOpen] = useState<readonly PlanSectionId[]>(() => firstOpen(form));
  const every = open.length === ALL.length;
  const fields: Record<PlanSectionId, ReactNode> = {
    basis: <BasisFields dto={dto} />,
    change: <ChangeFields />,
    results: <ResultFields />,
    milestones: <MilestoneFields dto={dto} shown={open.includes("milestones")} />,
    people: (
      <>
        <StakeholderFields shown={open.includes("people")} />
        <TeamFields dto={dto} />
      </>
    ),
    resources: <ResourceFields shown={open.includes("resources")} />,
    continuity: <ContinuityFields />,
    readiness: <ReadinessFields dto={dto} />,
  };
  return (
    <div className="grid min-w-0 gap-3">
      <CarryPanel dto={dto} />
      <Button
        variant="ghost"
        size="sm"
        className="-my-1 justify-self-end"
        onClick={() => setOpen(every ? [] : ALL)}
      >
        {every ? t("closeAll") : t("openAll")}
      </Button>
      {ALL.map((id, index) => (
        <PlanSection
          key={id}
          id={id}
          next={ALL[index + 1]}
          open={open.includes(id)}
          onOpen={(now) =>
            setOpen((before) => {
              const others = before.filter((other) => other !== id);
              return now ? [...others, id] : others;
            })
          }
        >
          {fields[id]}
        </PlanSection>
      ))}
    </div>
  );
}

/**
 * A plan is long: it opens at the first section that still needs something, or at those that were
 * returned with a reason. Everything else is folded, with what it needs on its head.
 */
function firstOpen({ checker, dto }: ReturnType<typeof useForm>): PlanSectionId[] {
  const returned = (dto.returned?.reasons ?? []).flatMap(({ path }) => path ?? []);
  const wanted = new Set(returned.map((path) => sectionOf(path, PLAN_SECTIONS)));
  const lacking = new Set(checker.issues().map(({ path }) => sectionOf(path, PLAN_SECTIONS)));
  const first = wanted.size > 0 ? null : (ALL.find((id) => lacking.has(id)) ?? ALL[0]);
  return ALL.filter((id) => id === first || wanted.has(id));
}

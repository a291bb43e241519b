"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DueDateFields } from "@/components/cohort/due-date-fields";
import { useIssueText } from "@/components/cohort/issue-text";
import { TemplateSelect } from "@/components/template/template-select";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody } from "@/components/ui/card";
import { TextareaField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { applyAllocationAction } from "@/lib/allocation/actions";
import { allocationPath, type PlaceKind, type Weights } from "@/lib/allocation/model";
import { ASSIGNMENT_BOUNDS } from "@/lib/assignment/model";
import { checkDueDates, type DueDates, visitFrom } from "@/lib/cohort/due-dates";
import { type AssignmentTemplate, eachStage } from "@/lib/template/model";
import { useAllocationCommand } from "./use-allocation-command";

/** Carries out what is shown; for innovations with what is asked of whoever gets one. */
export function ApplyPanel({
  cohort,
  kind,
  settings,
  digest,
  moves,
  due: proposedDue,
  templates,
}: {
  cohort: { id: string; timeZone: string; visits: readonly { startsOn: string }[] };
  kind: PlaceKind;
  settings: { weights: Weights; seed: number };
  digest: string;
  moves: number;
  due: DueDates;
  templates: readonly AssignmentTemplate[];
}) {
  const t = useTranslations("allocation");
  const issueText = useIssueText();
  const router = useRouter();
  const { send, pending, problem } = useAllocationCommand(applyAllocationAction);
  const [due, setDue] = useState(proposedDue);
  const [instructions, setInstructions] = useState("");
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [problems, setProblems] = useState<Partial<Record<string, string>>>({});

  const apply = async () => {
    const { dueAt, issues } = checkDueDates(due, cohort.timeZone, {
      now: new Date(),
      visitFrom: visitFrom(cohort.visits, cohort.timeZone),
    });
    const found = kind === "INNOVATION" ? issues : [];
    setProblems(Object.fromEntries(found.map((issue) => [issue.path, issueText(issue)])));
    if (found.length > 0) return;
    const work = {
      dueAt: eachStage((stage) => dueAt[stage]?.toISOString() ?? ""),
      closesAfterDays: eachStage((stage) => due[stage].closesAfterDays ?? null),
      instructions,
      templateId,
    };
    const applied = await send({
      cohortId: cohort.id,
      kind,
      ...settings,
      digest,
      work: kind === "INNOVATION" ? work : null,
    });
    if (applied === undefined) return;
    toast(t("applied", { count: applied.moved }), { tone: "good", along: true });
    router.push(allocationPath(cohort.id, kind));
  };

  return (
    <form
      id="apply"
      noValidate
      className="grid scroll-mt-18 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      {kind === "INNOVATION" && (
        <>
          <TemplateSelect
            cohort={cohort}
            templates={templates}
            chosen={templateId}
            onChoose={(from) => {
              setTemplateId(from?.templateId ?? null);
              if (!from) return;
              setDue(from.due);
              setInstructions(from.instructions);
              setProblems({});
            }}
          />
          <DueDateFields
            due={due}
            timeZone={cohort.timeZone}
            problems={problems}
            onChange={(stage, value) => setDue({ ...due, [stage]: value })}
          />
          <Card as="section">
            <CardBody>
              <TextareaField
                id="allocation-instructions"
                name="instructions"
                label={t("instructions")}
                optional
                rows={3}
                value={instructions}
                lengths={{ max: ASSIGNMENT_BOUNDS.instructions.max }}
                onChange={(event) => setInstructions(event.target.value)}
              />
            </CardBody>
          </Card>
        </>
      )}
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <ActionBar note={t("applyNote")}>
        <Button type="submit" pending={pending}>
          {t("apply", { count: moves })}
        </Button>
      </ActionBar>
    </form>
  );
}

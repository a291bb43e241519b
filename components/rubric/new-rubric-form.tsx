"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { newId } from "@/components/document/new-id";
import { useFieldName, useIssueMessage } from "@/components/rubric/issue-messages";
import { type RubricHead, RubricHeadFields } from "@/components/rubric/rubric-head-fields";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FieldIssue } from "@/lib/document/issue";
import { createRubricAction } from "@/lib/rubric/actions";
import {
  OWN_PURPOSES,
  type RubricPurpose,
  rubricPath,
  SCALES_OF,
  type ScaleKind,
} from "@/lib/rubric/model";

/** The first step of a rubric: its name, what it is for, on which scale. Its criteria come next. */
export function NewRubricForm({
  centerId,
  from,
  initial,
}: {
  centerId: string;
  /** The version that it begins with. Purpose and scale follow from it. */
  from: { versionId: string; purpose: RubricPurpose; scaleKind: ScaleKind } | null;
  initial: RubricHead;
}) {
  const t = useTranslations("rubrics");
  const refusals = useTranslations("refusals");
  const message = useIssueMessage();
  const fieldName = useFieldName();
  const router = useRouter();
  const sent = useRef({ content: "", commandId: "" });
  const [head, setHead] = useState(initial);
  const [purpose, setPurpose] = useState<RubricPurpose>(from?.purpose ?? "EVALUATION");
  const [scaleKind, setScaleKind] = useState<ScaleKind>(from?.scaleKind ?? "SCALE_1_5");
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [general, setGeneral] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  const [pending, start] = useTransition();
  const errorOf = (path: string) => {
    const issue = issues.find((entry) => entry.path === path);
    return issue && message(issue);
  };

  function submit(event: FormEvent) {
    event.preventDefault();
    start(async () => {
      const input = {
        centerId,
        ...head,
        purpose,
        scaleKind,
        fromVersionId: from?.versionId ?? null,
      };
      // The same content goes out under the same id: a repeat makes no second rubric.
      const content = JSON.stringify(input);
      if (sent.current.content !== content) sent.current = { content, commandId: newId() };
      const result = await createRubricAction({
        commandId: sent.current.commandId,
        ...input,
        purpose: OWN_PURPOSES.find((own) => own === purpose) ?? "EVALUATION",
      });
      if (result.ok) {
        router.push(`${rubricPath(centerId, result.value.rubricId)}/edit`);
        return;
      }
      setIssues(result.issues ?? []);
      setGeneral(result.issues?.length ? undefined : refusals(result.reason));
      setAttempt((count) => count + 1);
    });
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-3xl gap-5">
      <ErrorSummary
        attempt={attempt}
        issues={issues.map((issue) => ({
          id: issue.path,
          message: fieldName(issue.path) + message(issue),
        }))}
      />
      {general && (
        <Callout tone="late" live>
          {general}
        </Callout>
      )}
      <RubricHeadFields head={head} onChange={setHead} errorOf={errorOf} />
      {!from && (
        <>
          <ChoiceGroup
            id="purpose"
            name="purpose"
            type="radio"
            label={t("new.purpose")}
            options={OWN_PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
            values={[purpose]}
            onValues={([value]) => {
              const next = OWN_PURPOSES.find((own) => own === value) ?? purpose;
              setPurpose(next);
              const [first] = SCALES_OF[next];
              if (first && !SCALES_OF[next].includes(scaleKind)) setScaleKind(first);
            }}
            error={errorOf("purpose")}
          />
          <ChoiceGroup
            id="scaleKind"
            name="scaleKind"
            type="radio"
            label={t("new.scaleKind")}
            options={SCALES_OF[purpose].map((value) => ({ value, label: t(`scale.${value}`) }))}
            values={[scaleKind]}
            onValues={([value]) =>
              setScaleKind(SCALES_OF[purpose].find((scale) => scale === value) ?? scaleKind)
            }
            error={errorOf("scaleKind")}
          />
        </>
      )}
      <div>
        <Button type="submit" pending={pending}>
          {t("new.submit")}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { TemplateSelect } from "@/components/template/template-select";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextareaField } from "@/components/ui/text-field";
import { ASSIGNMENT_BOUNDS, STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { createAssignmentsAction } from "@/lib/cohort/actions";
import { checkDueDates, visitFrom } from "@/lib/cohort/due-dates";
import { type AssignDesk, previewPairs } from "@/lib/cohort/model";
import type { FieldIssue } from "@/lib/document/issue";
import { innovationTitle } from "@/lib/innovation/model";
import type { Refusal, RefusalReason } from "@/lib/platform/result";
import { AssignPreview } from "./assign-preview";
import { type AssignOutcome, AssignResult } from "./assign-result";
import { DueDateFields } from "./due-date-fields";
import { useIssueText } from "./issue-text";
import { ParticipantPicker } from "./participant-picker";

/** Where each part of the form stands on the page; an error summary leads there. */
const FIELD_IDS = {
  participants: "assign-participants",
  innovations: "assign-innovations",
  instructions: "assign-instructions",
} as const;

/** A problem with a part of the form, in the reader's words. */
type Problems = Partial<Record<string, string>>;

/**
 * Gives chosen participants chosen innovations. Everything is seen before it is done: who has what
 * already, what will be made and what skipped. Needs the messages of `assign`, `stage`, `templates`,
 * `issues` and `refusals`.
 */
export function AssignForm({ desk }: { desk: AssignDesk }) {
  const t = useTranslations("assign");
  const s = useTranslations("stage");
  const templates = useTranslations("templates.choose");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const { cohort } = desk;

  const [participantIds, setParticipantIds] = useState<ReadonlySet<string>>(new Set());
  const [innovationIds, setInnovationIds] = useState<string[]>([]);
  const [due, setDue] = useState(desk.due);
  const [instructions, setInstructions] = useState("");
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<AssignOutcome | null>(null);
  const { run, pending } = useCommand(createAssignmentsAction);
  const top = useRef<HTMLDivElement>(null);

  const preview = useMemo(
    () =>
      previewPairs(
        desk.participants.filter(({ id }) => participantIds.has(id)),
        innovationIds,
      ),
    [desk.participants, participantIds, innovationIds],
  );

  /** A part that is being mended is not blamed while it is. */
  const mend = (field: string) => setProblems(({ [field]: _, ...others }) => others);

  const nameOf = (path: string): string => {
    const stage = STAGE_KINDS.find((kind) => path === `dueAt.${kind}`);
    if (stage) return t("field.due", { stage: s(`kind.${stage}`) });
    if (path === "templateId") return templates("label");
    if (path === "instructions") return t("field.instructions");
    return path === "participants" ? t("field.participants") : t("field.innovations");
  };

  const send = async () => {
    setRefusal(null);
    const { dueAt, issues } = checkDueDates(due, cohort.timeZone, {
      now: new Date(),
      visitFrom: visitFrom(cohort.visits, cohort.timeZone),
    });
    // In the order in which the form asks, so that the summary reads like the page.
    const found: Problems = {};
    const { enrolments, innovations } = ASSIGNMENT_BOUNDS;
    if (participantIds.size < enrolments.min) found.participants = t("error.participants");
    if (participantIds.size > enrolments.max) {
      found.participants = t("error.tooManyParticipants", { max: enrolments.max });
    }
    if (innovationIds.length < innovations.min) found.innovations = t("error.innovations");
    if (innovationIds.length > innovations.max) {
      found.innovations = t("error.tooManyInnovations", { max: innovations.max });
    }
    for (const issue of issues) found[issue.path] = issueText(issue);
    setProblems(found);
    if (Object.keys(found).length > 0) return setAttempt((count) => count + 1);

    const iso = (kind: StageKind) => dueAt[kind]?.toISOString() ?? "";
    const chosen = {
      cohortId: cohort.id,
      enrolmentIds: desk.participants.flatMap(({ id }) => (participantIds.has(id) ? [id] : [])),
      innovationIds,
      dueAt: {
        EVALUATE: iso("EVALUATE"),
        OBSTACLES: iso("OBSTACLES"),
        SOLUTION: iso("SOLUTION"),
        PLAN: iso("PLAN"),
      },
      closesAfterDays: {
        EVALUATE: due.EVALUATE.closesAfterDays ?? null,
        OBSTACLES: due.OBSTACLES.closesAfterDays ?? null,
        SOLUTION: due.SOLUTION.closesAfterDays ?? null,
        PLAN: due.PLAN.closesAfterDays ?? null,
      },
      instructions,
      templateId,
    };
    const result = await run(chosen);
    if (result.ok) {
      setOutcome({
        ...chosen,
        created: result.value.created.length,
        skipped: result.value.skipped,
      });
      top.current?.scrollIntoView({ block: "start" });
      return;
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setRefusal(t(`error.${result.reason === "outdated" ? "outdated" : "noAnswer"}`));
    }
    const refused = result as Refusal;
    setProblems(
      Object.fromEntries(
        (refused.issues ?? []).map((issue: FieldIssue) => [
          SERVER_FIELDS[issue.path] ?? issue.path,
          issueText(issue),
        ]),
      ),
    );
    if (!refused.issues?.length) setRefusal(refusals(refused.reason as RefusalReason));
    setAttempt((count) => count + 1);
  };

  if (outcome) {
    return (
      <div ref={top} className="scroll-mt-20">
        <AssignResult
          desk={desk}
          outcome={outcome}
          onAgain={() => {
            setOutcome(null);
            setParticipantIds(new Set());
          }}
        />
      </div>
    );
  }

  const listed = Object.entries(problems).map(([path, message]) => ({
    id: fieldId(path),
    message: `${nameOf(path)}: ${message}`,
  }));
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div ref={top} className="grid gap-5 scroll-mt-20">
        <ErrorSummary issues={listed} attempt={attempt} />
        <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <ParticipantPicker
            id={FIELD_IDS.participants}
            participants={desk.participants}
            innovations={desk.innovations}
            chosen={participantIds}
            error={problems.participants}
            onChange={(ids) => {
              setParticipantIds(ids);
              mend("participants");
            }}
          />
          <div className="grid gap-5">
            <Card as="section">
              <CardHeader title={t("innovations.title")} />
              <CardBody>
                {desk.innovations.length === 0 ? (
                  <p className="text-ink-2">{t("innovations.empty")}</p>
                ) : (
                  <ChoiceGroup
                    id={FIELD_IDS.innovations}
                    name="innovations"
                    type="checkbox"
                    label={<span className="sr-only">{t("innovations.title")}</span>}
                    error={problems.innovations}
                    values={innovationIds}
                    onValues={(ids) => {
                      setInnovationIds(ids);
                      mend("innovations");
                    }}
                    options={desk.innovations.map(({ id, code, name, owner }) => ({
                      value: id,
                      label: (
                        <>
                          {/* A name that begins with the code says it already. */}
                          {innovationTitle({ code, name }) !== name && (
                            <b className="font-semibold">{code} </b>
                          )}
                          {name}
                        </>
                      ),
                      hint: t("innovations.owner", { owner }),
                    }))}
                  />
                )}
              </CardBody>
            </Card>
            <TemplateSelect
              cohort={cohort}
              templates={desk.templates}
              chosen={templateId}
              error={problems.templateId}
              onChoose={(from) => {
                setTemplateId(from?.templateId ?? null);
                if (from) {
                  setDue(from.due);
                  setInstructions(from.instructions);
                }
                // Dates and instructions are others now; who gets what is as it was.
                setProblems((before) =>
                  Object.fromEntries(
                    Object.entries(before).filter(
                      ([field]) => field in FIELD_IDS && field !== "instructions",
                    ),
                  ),
                );
              }}
            />
            <DueDateFields
              due={due}
              timeZone={cohort.timeZone}
              problems={problems}
              onChange={(kind, value) => {
                setDue((before) => ({ ...before, [kind]: value }));
                mend(`dueAt.${kind}`);
              }}
            />
            <Card as="section">
              <CardHeader title={t("instructions.title")} />
              <CardBody>
                <TextareaField
                  id={FIELD_IDS.instructions}
                  name="instructions"
                  label={t("instructions.label")}
                  hint={t("instructions.hint")}
                  optional
                  rows={4}
                  value={instructions}
                  lengths={{ max: ASSIGNMENT_BOUNDS.instructions.max }}
                  error={problems.instructions}
                  onChange={(event) => {
                    setInstructions(event.target.value);
                    mend("instructions");
                  }}
                />
              </CardBody>
            </Card>
          </div>
        </div>
        {refusal && (
          <Callout tone="late" live>
            {refusal}
          </Callout>
        )}
      </div>
      <ActionBar note={<AssignPreview preview={preview} innovations={desk.innovations} />}>
        <Button type="submit" pending={pending}>
          {preview.fresh > 0 ? t("submit", { count: preview.fresh }) : t("submitNone")}
        </Button>
      </ActionBar>
    </form>
  );
}

/** What the command calls a part of the form. */
const SERVER_FIELDS: Record<string, string> = {
  enrolmentIds: "participants",
  innovationIds: "innovations",
};

function fieldId(path: string): string {
  const own = FIELD_IDS[path as keyof typeof FIELD_IDS];
  // A due date is led to by its day.
  return own ?? `assign-${path}`;
}

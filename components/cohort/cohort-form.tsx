"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { ErrorSummary } from "@/components/ui/error-summary";
import { CheckIcon } from "@/components/ui/icons";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { type CohortSetup, checkSetup } from "@/lib/cohort/fields";
import type { SetupOptions } from "@/lib/cohort/model";
import type { FieldIssue } from "@/lib/document/issue";
import type { Refusal, RefusalReason, Result } from "@/lib/platform/result";
import { IdentityFields } from "./identity-fields";
import { useIssueText } from "./issue-text";
import { RuleFields } from "./rule-fields";
import { SetupContext, setupFieldId } from "./setup-context";
import { VisitListFields } from "./visit-list-fields";

const PARTS = ["identity", "visits", "rules"] as const;
type Part = (typeof PARTS)[number];

/** In which part of the form a path stands. */
function partOf(path: string): Part {
  const field = path.split(".")[0] ?? "";
  if (["program", "name", "regulationRef", "startsOn", "endsOn", "timeZone"].includes(field)) {
    return "identity";
  }
  return field === "visits" ? "visits" : "rules";
}

/**
 * All that is chosen for a cohort. Step by step while it is made, all at once when it is changed.
 * Needs the messages of `cohortSetup`, `assign`, `stage`, `issues` and `refusals`.
 *
 * @param send carries the set-up to the server
 */
export function CohortForm({
  initial,
  options,
  guided,
  readOnly,
  submitLabel,
  cancel,
  note,
  pending,
  send,
}: {
  initial: CohortSetup;
  options: SetupOptions;
  guided?: boolean;
  readOnly?: boolean;
  submitLabel: string;
  /** The way out, while it is made. */
  cancel?: ReactNode;
  note?: ReactNode;
  pending: boolean;
  send: (
    setup: CohortSetup,
  ) => Promise<Result<unknown> | { ok: false; reason: "no_answer" | "outdated" }>;
}) {
  const t = useTranslations("cohortSetup");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const [setup, setSetup] = useState(initial);
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [step, setStep] = useState(0);
  const top = useRef<HTMLDivElement>(null);

  const form = useMemo(
    () => ({
      setup,
      options,
      errorOf: (path: string) => {
        const issue = issues.find((found) => found.path === path);
        return issue && issueText(issue);
      },
      change: (change: Partial<CohortSetup>, path: string) => {
        setSetup((before) => ({ ...before, ...change }));
        setIssues((before) =>
          before.filter((issue) => issue.path !== path && !issue.path.startsWith(`${path}.`)),
        );
      },
    }),
    [setup, options, issues, issueText],
  );

  const blame = (found: FieldIssue[]) => {
    setIssues(found);
    const blamed = new Set(found.map(({ path }) => partOf(path)));
    const first = PARTS.findIndex((part) => blamed.has(part));
    if (guided && first >= 0) setStep(first);
    setAttempt((count) => count + 1);
  };

  /** What can be seen to be wrong without asking the server; the rest it says itself. */
  const seen = (parts: readonly Part[]) =>
    [...emptyFields(setup), ...checkSetup(setup)].filter(({ path }) =>
      parts.includes(partOf(path)),
    );

  const goOn = () => {
    const part = PARTS[step];
    const found = part ? seen([part]) : [];
    if (found.length > 0) return blame(found);
    setIssues([]);
    setStep(step + 1);
    top.current?.scrollIntoView({ block: "start" });
  };

  const submit = async () => {
    setRefusal(null);
    const found = seen(PARTS);
    if (found.length > 0) return blame(found);
    const result = await send(setup);
    if (result.ok) return setIssues([]);
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setRefusal(t(`error.${result.reason === "outdated" ? "outdated" : "noAnswer"}`));
    }
    const refused = result as Refusal;
    if (refused.issues?.length) return blame(refused.issues);
    setRefusal(
      refused.reason === "conflict"
        ? t("error.conflict")
        : refusals(refused.reason as RefusalReason),
    );
  };

  const last = !guided || step === PARTS.length - 1;
  const shown = guided ? PARTS.slice(step, step + 1) : PARTS;
  const content: Record<Part, ReactNode> = {
    identity: <IdentityFields />,
    visits: <VisitListFields />,
    rules: <RuleFields />,
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (last) void submit();
        else goOn();
      }}
    >
      <div ref={top} className="grid max-w-[56rem] scroll-mt-20 gap-5">
        {guided && <Steps current={step} />}
        <ErrorSummary
          attempt={attempt}
          issues={issues.map((issue) => ({
            id: setupFieldId(issue.path),
            message: `${nameOf(t, issue.path)}: ${issueText(issue)}`,
          }))}
        />
        <SetupContext value={form}>
          <fieldset disabled={readOnly} className="grid min-w-0 gap-5">
            <legend className="sr-only">{t("title")}</legend>
            {shown.map((part) => (
              <Card as="section" key={part} aria-labelledby={`cohort-part-${part}`}>
                <CardHeader id={`cohort-part-${part}`} title={t(`${part}.title`)} />
                <CardBody>{content[part]}</CardBody>
              </Card>
            ))}
          </fieldset>
        </SetupContext>
        {refusal && (
          <Callout tone="late" live>
            {refusal}
          </Callout>
        )}
      </div>
      {!readOnly && (
        <div className="max-w-[56rem]">
          <ActionBar note={note}>
            {guided && step > 0 ? (
              <Button variant="secondary" onClick={() => setStep(step - 1)} disabled={pending}>
                {t("back")}
              </Button>
            ) : (
              cancel
            )}
            <Button type="submit" pending={pending}>
              {last ? submitLabel : t("next")}
            </Button>
          </ActionBar>
        </div>
      )}
    </form>
  );
}

/** Where one is on the way. */
function Steps({ current }: { current: number }) {
  const t = useTranslations("cohortSetup");
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-1.5 text-md" aria-label={t("steps")}>
      {PARTS.map((part, index) => (
        <li
          key={part}
          aria-current={index === current ? "step" : undefined}
          className={cx(
            "flex items-center gap-2",
            index === current ? "font-semibold text-ink" : "text-ink-3",
          )}
        >
          <span
            className={cx(
              "grid size-6 place-items-center rounded-full text-sm tabular-nums",
              index === current ? "bg-accent text-on-accent" : "bg-sunken",
            )}
          >
            {index < current ? <CheckIcon size={15} label={t("stepDone")} /> : index + 1}
          </span>
          {t(`${part}.title`)}
        </li>
      ))}
    </ol>
  );
}

/** Fields that must not stay empty. */
function emptyFields(setup: CohortSetup): FieldIssue[] {
  const empty = (path: string, value: string | number) =>
    value === "" || (typeof value === "number" && Number.isNaN(value))
      ? [{ path, code: "required" }]
      : [];
  return [
    ...empty("program", setup.program.trim()),
    ...empty("name", setup.name.trim()),
    ...empty("startsOn", setup.startsOn),
    ...empty("endsOn", setup.endsOn),
    ...setup.visits.flatMap((visit, index) => [
      ...empty(`visits.${index}.hostRegionId`, visit.hostRegionId),
      ...empty(`visits.${index}.startsOn`, visit.startsOn),
      ...empty(`visits.${index}.endsOn`, visit.endsOn),
    ]),
    ...empty("evaluationRubricId", setup.evaluationRubricId),
    ...empty("transferRubricId", setup.transferRubricId),
    ...empty("workRubricId", setup.workRubricId),
    ...empty("spreadThreshold", setup.spreadThreshold),
    ...empty("escalateAfterDays", setup.escalateAfterDays ?? 0),
    ...setup.gradeBands.flatMap((band, index) => [
      ...empty(`gradeBands.${index}.min`, band.min),
      ...empty(`gradeBands.${index}.label.id`, band.label.id.trim()),
      ...empty(`gradeBands.${index}.label.en`, band.label.en.trim()),
    ]),
  ];
}

/** What the form calls a path. */
function nameOf(t: ReturnType<typeof useTranslations<"cohortSetup">>, path: string): string {
  const [field = "", index = "", inner] = path.split(".");
  const number = Number(index) + 1;
  switch (field) {
    case "visits":
      return index === "" ? t("visits.title") : t("visits.one", { number });
    case "gradeBands":
      return index === "" ? t("bands.title") : t("bands.one", { number });
    case "dueDates": {
      const kind = STAGE_KINDS.find((known) => known === index);
      return kind ? t(`rules.due.${kind}`) : t("rules.ownDue");
    }
    case "program":
    case "name":
    case "regulationRef":
    case "startsOn":
    case "endsOn":
    case "timeZone":
      return t(`identity.${field}`);
    case "evaluationRubricId":
    case "transferRubricId":
    case "workRubricId":
      return t(`rules.${field}`);
    case "gatePolicy":
      return t("rules.gate");
    case "escalateAfterDays":
      return t("rules.escalate");
    case "spreadThreshold":
      return t("rules.spread");
    default:
      return inner ?? field;
  }
}

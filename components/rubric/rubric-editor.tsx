"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type FormEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import { newId } from "@/components/document/new-id";
import { type CriterionErrors, CriterionFields } from "@/components/rubric/criterion-fields";
import { useFieldName, useIssueMessage } from "@/components/rubric/issue-messages";
import { DiscardDraft } from "@/components/rubric/rubric-actions";
import { type RubricHead, RubricHeadFields } from "@/components/rubric/rubric-head-fields";
import { WeightTotal } from "@/components/rubric/weight-total";
import { ActionBar } from "@/components/ui/action-bar";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { ErrorSummary } from "@/components/ui/error-summary";
import { PlusIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { FieldIssue } from "@/lib/document/issue";
import type { Result } from "@/lib/platform/result";
import { freezeRubricAction, saveRubricDraftAction } from "@/lib/rubric/actions";
import { contentIssues } from "@/lib/rubric/completeness";
import {
  type CriterionContent,
  RUBRIC_BOUNDS,
  type RubricContent,
  type RubricPurpose,
  rubricPath,
  SCALES,
  SCALES_OF,
} from "@/lib/rubric/model";

export interface RubricEditorProps {
  centerId: string;
  rubricId: string;
  versionId: string;
  number: number;
  basedOn: number;
  purpose: RubricPurpose;
  /** A cohort has chosen it: it must stay complete. */
  chosen: boolean;
  head: RubricHead;
  content: RubricContent;
}

/** An issue with the id of the field where it belongs; criteria keep theirs when they move. */
type Placed = { id: string; issue: FieldIssue };

/** The form in which a draft is written. It is saved as a whole; nothing typed is lost by a refusal. */
export function RubricEditor(props: RubricEditorProps) {
  const { centerId, rubricId, versionId, number, purpose, chosen } = props;
  const t = useTranslations("rubrics.editor");
  const words = useTranslations("rubrics");
  const common = useTranslations("common");
  const refusals = useTranslations("refusals");
  const message = useIssueMessage();
  const fieldName = useFieldName();
  const router = useRouter();
  const [head, setHead] = useState(props.head);
  const [content, setContent] = useState(props.content);
  const [basedOn, setBasedOn] = useState(props.basedOn);
  const [english, setEnglish] = useState(() => hasEnglish(props.content));
  const [saved, setSaved] = useState(() => JSON.stringify([props.head, props.content]));
  const [refused, setRefused] = useState<Placed[]>([]);
  const [general, setGeneral] = useState<string>();
  const [strict, setStrict] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [pending, start] = useTransition();
  const sent = useRef({ content: "", commandId: "" });
  const freezing = useRef("");

  const missing = useMemo(() => place(contentIssues(onScale(content)), content), [content]);
  const dirty = JSON.stringify([head, content]) !== saved;
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);

  const shown = [...refused, ...(strict ? missing : [])];
  const errorOf = (id: string) => {
    const found = shown.find((entry) => entry.id === id);
    return found && message(found.issue);
  };
  const errorsOf = (code: string): CriterionErrors => {
    const own = shown.filter(({ id }) => id.startsWith(`${code}.`));
    return own.length === 0
      ? NO_ERRORS
      : Object.fromEntries(own.map(({ id, issue }) => [id.slice(code.length + 1), message(issue)]));
  };

  const change = useCallback((code: string, patch: Partial<CriterionContent>) => {
    setContent((before) => ({
      ...before,
      criteria: before.criteria.map((criterion) =>
        criterion.code === code ? { ...criterion, ...patch } : criterion,
      ),
    }));
    // What was wrong with a field is said anew when it is sent anew.
    setRefused((before) =>
      before.filter(({ id }) => !Object.keys(patch).some((field) => id === `${code}.${field}`)),
    );
  }, []);
  const move = useCallback((code: string, by: -1 | 1) => {
    setContent((before) => {
      const criteria = [...before.criteria];
      const at = criteria.findIndex((criterion) => criterion.code === code);
      const [moved] = criteria.splice(at, 1);
      if (moved) criteria.splice(at + by, 0, moved);
      return { ...before, criteria };
    });
    focusSoon(code);
  }, []);
  const remove = useCallback(
    (code: string) => {
      const at = content.criteria.findIndex((criterion) => criterion.code === code);
      const removed = content.criteria[at];
      if (!removed) return;
      setContent((before) => ({
        ...before,
        criteria: before.criteria.filter((criterion) => criterion.code !== code),
      }));
      const name = removed.labelId.trim() || t("criterion", { position: at + 1 });
      toast(t("removed", { name }), {
        action: {
          label: common("undo"),
          run: () =>
            setContent((before) => {
              const criteria = [...before.criteria];
              criteria.splice(at, 0, removed);
              return { ...before, criteria };
            }),
        },
      });
    },
    [content.criteria, t, common],
  );
  const add = () => {
    const code = `k-${newId().slice(0, 8)}`;
    setContent((before) => ({ ...before, criteria: [...before.criteria, blank(code)] }));
    focusSoon(`${code}.labelId`);
  };

  /** Shows what a command was refused for; what is typed stays. */
  function refuse(result: Exclude<Result<unknown>, { ok: true }>) {
    const cause = result.details?.cause;
    setRefused(place(result.issues ?? [], content));
    setGeneral(
      result.issues?.length
        ? undefined
        : cause === "stale"
          ? t("stale")
          : cause === "frozen"
            ? t("frozenMeanwhile")
            : refusals(result.reason),
    );
    setAttempt((count) => count + 1);
  }

  function save(freeze: boolean) {
    setStrict(freeze || chosen);
    setGeneral(undefined);
    if ((freeze || chosen) && missing.length > 0) {
      setAttempt((count) => count + 1);
      return;
    }
    start(async () => {
      const body = { centerId, versionId, basedOn, ...head, ...onScale(content) };
      const text = JSON.stringify(body);
      if (sent.current.content !== text) sent.current = { content: text, commandId: newId() };
      const result = await saveRubricDraftAction({ commandId: sent.current.commandId, ...body });
      if (!result.ok) {
        refuse(result);
        return;
      }
      setRefused([]);
      setBasedOn(result.value.basedOn);
      setSaved(JSON.stringify([head, content]));
      if (!freeze) {
        toast(t("saved"), { tone: "good" });
        return;
      }
      freezing.current ||= newId();
      const frozen = await freezeRubricAction({
        commandId: freezing.current,
        centerId,
        versionId,
        basedOn: result.value.basedOn,
      });
      if (frozen.ok) {
        toast(words("page.frozenDone", { number }), { tone: "good", along: true });
        router.push(rubricPath(centerId, rubricId, number));
      } else {
        freezing.current = "";
        refuse(frozen);
      }
    });
  }

  const scales = SCALES_OF[purpose];
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save(false);
      }}
    >
      {chosen && <Callout>{t("chosen")}</Callout>}
      <ErrorSummary
        attempt={attempt}
        issues={shown.map(({ id, issue }) => ({ id, message: nameOf(id) + message(issue) }))}
      />
      <Card as="section" aria-labelledby="identity-title">
        <CardHeader id="identity-title" title={t("identity")} />
        <CardBody className="grid gap-4">
          <RubricHeadFields head={head} onChange={setHead} errorOf={errorOf} />
          {scales.length > 1 ? (
            <ChoiceGroup
              id="scaleKind"
              name="scaleKind"
              type="radio"
              layout="row"
              label={t("scale")}
              options={scales.map((value) => ({ value, label: words(`scale.${value}`) }))}
              values={[content.scaleKind]}
              onValues={([value]) => {
                const scaleKind = scales.find((scale) => scale === value);
                if (scaleKind) setContent((before) => ({ ...before, scaleKind }));
              }}
              error={errorOf("scaleKind")}
            />
          ) : (
            <p className="text-md text-ink-2">
              {t("scaleFixed", { scale: words(`scale.${content.scaleKind}`) })}
            </p>
          )}
          <Checkbox
            label={t("english")}
            hint={t("englishHint")}
            checked={english}
            onChange={(event) => setEnglish(event.target.checked)}
          />
        </CardBody>
      </Card>
      <Card as="section" aria-labelledby="criteria-title">
        <CardHeader
          id="criteria-title"
          title={t("criteria")}
          note={content.criteria.length}
          actions={<WeightTotal content={content} />}
        />
        <ol id="criteria" className="divide-y divide-line">
          {content.criteria.map((criterion, index) => (
            <CriterionFields
              key={criterion.code}
              criterion={criterion}
              position={index + 1}
              last={index === content.criteria.length - 1}
              scaleKind={content.scaleKind}
              english={english}
              errors={errorsOf(criterion.code)}
              onChange={change}
              onMove={move}
              onRemove={remove}
            />
          ))}
        </ol>
        <CardBody className="border-t border-line">
          <Button
            variant="secondary"
            icon={<PlusIcon />}
            onClick={add}
            disabled={content.criteria.length >= RUBRIC_BOUNDS.criteria}
          >
            {t("add")}
          </Button>
        </CardBody>
      </Card>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-md text-ink-2">
          {missing.length === 0 ? t("ready") : `${t("missing")}: ${missing.length}`}
        </p>
        {!chosen && <DiscardDraft {...{ centerId, versionId, number, basedOn }} />}
      </div>
      <ActionBar
        note={
          general ? (
            // Beside what was pressed: the head of a long form is far away.
            <p role="alert" className="font-medium text-late">
              {general}
            </p>
          ) : (
            t(dirty ? "unsaved" : "allSaved")
          )
        }
      >
        <Button variant="secondary" type="submit" pending={pending}>
          {t("save")}
        </Button>
        <Button onClick={() => save(true)} disabled={pending}>
          {t("saveAndFreeze")}
        </Button>
      </ActionBar>
    </form>
  );

  /** Which criterion and field an issue is about: the summary is far from it. */
  function nameOf(id: string): string {
    const at = content.criteria.findIndex(({ code }) => id.startsWith(`${code}.`));
    const { code, labelId } = content.criteria[at] ?? {};
    if (code === undefined) return fieldName(id);
    const field = fieldName(id.slice(code.length + 1));
    return `${labelId?.trim() || t("criterion", { position: at + 1 })}${field ? `, ${field}` : ": "}`;
  }
}

const NO_ERRORS: CriterionErrors = {};

function blank(code: string): CriterionContent {
  return {
    code,
    labelId: "",
    labelEn: "",
    definitionId: "",
    definitionEn: "",
    weight: 0,
    reverse: false,
    mandatory: false,
    levels: [],
  };
}

function hasEnglish({ criteria }: RubricContent): boolean {
  return criteria.some(({ labelEn, definitionEn }) => labelEn !== "" || definitionEn !== "");
}

/**
 * What is sent: texts of values that the scale does not have stay on the screen's side, so that
 * choosing the other scale again brings them back. What only one kind of scale asks is left out.
 */
function onScale({ scaleKind, criteria }: RubricContent): RubricContent {
  const { min, max, weighting } = SCALES[scaleKind];
  return {
    scaleKind,
    criteria: criteria.map((criterion) => ({
      ...criterion,
      weight: weighting === "GATE" ? 0 : criterion.weight,
      reverse: weighting === "PERCENT" && criterion.reverse,
      levels: criterion.levels.filter(
        ({ value, labelId, labelEn }) =>
          value >= min && value <= max && (labelId.trim() !== "" || labelEn.trim() !== ""),
      ),
    })),
  };
}

/** Turns `criteria.2.labelId` into the id of the field, which goes by the criterion's code. */
function place(issues: readonly FieldIssue[], { criteria }: RubricContent): Placed[] {
  return issues.map((issue) => {
    const [, index, field] = /^criteria\.(\d+)\.(\w+)/.exec(issue.path) ?? [];
    const code = index === undefined ? undefined : criteria[Number(index)]?.code;
    return { id: code ? `${code}.${field}` : issue.path, issue };
  });
}

/** Moves the focus once what was added or moved is on the page. */
function focusSoon(id: string): void {
  setTimeout(() => {
    const element = document.getElementById(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  });
}

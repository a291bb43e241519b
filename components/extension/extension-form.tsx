"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { TIMES } from "@/components/cohort/due-date-fields";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ChoiceGroup, FieldGroup } from "@/components/ui/choice-group";
import { controlProps } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { SelectField, TextareaField } from "@/components/ui/text-field";
import { dueDateIssue } from "@/lib/assignment/due-dates";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { visitFrom } from "@/lib/cohort/due-dates";
import { extendStageAction } from "@/lib/extension/actions";
import {
  CLOSE_CHOICES,
  type CloseChoice,
  EXTENSION_AUDIENCES,
  EXTENSION_BOUNDS,
  type ExtensionAudience,
  type ExtensionDesk,
  type StageExtended,
} from "@/lib/extension/model";
import type { Refusal, RefusalReason } from "@/lib/platform/result";
import { toInstant, zoneName } from "@/lib/platform/zoned-time";

type Field = "whom" | "dueAt" | "reason";

/**
 * Gives one participant, a group or all more time for a stage. Needs the messages of `extensions`,
 * `stage`, `issues` and `refusals`.
 */
export function ExtensionForm({
  cohort,
  participants,
  groups,
  scope,
}: Pick<ExtensionDesk, "cohort" | "participants" | "groups" | "scope">) {
  const t = useTranslations("extensions");
  const s = useTranslations("stage");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const locale = useLocale();
  const [stage, setStage] = useState<StageKind>("EVALUATE");
  const [audience, setAudience] = useState<ExtensionAudience>("PARTICIPANT");
  const [enrolmentId, setEnrolmentId] = useState("");
  const [groupId, setGroupId] = useState("");
  const [due, setDue] = useState({ date: "", time: "17:00" });
  const [closes, setCloses] = useState<CloseChoice>("MOVE");
  const [following, setFollowing] = useState(false);
  const [reason, setReason] = useState("");
  const [problems, setProblems] = useState<Partial<Record<Field, string>>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [done, setDone] = useState<StageExtended | null>(null);
  const { run, pending } = useCommand(extendStageAction);
  const mend = (field: Field) => setProblems(({ [field]: _, ...others }) => others);

  const send = async () => {
    setRefusal(null);
    setDone(null);
    const dueAt = toInstant(due, cohort.timeZone);
    const required = issueText({ path: "", code: "required" });
    const found: typeof problems = {};
    const id = { PARTICIPANT: enrolmentId, GROUP: groupId, ALL: "all" }[audience];
    if (id === "") found.whom = required;
    const issue = dueDateIssue(dueAt, {
      now: new Date(),
      visitFrom: visitFrom(cohort.visits, cohort.timeZone),
    });
    if (issue) found.dueAt = issueText({ path: "dueAt", ...issue });
    if (reason.trim().length < EXTENSION_BOUNDS.reason.min) {
      found.reason = issueText({
        path: "reason",
        code: "too_short",
        params: { min: EXTENSION_BOUNDS.reason.min },
      });
    }
    setProblems(found);
    if (Object.keys(found).length > 0 || !dueAt) return;
    const result = await run({
      cohortId: cohort.id,
      stage,
      whom:
        audience === "PARTICIPANT"
          ? { audience, enrolmentId }
          : audience === "GROUP"
            ? { audience, groupId }
            : { audience },
      dueAt: dueAt.toISOString(),
      closes,
      following,
      reason,
    });
    if (result.ok) {
      setReason("");
      return setDone(result.value);
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setRefusal(t(result.reason === "outdated" ? "outdated" : "noAnswer"));
    }
    const { issues, reason: refused } = result as Refusal;
    if (!issues?.length) return setRefusal(refusals(refused as RefusalReason));
    setProblems(
      Object.fromEntries(issues.map((each) => [each.path.split(".")[0], issueText(each)])),
    );
  };

  const control = controlProps("extension-due", { error: problems.dueAt });
  return (
    <Card as="section">
      <CardBody>
        <form
          noValidate
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <ChoiceGroup
            id="extension-stage"
            name="stage"
            type="radio"
            layout="row"
            label={t("stage")}
            values={[stage]}
            onValues={([kind]) => setStage(kind as StageKind)}
            options={STAGE_KINDS.map((kind) => ({ value: kind, label: s(`kind.${kind}`) }))}
          />
          <ChoiceGroup
            id="extension-audience"
            name="audience"
            type="radio"
            layout="row"
            label={t("whom")}
            error={audience === "ALL" ? problems.whom : undefined}
            values={[audience]}
            onValues={([chosen]) => {
              setAudience(chosen as ExtensionAudience);
              mend("whom");
            }}
            options={EXTENSION_AUDIENCES.filter(
              (each) => each !== "GROUP" || groups.length > 0,
            ).map((each) => ({
              value: each,
              label:
                each === "ALL" && scope === "allocated" ? t("allOfYours") : t(`audience.${each}`),
            }))}
          />
          {audience === "PARTICIPANT" && (
            <SelectField
              id="extension-participant"
              name="participant"
              label={t("participant")}
              error={problems.whom}
              value={enrolmentId}
              onChange={(event) => {
                setEnrolmentId(event.target.value);
                mend("whom");
              }}
            >
              <option value="">{t("choose")}</option>
              {participants.map(({ id, name, group }) => (
                <option key={id} value={id}>
                  {group ? `${name} · ${group}` : name}
                </option>
              ))}
            </SelectField>
          )}
          {audience === "GROUP" && (
            <SelectField
              id="extension-group"
              name="group"
              label={t("group")}
              error={problems.whom}
              value={groupId}
              onChange={(event) => {
                setGroupId(event.target.value);
                mend("whom");
              }}
            >
              <option value="">{t("choose")}</option>
              {groups.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
          )}
          <FieldGroup
            id="extension-when"
            label={t("due")}
            hint={t("dueHint", { zone: zoneName(cohort.timeZone) })}
            error={problems.dueAt}
          >
            <div className="flex gap-2">
              <Input
                {...control}
                type="date"
                name="date"
                aria-label={t("date")}
                value={due.date}
                onChange={(event) => {
                  setDue((before) => ({ ...before, date: event.target.value }));
                  mend("dueAt");
                }}
                className="min-w-0 flex-3"
              />
              <Select
                id="extension-time"
                name="time"
                aria-label={t("time")}
                value={due.time}
                onChange={(event) => {
                  setDue((before) => ({ ...before, time: event.target.value }));
                  mend("dueAt");
                }}
                className="min-w-24 flex-2"
              >
                {TIMES.map((time) => (
                  <option key={time} value={time}>
                    {time.replace(":", locale === "id" ? "." : ":")}
                  </option>
                ))}
              </Select>
            </div>
            <Checkbox
              name="following"
              label={t("following")}
              checked={following}
              onChange={(event) => {
                setFollowing(event.target.checked);
                mend("dueAt");
              }}
            />
          </FieldGroup>
          <ChoiceGroup
            id="extension-closes"
            name="closes"
            type="radio"
            label={t("closes")}
            hint={t("closesHint")}
            values={[closes]}
            onValues={([choice]) => setCloses(choice as CloseChoice)}
            options={CLOSE_CHOICES.map((choice) => ({
              value: choice,
              label: t(`close.${choice}`),
            }))}
          />
          <TextareaField
            id="extension-reason"
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            rows={3}
            value={reason}
            lengths={EXTENSION_BOUNDS.reason}
            error={problems.reason}
            onChange={(event) => {
              setReason(event.target.value);
              mend("reason");
            }}
          />
          {refusal && (
            <Callout tone="late" live>
              {refusal}
            </Callout>
          )}
          {done && (
            <Callout tone="good" live>
              {t("done", { people: done.people })}{" "}
              {t("left", { later: done.later, sent: done.sent })}
            </Callout>
          )}
          <div>
            <Button type="submit" pending={pending}>
              {t("submit")}
            </Button>
          </div>
        </form>
      </CardBody>
    </Card>
  );
}

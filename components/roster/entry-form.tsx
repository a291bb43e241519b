"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorSummary } from "@/components/ui/error-summary";
import { SelectField, TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { FieldIssue } from "@/lib/document/issue";
import { GRADES, ID_TYPES, rankOf } from "@/lib/enrolment/civil-servant";
import type { Refusal } from "@/lib/platform/result";
import { saveEntryAction } from "@/lib/roster/actions";
import { proposeAgency } from "@/lib/roster/matching";
import { ROSTER_BOUNDS, type RosterEntry, type RosterForm, rosterPath } from "@/lib/roster/model";
import { RemoveEntry } from "./remove-entry";

type NewAgency = ReturnType<typeof proposeAgency>;
const TYPES: readonly NewAgency["type"][] = [
  "MINISTRY",
  "LPNK",
  "LNS",
  "PROVINCE",
  "REGENCY",
  "CITY",
];

/** One person of a roster, held to what a row of a file is held to. */
export function EntryForm({ cohortId, form }: { cohortId: string; form: RosterForm }) {
  const t = useTranslations("roster");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const router = useRouter();
  const id = useId();
  const { run, pending } = useCommand(saveEntryAction);
  const [entry, setEntry] = useState<RosterEntry>(form.entry);
  const [newAgency, setNewAgency] = useState<NewAgency | null>(null);
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string>();
  const isNew = form.enrolmentId === null;
  const isParticipant = entry.role === "PARTICIPANT";

  const set = (changed: Partial<RosterEntry>) => {
    setEntry((before) => ({ ...before, ...changed }));
    const touched = new Set(Object.keys(changed).map((field) => `entry.${field}`));
    setIssues((before) => before.filter(({ path }) => !touched.has(path)));
    if (changed.agency !== undefined) setNewAgency(null);
  };
  const errorOf = (field: keyof RosterEntry) => {
    const issue = issues.find(({ path }) => path === `entry.${field}`);
    return issue && issueText(issue);
  };

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent: RosterEntry = isParticipant
      ? entry
      : { ...entry, group: "", isGroupLead: false, facilitator: "" };
    const result = await run({
      cohortId,
      enrolmentId: form.enrolmentId,
      basedOn: form.version,
      entry: { ...sent, idNumber: sent.idType === "NONE" ? "" : sent.idNumber },
      newAgency: newAgency && { kind: "new", ...newAgency },
    });
    if (result.ok) {
      toast(t("form.saved", { name: entry.fullName }), { tone: "good", along: true });
      router.push(rosterPath(cohortId));
      return;
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setProblem(t("form.noAnswer"));
    }
    const refusal = result as Refusal;
    if (refusal.reason === "conflict") return setProblem(t("form.stale"));
    const found = refusal.issues ?? [];
    if (found.some(({ code }) => code === "agency_unknown")) {
      setNewAgency(proposeAgency(entry.agency));
    }
    setIssues(found);
    setProblem(found.length > 0 ? undefined : refusals(refusal.reason));
    setAttempt((count) => count + 1);
  }

  const fieldId = (field: string) => `${id}-${field}`;
  const words: Partial<Record<string, string>> = {
    idType: t("form.idType"),
    isGroupLead: t("fields.lead"),
  };
  const text = (field: "fullName" | "email" | "position" | "workUnit" | "idNumber") => ({
    id: fieldId(field),
    name: field,
    label: t(`fields.${field}`),
    value: entry[field],
    error: errorOf(field),
    onChange: ({ target }: { target: { value: string } }) => set({ [field]: target.value }),
  });

  return (
    <form onSubmit={submit} noValidate className="grid max-w-4xl gap-5">
      <ErrorSummary
        attempt={attempt}
        title={t("form.summary")}
        issues={issues.map((issue) => {
          const field = issue.path.replace(/^entry\./, "");
          const known = words[field] ?? t(`fields.${field as "fullName"}`);
          return { id: fieldId(field), message: `${known}: ${issueText(issue)}` };
        })}
      />
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <Card as="section">
        <CardHeader title={t("form.identity")} />
        <CardBody className="grid gap-4 sm:grid-cols-2">
          <TextField
            {...text("fullName")}
            maxLength={ROSTER_BOUNDS.fullName.max}
            autoComplete="off"
          />
          <SelectField
            id={fieldId("role")}
            name="role"
            label={t("fields.role")}
            value={entry.role}
            disabled={!isNew}
            hint={isNew ? undefined : t("form.roleFixed")}
            error={errorOf("role")}
            onChange={({ target }) => set({ role: target.value as RosterEntry["role"] })}
          >
            <option value="PARTICIPANT">{t("roles.PARTICIPANT")}</option>
            <option value="FACILITATOR">{t("roles.FACILITATOR")}</option>
          </SelectField>
          <SelectField
            id={fieldId("idType")}
            name="idType"
            label={t("form.idType")}
            value={entry.idType}
            error={errorOf("idType")}
            onChange={({ target }) => set({ idType: target.value as RosterEntry["idType"] })}
          >
            {ID_TYPES.map((type) => (
              <option key={type} value={type}>
                {t(`form.idTypes.${type}`)}
              </option>
            ))}
          </SelectField>
          {entry.idType !== "NONE" && (
            <TextField
              {...text("idNumber")}
              label={t(`form.idTypes.${entry.idType}`)}
              inputMode="numeric"
              autoComplete="off"
              maxLength={40}
            />
          )}
          <TextField {...text("email")} type="email" optional autoComplete="off" maxLength={254} />
        </CardBody>
      </Card>
      <Card as="section">
        <CardHeader title={t("form.work")} />
        <CardBody className="grid gap-4 sm:grid-cols-2">
          <div className="grid gap-3 sm:col-span-2">
            <TextField
              id={fieldId("agency")}
              name="agency"
              label={t("fields.agency")}
              hint={t("form.agencyHint")}
              list={`${id}-agencies`}
              value={entry.agency}
              error={errorOf("agency")}
              maxLength={ROSTER_BOUNDS.agency.max}
              autoComplete="off"
              onChange={({ target }) => set({ agency: target.value })}
            />
            <datalist id={`${id}-agencies`}>
              {form.agencies.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            {newAgency && (
              <Callout title={t("form.newAgency")} live>
                <div className="grid gap-3">
                  <p>{t("form.newAgencyBody")}</p>
                  <div className="grid gap-3 sm:grid-cols-2">
                    <SelectField
                      id={fieldId("agencyType")}
                      name="agencyType"
                      label={t("form.agencyType")}
                      value={newAgency.type}
                      onChange={({ target }) =>
                        setNewAgency({ ...newAgency, type: target.value as NewAgency["type"] })
                      }
                    >
                      {TYPES.map((type) => (
                        <option key={type} value={type}>
                          {t(`form.agencyTypes.${type}`)}
                        </option>
                      ))}
                    </SelectField>
                    <TextField
                      id={fieldId("agencyShort")}
                      name="agencyShort"
                      label={t("form.shortName")}
                      value={newAgency.shortName}
                      maxLength={ROSTER_BOUNDS.agencyShort.max}
                      onChange={({ target }) =>
                        setNewAgency({ ...newAgency, shortName: target.value })
                      }
                    />
                  </div>
                </div>
              </Callout>
            )}
          </div>
          <TextField {...text("position")} optional maxLength={ROSTER_BOUNDS.position.max} />
          <TextField {...text("workUnit")} optional maxLength={ROSTER_BOUNDS.workUnit.max} />
          <SelectField
            id={fieldId("grade")}
            name="grade"
            label={t("fields.grade")}
            optional
            value={entry.grade}
            error={errorOf("grade")}
            onChange={({ target }) => set({ grade: target.value })}
          >
            <option value="">{t("form.gradeNone")}</option>
            {GRADES.map(({ code }) => (
              <option key={code} value={code}>
                {`${code} · ${rankOf(code)}`}
              </option>
            ))}
          </SelectField>
        </CardBody>
      </Card>
      {isParticipant && (
        <Card as="section">
          <CardHeader title={t("form.place")} />
          <CardBody className="grid gap-4 sm:grid-cols-2">
            <TextField
              id={fieldId("group")}
              name="group"
              label={t("fields.group")}
              hint={t("form.groupHint")}
              optional
              list={`${id}-groups`}
              value={entry.group}
              error={errorOf("group")}
              maxLength={ROSTER_BOUNDS.group.max}
              autoComplete="off"
              onChange={({ target }) => set({ group: target.value })}
            />
            <datalist id={`${id}-groups`}>
              {form.groups.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <SelectField
              id={fieldId("facilitator")}
              name="facilitator"
              label={t("fields.facilitator")}
              optional
              value={entry.facilitator}
              error={errorOf("facilitator")}
              onChange={({ target }) => set({ facilitator: target.value })}
            >
              <option value="">{t("form.facilitatorNone")}</option>
              {form.facilitators.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </SelectField>
            <Checkbox
              id={fieldId("isGroupLead")}
              name="isGroupLead"
              label={t("form.leadLabel")}
              hint={errorOf("isGroupLead") ?? t("form.leadHint")}
              checked={entry.isGroupLead}
              onChange={({ target }) => set({ isGroupLead: target.checked })}
            />
          </CardBody>
        </Card>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" pending={pending}>
          {t("form.save")}
        </Button>
        <Button href={rosterPath(cohortId)} variant="secondary">
          {t("form.cancel")}
        </Button>
        {form.enrolmentId !== null && form.removable && (
          <RemoveEntry
            cohortId={cohortId}
            enrolmentId={form.enrolmentId}
            name={form.entry.fullName}
          />
        )}
      </div>
    </form>
  );
}

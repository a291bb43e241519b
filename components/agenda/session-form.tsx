"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { IconButton } from "@/components/ui/icon-button";
import { PlusIcon, TrashIcon } from "@/components/ui/icons";
import { SelectField, TextareaField, TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { removeSessionAction, saveSessionAction } from "@/lib/agenda/actions";
import {
  AGENDA_BOUNDS,
  type AgendaSession,
  type AgendaVisit,
  clockOf,
  minuteOf,
  type Speaker,
} from "@/lib/agenda/model";
import type { FieldIssue } from "@/lib/document/issue";
import { useFormat } from "@/lib/i18n/use-format";
import type { Refusal, RefusalReason } from "@/lib/platform/result";
import { addDays } from "@/lib/platform/zoned-time";

/** Times to choose from, as the due dates have them: the browser's own field counts to twelve. */
const TIMES = [...Array.from({ length: 96 }, (_, quarter) => clockOf(quarter * 15)), "23:59"];
/** Later than this a session of the day cannot end. */
const LAST_MINUTE = minuteOf("23:59");

const fieldId = (path: string) => `session-${path || "title"}`;

interface Draft {
  hostRegionId: string;
  title: string;
  day: string;
  starts: string;
  ends: string;
  hostUnitId: string;
  place: string;
  note: string;
  forAll: boolean;
  groupIds: string[];
  speakers: Speaker[];
}

/**
 * Writes a session, new or there already. Needs the messages of `agenda`, `issues` and `refusals`.
 *
 * @param backHref the agenda as it was looked at
 */
export function SessionForm({
  cohortId,
  session,
  day,
  visits,
  units,
  groups,
  backHref,
}: {
  cohortId: string;
  session: AgendaSession | null;
  day: string;
  visits: AgendaVisit[];
  units: { id: string; name: string; hostRegionId: string }[];
  groups: { id: string; name: string }[];
  backHref: string;
}) {
  const t = useTranslations("agenda");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const format = useFormat();
  const locale = useLocale();
  const router = useRouter();
  const save = useCommand(saveSessionAction);
  const remove = useCommand(removeSessionAction);
  const visited = visits.find(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
  const [draft, setDraft] = useState<Draft>({
    hostRegionId: session?.hostRegionId ?? visited?.hostRegionId ?? visits[0]?.hostRegionId ?? "",
    title: session?.title ?? "",
    day,
    starts: session ? clockOf(session.startsMinute) : "08:00",
    ends: session ? clockOf(session.endsMinute) : "09:00",
    hostUnitId: session?.hostUnit?.id ?? "",
    place: session?.place ?? "",
    note: session?.note ?? "",
    forAll: session?.forAll ?? true,
    groupIds: session?.groups.map(({ id }) => id) ?? [],
    speakers: session?.speakers ?? [],
  });
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState(false);

  const change = (part: Partial<Draft>, path: string) => {
    setDraft((before) => ({ ...before, ...part }));
    setIssues((before) =>
      before.filter((issue) => issue.path !== path && !issue.path.startsWith(`${path}.`)),
    );
  };
  /** The end moves with the start: a session keeps its length, as far as the day goes. */
  const begin = (starts: string) => {
    const length = Math.max(0, minuteOf(draft.ends) - minuteOf(draft.starts));
    const ends = clockOf(Math.min(minuteOf(starts) + length, LAST_MINUTE));
    change({ starts, ends }, "starts");
  };
  const errorOf = (path: string) => {
    const issue = issues.find((found) => found.path === path);
    return issue && issueText(issue);
  };
  const text = (path: "title" | "place" | "note") => ({
    id: fieldId(path),
    name: path,
    label: t(`field.${path}`),
    value: draft[path],
    error: errorOf(path),
    onChange: (event: { target: { value: string } }) =>
      change({ [path]: event.target.value }, path),
  });
  const visit = visits.find(({ hostRegionId }) => hostRegionId === draft.hostRegionId);
  const days: string[] = [];
  if (visit) {
    for (let each = visit.startsOn; each <= visit.endsOn && days.length < 60; ) {
      days.push(each);
      each = addDays(each, 1);
    }
  }
  if (!days.includes(draft.day)) days.push(draft.day);
  const times = [...new Set([...TIMES, draft.starts, draft.ends])].sort();

  const refuse = (result: { reason: string; issues?: FieldIssue[] }) => {
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setRefusal(t(`error.${result.reason === "outdated" ? "outdated" : "noAnswer"}`));
    }
    const refused = result as Refusal;
    if (refused.issues?.length) {
      setIssues(refused.issues);
      return setAttempt((count) => count + 1);
    }
    setRefusal(
      refused.reason === "conflict"
        ? t("error.conflict")
        : refusals(refused.reason as RefusalReason),
    );
  };
  const leave = (message: string) => {
    setDone(true);
    toast(message, { tone: "good", along: true });
    router.push(backHref, { scroll: false });
  };
  const send = async () => {
    setRefusal(null);
    const result = await save.run({
      cohortId,
      sessionId: session?.id ?? null,
      basedOn: session?.version ?? 0,
      ...draft,
      hostUnitId: draft.hostUnitId || null,
    });
    if (result.ok) leave(t("saved", { title: draft.title }));
    else refuse(result);
  };
  const takeOff = async () => {
    if (!session) return;
    setRefusal(null);
    const result = await remove.run({
      cohortId,
      sessionId: session.id,
      basedOn: session.version,
    });
    setAsked(false);
    if (result.ok) leave(t("removed", { title: session.title }));
    else refuse(result);
  };
  const names: Record<string, string> = {
    hostRegionId: t("field.host"),
    title: t("field.title"),
    day: t("field.day"),
    starts: t("field.starts"),
    ends: t("field.ends"),
    hostUnitId: t("field.unit"),
    place: t("field.place"),
    note: t("field.note"),
    groupIds: t("field.groups"),
    speakers: t("field.speakers"),
  };
  const pending = save.pending || remove.pending || done;
  const title = session ? t("editTitle") : t("newTitle");
  return (
    <Card as="section" aria-label={title} className="print:hidden">
      <CardHeader title={title} />
      <CardBody>
        <form
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <ErrorSummary
            attempt={attempt}
            issues={issues.map((issue) => ({
              id: fieldId(issue.path),
              message: `${names[issue.path.split(".")[0] ?? ""] ?? t("title")}: ${issueText(issue)}`,
            }))}
          />
          <TextField {...text("title")} autoFocus maxLength={AGENDA_BOUNDS.title.max} />
          <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
            {visits.length > 1 && (
              <SelectField
                id={fieldId("hostRegionId")}
                name="hostRegionId"
                label={names.hostRegionId}
                value={draft.hostRegionId}
                error={errorOf("hostRegionId")}
                onChange={(event) =>
                  change({ hostRegionId: event.target.value, hostUnitId: "" }, "hostRegionId")
                }
              >
                {visits.map(({ hostRegionId, hostName }) => (
                  <option key={hostRegionId} value={hostRegionId}>
                    {hostName}
                  </option>
                ))}
              </SelectField>
            )}
            <SelectField
              id={fieldId("day")}
              name="day"
              label={names.day}
              value={draft.day}
              error={errorOf("day")}
              onChange={(event) => change({ day: event.target.value }, "day")}
            >
              {days.map((each) => (
                <option key={each} value={each}>
                  {format.dateLong(each)}
                </option>
              ))}
            </SelectField>
            {(["starts", "ends"] as const).map((path) => (
              <SelectField
                key={path}
                id={fieldId(path)}
                name={path}
                label={names[path]}
                value={draft[path]}
                error={errorOf(path)}
                onChange={({ target }) =>
                  path === "starts" ? begin(target.value) : change({ ends: target.value }, path)
                }
              >
                {times.map((time) => (
                  <option key={time} value={time}>
                    {locale === "id" ? time.replace(":", ".") : time}
                  </option>
                ))}
              </SelectField>
            ))}
          </div>
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              id={fieldId("hostUnitId")}
              name="hostUnitId"
              label={names.hostUnitId}
              optional
              value={draft.hostUnitId}
              error={errorOf("hostUnitId")}
              onChange={(event) => change({ hostUnitId: event.target.value }, "hostUnitId")}
            >
              <option value="">{t("noUnit")}</option>
              {units
                .filter(({ hostRegionId }) => hostRegionId === draft.hostRegionId)
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </SelectField>
            <TextField {...text("place")} optional maxLength={AGENDA_BOUNDS.place.max} />
          </div>
          <ChoiceGroup
            id={fieldId("forAll")}
            name="forAll"
            type="radio"
            layout="row"
            label={t("field.attending")}
            values={[draft.forAll ? "all" : "groups"]}
            onValues={([value]) => change({ forAll: value === "all" }, "groupIds")}
            options={[
              { value: "all", label: t("everybody") },
              { value: "groups", label: t("someGroups"), disabled: groups.length === 0 },
            ]}
          />
          {!draft.forAll && (
            <ChoiceGroup
              id={fieldId("groupIds")}
              name="groupIds"
              type="checkbox"
              layout="row"
              label={names.groupIds}
              error={errorOf("groupIds")}
              values={draft.groupIds}
              onValues={(groupIds) => change({ groupIds }, "groupIds")}
              options={groups.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <Speakers
            speakers={draft.speakers}
            errorOf={errorOf}
            onChange={(speakers, path) => change({ speakers }, path)}
          />
          <TextareaField
            {...text("note")}
            optional
            rows={2}
            lengths={{ max: AGENDA_BOUNDS.note.max }}
          />
          {refusal && (
            <Callout tone="late" live>
              {refusal}
            </Callout>
          )}
          <div className="flex flex-wrap justify-end gap-2.5 max-sm:*:flex-1">
            {session && (
              <Button
                variant="danger"
                className="sm:mr-auto"
                icon={<TrashIcon size={16} />}
                onClick={() => setAsked(true)}
                disabled={pending}
              >
                {t("remove")}
              </Button>
            )}
            <Button variant="secondary" href={backHref} scroll={false}>
              {t("cancel")}
            </Button>
            <Button type="submit" pending={pending}>
              {t("save")}
            </Button>
          </div>
        </form>
      </CardBody>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t("removeTitle")}
        description={session ? t("removeBody", { title: session.title }) : undefined}
        busy={remove.pending}
        footer={
          <>
            <Button variant="secondary" onClick={() => setAsked(false)} disabled={remove.pending}>
              {t("cancel")}
            </Button>
            <Button variant="danger" onClick={takeOff} pending={remove.pending}>
              {t("remove")}
            </Button>
          </>
        }
      />
    </Card>
  );
}

function Speakers({
  speakers,
  errorOf,
  onChange,
}: {
  speakers: Speaker[];
  errorOf: (path: string) => string | undefined;
  onChange: (speakers: Speaker[], path: string) => void;
}) {
  const t = useTranslations("agenda");
  const edit = (index: number, part: Partial<Speaker>, path: string) =>
    onChange(
      speakers.map((speaker, at) => (at === index ? { ...speaker, ...part } : speaker)),
      path,
    );
  return (
    <fieldset id={fieldId("speakers")} tabIndex={-1} className="grid min-w-0 gap-3 outline-none">
      <legend className="mb-1.5 text-md font-semibold">{t("field.speakers")}</legend>
      {speakers.map((speaker, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a speaker has no other name while it is written
          key={index}
          className="flex items-start gap-2"
        >
          <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
            <TextField
              id={fieldId(`speakers.${index}.name`)}
              name={`speakers.${index}.name`}
              label={t("field.speakerName")}
              maxLength={AGENDA_BOUNDS.speakerName.max}
              value={speaker.name}
              error={errorOf(`speakers.${index}.name`)}
              onChange={(event) =>
                edit(index, { name: event.target.value }, `speakers.${index}.name`)
              }
            />
            <TextField
              id={fieldId(`speakers.${index}.role`)}
              name={`speakers.${index}.role`}
              label={t("field.speakerRole")}
              optional
              maxLength={AGENDA_BOUNDS.speakerRole.max}
              value={speaker.role}
              error={errorOf(`speakers.${index}.role`)}
              onChange={(event) =>
                edit(index, { role: event.target.value }, `speakers.${index}.role`)
              }
            />
          </div>
          <span className="pt-6">
            <IconButton
              label={t("removeSpeaker", { number: index + 1 })}
              icon={<TrashIcon size={16} />}
              onClick={() =>
                onChange(
                  speakers.filter((_, other) => other !== index),
                  "speakers",
                )
              }
            />
          </span>
        </div>
      ))}
      {speakers.length < AGENDA_BOUNDS.speakers.max && (
        <Button
          variant="secondary"
          size="sm"
          icon={<PlusIcon size={16} />}
          className="justify-self-start"
          onClick={() => onChange([...speakers, { name: "", role: "" }], "speakers")}
        >
          {t("addSpeaker")}
        </Button>
      )}
    </fieldset>
  );
}

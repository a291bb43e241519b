"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { type AssignDesk, cohortPath } from "@/lib/cohort/model";
import { useFormat } from "@/lib/i18n/use-format";
import { ChatText } from "./chat-text";

export interface AssignOutcome {
  enrolmentIds: string[];
  innovationIds: string[];
  /** ISO instants. */
  dueAt: Record<StageKind, string>;
  instructions: string;
  created: number;
  skipped: { enrolmentId: string; innovationId: string }[];
}

/** As many of the skipped pairs as are named. */
const NAMED = 10;
/** A chat message names people up to this many, and counts them beyond. */
const NAMED_IN_CHAT = 12;

/** What happened, and how to tell those whom it concerns. */
export function AssignResult({
  desk,
  outcome,
  onAgain,
}: {
  desk: AssignDesk;
  outcome: AssignOutcome;
  onAgain: () => void;
}) {
  const t = useTranslations("assign.done");
  const text = useChatText(desk, outcome);
  const names = new Map(desk.participants.map(({ id, name }) => [id, name]));
  const codes = new Map(desk.innovations.map(({ id, code }) => [id, code]));
  const reached = newlyAssigned(outcome);

  return (
    <div className="grid gap-5">
      <Callout
        live
        tone={outcome.created > 0 ? "good" : "accent"}
        title={outcome.created > 0 ? t("title", { count: outcome.created }) : t("nothing")}
        action={
          <>
            <Button
              href={desk.isStaff ? cohortPath(desk.cohort.id) : "/reviews"}
              size="sm"
              variant="secondary"
            >
              {t(desk.isStaff ? "dashboard" : "reviews")}
            </Button>
            <Button size="sm" variant="ghost" onClick={onAgain}>
              {t("again")}
            </Button>
          </>
        }
      >
        {outcome.created > 0 && <p>{t("created", { participants: reached.length })}</p>}
        {outcome.skipped.length > 0 && (
          <>
            <p>{t("skipped", { count: outcome.skipped.length })}</p>
            <ul className="list-disc pl-5">
              {outcome.skipped.slice(0, NAMED).map(({ enrolmentId, innovationId }) => (
                <li key={`${enrolmentId} ${innovationId}`}>
                  {names.get(enrolmentId)} – {codes.get(innovationId)}
                </li>
              ))}
              {outcome.skipped.length > NAMED && (
                <li>{t("skippedMore", { count: outcome.skipped.length - NAMED })}</li>
              )}
            </ul>
          </>
        )}
      </Callout>
      {outcome.created > 0 && (
        <ChatText
          text={text}
          rows={14}
          words={{
            title: t("chatTitle"),
            hint: t("chatHint"),
            copy: t("copy"),
            copied: t("copied"),
            copyFailed: t("copyFailed"),
          }}
        />
      )}
    </div>
  );
}

/** The participants who got something new, in the order of the list. */
function newlyAssigned({ enrolmentIds, innovationIds, skipped }: AssignOutcome): string[] {
  return enrolmentIds.filter(
    (id) => skipped.filter(({ enrolmentId }) => enrolmentId === id).length < innovationIds.length,
  );
}

/** A message for the participants, as plain as a chat wants it. */
function useChatText(desk: AssignDesk, outcome: AssignOutcome): string {
  const t = useTranslations("assign.chat");
  const s = useTranslations("stage");
  const { cohort } = desk;
  const format = useFormat(cohort.timeZone);
  const reached = newlyAssigned(outcome);
  const names = desk.participants.flatMap(({ id, name }) => (reached.includes(id) ? [name] : []));
  const given = desk.innovations.filter(({ id }) => outcome.innovationIds.includes(id));
  return [
    t("greeting", { program: cohort.program, cohort: cohort.name }),
    t("body"),
    "",
    t("innovations", { names: given.map(({ code, name }) => `${code} (${name})`).join("; ") }),
    names.length > NAMED_IN_CHAT
      ? t("peopleCount", { count: names.length })
      : t("people", { names: names.join("; ") }),
    "",
    t("due"),
    ...STAGE_KINDS.map((kind, index) =>
      t("dueLine", {
        position: index + 1,
        stage: s(`kind.${kind}`),
        when: format.dateTime(outcome.dueAt[kind]),
      }),
    ),
    ...(outcome.instructions.trim()
      ? ["", t("instructions", { text: outcome.instructions.trim() })]
      : []),
    "",
    t("link", { url: `${window.location.origin}/tasks` }),
    t("thanks"),
  ].join("\n");
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { FieldIssue } from "@/lib/document/issue";
import { withdrawEnrolmentAction } from "@/lib/enrolment/actions";
import { ENROLMENT_BOUNDS } from "@/lib/enrolment/model";
import type { Refusal } from "@/lib/platform/result";
import { SuccessorField } from "./successor-field";

/** Somebody leaves: why, and who takes over a facilitator's participants. */
export function WithdrawDialog({
  cohortId,
  person,
  facilitators,
  onClose,
}: {
  cohortId: string;
  person: { enrolmentId: string; name: string; role: string; guides: number; isOffered: boolean };
  facilitators: { enrolmentId: string; name: string }[];
  onClose: () => void;
}) {
  const t = useTranslations("people.leave");
  const people = useTranslations("people");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const { run, pending } = useCommand(withdrawEnrolmentAction);
  const [reason, setReason] = useState("");
  const [successorId, setSuccessorId] = useState("");
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [problem, setProblem] = useState<string>();
  const isFacilitator = person.role === "FACILITATOR";
  // Who never took the place does not leave it: the offer ends.
  const words = person.isOffered
    ? { title: "offer.title", body: "offer.body", confirm: "offer.confirm", done: "offer.done" }
    : isFacilitator
      ? { title: "facilitatorTitle", body: "facilitatorBody", confirm: "confirm", done: "done" }
      : { title: "participantTitle", body: "participantBody", confirm: "confirm", done: "done" };
  const errorOf = (path: string) => {
    const issue = issues.find((found) => found.path === path);
    return issue && issueText(issue);
  };

  const send = async () => {
    const { enrolmentId, name } = person;
    const result = await run({
      cohortId,
      enrolmentId,
      reason,
      successorId: successorId || null,
    });
    if (result.ok) {
      toast(t(words.done, { name }), { tone: "good" });
      return onClose();
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setProblem(people("noAnswer"));
    }
    const refusal = result as Refusal;
    setIssues(refusal.issues ?? []);
    setProblem(refusal.issues?.length ? undefined : refusals(refusal.reason));
  };

  return (
    <Dialog
      open
      busy={pending}
      onClose={onClose}
      title={t(words.title, { name: person.name })}
      description={t(words.body)}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={pending}>
            {t("cancel")}
          </Button>
          <Button variant="danger" onClick={send} pending={pending}>
            {t(words.confirm)}
          </Button>
        </>
      }
    >
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      {isFacilitator &&
        (person.guides > 0 ? (
          <SuccessorField
            person={person}
            facilitators={facilitators}
            value={successorId}
            error={errorOf("successorId")}
            onChange={setSuccessorId}
          />
        ) : (
          <p className="text-ink-2">{t("alone")}</p>
        ))}
      <TextareaField
        id="withdraw-reason"
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        rows={3}
        value={reason}
        lengths={ENROLMENT_BOUNDS.reason}
        error={errorOf("reason")}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

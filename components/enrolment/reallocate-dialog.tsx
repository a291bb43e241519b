"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { FieldIssue } from "@/lib/document/issue";
import { reallocateAction } from "@/lib/enrolment/actions";
import type { Refusal } from "@/lib/platform/result";
import { SuccessorField } from "./successor-field";

/** All participants of a facilitator pass to another one. */
export function ReallocateDialog({
  cohortId,
  person,
  facilitators,
  onClose,
}: {
  cohortId: string;
  person: { enrolmentId: string; name: string; guides: number };
  facilitators: { enrolmentId: string; name: string }[];
  onClose: () => void;
}) {
  const t = useTranslations("people.leave");
  const people = useTranslations("people");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const { run, pending } = useCommand(reallocateAction);
  const [successorId, setSuccessorId] = useState("");
  const [issue, setIssue] = useState<FieldIssue>();
  const [problem, setProblem] = useState<string>();

  const send = async () => {
    if (!successorId) return setIssue({ path: "successorId", code: "required" });
    const result = await run({ cohortId, fromId: person.enrolmentId, successorId });
    if (result.ok) {
      toast(t("moved", { count: result.value.moved }), { tone: "good" });
      return onClose();
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setProblem(people("noAnswer"));
    }
    const refusal = result as Refusal;
    setIssue(refusal.issues?.[0]);
    setProblem(refusal.issues?.length ? undefined : refusals(refusal.reason));
  };

  return (
    <Dialog
      open
      busy={pending}
      onClose={onClose}
      title={t("moveTitle", { name: person.name })}
      description={t("moveBody")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={pending}>
            {t("cancel")}
          </Button>
          <Button onClick={send} pending={pending}>
            {t("move")}
          </Button>
        </>
      }
    >
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <SuccessorField
        person={person}
        facilitators={facilitators}
        value={successorId}
        error={issue && issueText(issue)}
        onChange={(value) => {
          setSuccessorId(value);
          setIssue(undefined);
        }}
      />
    </Dialog>
  );
}

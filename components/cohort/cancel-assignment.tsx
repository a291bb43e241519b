"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { BanIcon } from "@/components/ui/icons";
import { TextareaField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { ASSIGNMENT_BOUNDS } from "@/lib/assignment/model";
import { cancelAssignmentAction } from "@/lib/cohort/actions";
import type { FieldIssue } from "@/lib/document/issue";
import type { Refusal, RefusalReason } from "@/lib/platform/result";
import { useIssueText } from "./issue-text";

/**
 * Ends an assignment, with a reason: a button and the dialog that it opens. Needs the messages of
 * `cohorts`, `issues` and `refusals`. Whether the actor may, the server has said (`can.cancel`).
 */
export function CancelAssignment({
  assignmentId,
  participant,
  innovation,
  compact,
}: {
  assignmentId: string;
  participant: string;
  innovation: string;
  /** An icon instead of words; for lists. */
  compact?: boolean;
}) {
  const t = useTranslations("cohorts.cancel");
  const [open, setOpen] = useState(false);
  return (
    <>
      {compact ? (
        <IconButton
          label={t("openFor", { innovation, participant })}
          icon={<BanIcon size={16} />}
          onClick={() => setOpen(true)}
        />
      ) : (
        <Button variant="danger" onClick={() => setOpen(true)}>
          {t("open")}
        </Button>
      )}
      {open && (
        <CancelDialog
          {...{ assignmentId, participant, innovation }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

type Problem =
  | { kind: "issue"; issue: FieldIssue }
  | { kind: "refused"; reason: RefusalReason }
  | { kind: "no_answer" | "outdated" };

function CancelDialog({
  assignmentId,
  participant,
  innovation,
  onClose,
}: {
  assignmentId: string;
  participant: string;
  innovation: string;
  onClose: () => void;
}) {
  const t = useTranslations("cohorts.cancel");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const { run, pending } = useCommand(cancelAssignmentAction);

  const send = async () => {
    const result = await run({ assignmentId, reason });
    if (result.ok) {
      toast(t("done", { innovation, participant }), { tone: "good" });
      return onClose();
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setProblem({ kind: result.reason });
    }
    const { issues, reason: refused } = result as Refusal;
    const issue = issues?.find(({ path }) => path === "reason");
    setProblem(issue ? { kind: "issue", issue } : { kind: "refused", reason: refused });
  };

  const issue = problem?.kind === "issue" ? problem.issue : null;
  return (
    <Dialog
      open
      busy={pending}
      onClose={onClose}
      title={t("title")}
      description={t("body", { innovation, participant })}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={pending}>
            {t("keep")}
          </Button>
          <Button variant="danger" onClick={send} pending={pending}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      {problem && problem.kind !== "issue" && (
        <Callout tone="late" live>
          {problem.kind === "refused"
            ? refusals(problem.reason)
            : t(problem.kind === "no_answer" ? "noAnswer" : "outdated")}
        </Callout>
      )}
      <TextareaField
        id={`cancel-${assignmentId}`}
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        rows={3}
        value={reason}
        lengths={ASSIGNMENT_BOUNDS.cancelReason}
        error={issue && issueText(issue)}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

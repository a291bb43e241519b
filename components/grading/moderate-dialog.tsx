"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { moderateAction } from "@/lib/grading/actions";
import { GRADING_BOUNDS, type GradeRow } from "@/lib/grading/model";
import { useFormat } from "@/lib/i18n/use-format";
import { useGradingCommand } from "./use-grading-command";

/** Settles two ratings that lie apart: a score between them, and why. */
export function ModerateDialog({
  cohortId,
  row,
  limit,
  onClose,
}: {
  cohortId: string;
  row: GradeRow;
  limit: number;
  onClose: () => void;
}) {
  const t = useTranslations("grading.moderate");
  const format = useFormat();
  const { run, pending, problem } = useGradingCommand(moderateAction);
  const [score, setScore] = useState("");
  const [reason, setReason] = useState("");
  // People write a comma, and machines a point.
  const value = /^\d{1,3}([.,]\d{1,2})?$/.test(score.trim())
    ? Number(score.trim().replace(",", "."))
    : null;

  const send = async () => {
    if (value === null || !row.second) return;
    const answer = await run({
      cohortId,
      assignmentId: row.assignmentId,
      primaryVersion: row.primary.version,
      secondVersion: row.second.version,
      score: value,
      reason,
    });
    if (!answer) return;
    toast(t("done", { name: row.participant }), { tone: "good" });
    onClose();
  };
  return (
    <Dialog
      open
      busy={pending}
      onClose={onClose}
      title={t("title", { name: row.participant, innovation: row.innovation.code })}
      description={t("body", {
        first: format.decimal(row.primary.total ?? 0),
        second: format.decimal(row.second?.total ?? 0),
        spread: format.decimal(row.grade.spread ?? 0),
        limit: format.integer(limit),
      })}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={pending}>
            {t("cancel")}
          </Button>
          <Button onClick={send} pending={pending} disabled={value === null}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <TextField
        id="moderated-score"
        name="score"
        inputMode="decimal"
        label={t("score")}
        hint={t("scoreHint")}
        value={score}
        onChange={(event) => setScore(event.target.value)}
      />
      <TextareaField
        id="moderated-reason"
        name="reason"
        rows={3}
        label={t("reason")}
        value={reason}
        lengths={GRADING_BOUNDS.reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

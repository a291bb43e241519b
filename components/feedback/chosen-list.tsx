"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { TextareaField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { giveWordAction, removeFindingAction, rewordFindingAction } from "@/lib/feedback/actions";
import {
  byInnovation,
  FEEDBACK_BOUNDS,
  type FindingRow,
  sourceProblem,
} from "@/lib/feedback/model";
import { useFormat } from "@/lib/i18n/use-format";
import { useFeedbackCommand } from "./use-feedback-command";

type Asked = { finding: FindingRow; what: "words" | "word" };

/** The findings that were chosen, by innovation, each with what the host answered. */
export function ChosenList({
  cohortId,
  findings,
  timeZone,
  canEdit,
}: {
  cohortId: string;
  findings: FindingRow[];
  timeZone: string;
  canEdit: boolean;
}) {
  const [asked, setAsked] = useState<Asked | null>(null);
  return (
    <div className="grid gap-5">
      {byInnovation(findings).map(({ innovationId, findings: rows }) => (
        <Card as="section" key={innovationId} aria-labelledby={`innovation-${innovationId}`}>
          <CardHeader id={`innovation-${innovationId}`} title={rows[0]?.innovation} />
          <ul className="divide-y divide-line">
            {rows.map((finding) => (
              <FindingItem
                key={finding.id}
                cohortId={cohortId}
                finding={finding}
                timeZone={timeZone}
                canEdit={canEdit}
                onAsk={(what) => setAsked({ finding, what })}
              />
            ))}
          </ul>
        </Card>
      ))}
      {asked?.what === "words" && (
        <WordsDialog cohortId={cohortId} finding={asked.finding} onClose={() => setAsked(null)} />
      )}
      {asked?.what === "word" && (
        <WordDialog cohortId={cohortId} finding={asked.finding} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}

function FindingItem({
  cohortId,
  finding,
  timeZone,
  canEdit,
  onAsk,
}: {
  cohortId: string;
  finding: FindingRow;
  timeZone: string;
  canEdit: boolean;
  onAsk: (what: Asked["what"]) => void;
}) {
  const t = useTranslations("feedback");
  const format = useFormat(timeZone);
  const word = useFeedbackCommand(giveWordAction);
  const leave = useFeedbackCommand(removeFindingAction);
  const of = { cohortId, findingId: finding.id, basedOn: finding.version };
  const problem = sourceProblem(finding);
  const refused = word.problem ?? leave.problem;
  const pending = word.pending || leave.pending;
  return (
    <li className="grid gap-2 px-4 py-3 sm:px-4.5">
      <p className="flex flex-wrap items-center gap-2 text-sm text-ink-3">
        <span>{t(`kinds.${finding.kind}`)}</span>
        <span>{t("sources", { count: finding.sources })}</span>
        {problem && (
          <Badge tone="late">{t(problem === "no_source" ? "noSource" : "needsWord")}</Badge>
        )}
        {finding.releasedText !== null && (
          <Badge tone={finding.releasedText === finding.text ? "good" : "neutral"}>
            {t(finding.releasedText === finding.text ? "released" : "changed")}
          </Badge>
        )}
      </p>
      <p className="whitespace-pre-line wrap-anywhere">{finding.text}</p>
      {finding.word !== null && (
        <p className="text-sm text-ink-3 wrap-anywhere">
          {t("wordGiven", { reason: finding.word })}
        </p>
      )}
      {finding.responses.length > 0 && (
        <ul className="grid gap-1.5 border-l-2 border-line pl-3 text-md">
          {finding.responses.map((response) => (
            <li key={response.label + response.at} className="wrap-anywhere">
              <span className="font-semibold">{t(`answers.${response.answer}`)}</span>{" "}
              <span className="text-sm text-ink-3">
                {t("answeredBy", { label: response.label, at: format.dateTime(response.at) })}
              </span>
              {response.note && <span className="block text-ink-2">{response.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {refused && (
        <Callout tone="late" live>
          {refused}
        </Callout>
      )}
      {canEdit && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" variant="secondary" onClick={() => onAsk("words")} disabled={pending}>
            {t("edit")}
          </Button>
          {finding.word !== null ? (
            <Button
              size="sm"
              variant="secondary"
              pending={word.pending}
              onClick={async () => {
                if (await word.run({ ...of, reason: null }))
                  toast(t("wordTaken"), { tone: "good" });
              }}
            >
              {t("takeWord")}
            </Button>
          ) : (
            problem === "needs_word" && (
              <Button size="sm" variant="secondary" onClick={() => onAsk("word")}>
                {t("giveWord")}
              </Button>
            )
          )}
          <Button
            size="sm"
            variant="ghost"
            pending={leave.pending}
            onClick={async () => {
              if (await leave.run(of)) toast(t("removed"), { tone: "good" });
            }}
          >
            {t("remove")}
          </Button>
        </div>
      )}
    </li>
  );
}

type DialogProps = { cohortId: string; finding: FindingRow; onClose: () => void };

function WordsDialog({ cohortId, finding, onClose }: DialogProps) {
  const t = useTranslations("feedback");
  const { run, pending, problem } = useFeedbackCommand(rewordFindingAction);
  const [text, setText] = useState(finding.text);
  const send = async () => {
    const { id: findingId, version: basedOn } = finding;
    if (!(await run({ cohortId, findingId, basedOn, text }))) return;
    toast(t("editDone"), { tone: "good" });
    onClose();
  };
  return (
    <Dialog
      open
      busy={pending}
      onClose={onClose}
      title={t("edit")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={pending}>
            {t("cancel")}
          </Button>
          <Button onClick={send} pending={pending}>
            {t("choose")}
          </Button>
        </>
      }
    >
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <TextareaField
        id="reworded-text"
        name="text"
        rows={4}
        label={t("wording")}
        hint={t("wordingHint")}
        value={text}
        lengths={FEEDBACK_BOUNDS.text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
}

function WordDialog({ cohortId, finding, onClose }: DialogProps) {
  const t = useTranslations("feedback");
  const { run, pending, problem } = useFeedbackCommand(giveWordAction);
  const [reason, setReason] = useState("");
  const send = async () => {
    const { id: findingId, version: basedOn } = finding;
    if (!(await run({ cohortId, findingId, basedOn, reason }))) return;
    toast(t("wordDone"), { tone: "good" });
    onClose();
  };
  return (
    <Dialog
      open
      busy={pending}
      onClose={onClose}
      title={t("wordTitle")}
      description={t("wordBody")}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={pending}>
            {t("cancel")}
          </Button>
          <Button onClick={send} pending={pending}>
            {t("giveWord")}
          </Button>
        </>
      }
    >
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <TextareaField
        id="word-reason"
        name="reason"
        rows={3}
        label={t("wordReason")}
        value={reason}
        lengths={FEEDBACK_BOUNDS.word}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}

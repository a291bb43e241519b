"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextareaField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { addSourcesAction, chooseFindingAction } from "@/lib/feedback/actions";
import { type CandidateRow, FEEDBACK_BOUNDS, type FindingRow } from "@/lib/feedback/model";
import { useFeedbackCommand } from "./use-feedback-command";

/** What participants wrote, to be made into findings: several that say the same become one. */
export function CandidateDesk({
  cohortId,
  rows,
  findings,
  canEdit,
}: {
  cohortId: string;
  rows: CandidateRow[];
  findings: FindingRow[];
  canEdit: boolean;
}) {
  const t = useTranslations("feedback");
  const [chosen, setChosen] = useState<number[]>([]);
  const [open, setOpen] = useState(false);
  const picked = chosen.flatMap((at) => rows[at] ?? []);
  const [first] = picked;
  const isOne = picked.every(
    ({ kind, innovationId }) => kind === first?.kind && innovationId === first.innovationId,
  );
  return (
    <>
      <ul className="divide-y divide-line">
        {rows.map((row, at) => (
          <li key={row.refs[0] ? `${row.refs[0].revisionId}${row.refs[0].itemId}` : row.text}>
            <div className="flex items-start gap-3 px-4 py-3 sm:px-4.5">
              {canEdit && (
                <input
                  type="checkbox"
                  id={`candidate-${at}`}
                  checked={chosen.includes(at)}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked
                        ? [...chosen, at]
                        : chosen.filter((other) => other !== at),
                    )
                  }
                  className="mt-1 size-4.5 flex-none accent-accent"
                />
              )}
              <div className="min-w-0 flex-1">
                {canEdit ? (
                  <label htmlFor={`candidate-${at}`} className="block wrap-anywhere">
                    {row.text}
                  </label>
                ) : (
                  <p className="wrap-anywhere">{row.text}</p>
                )}
                <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
                  <span className="wrap-anywhere">{row.innovation}</span>
                  <span>{t(`kinds.${row.kind}`)}</span>
                  <span>{t("sources", { count: row.sources })}</span>
                  {row.isUsed && <Badge tone="good">{t("used")}</Badge>}
                </p>
              </div>
            </div>
          </li>
        ))}
      </ul>
      {canEdit && picked.length > 0 && (
        <div className="sticky bottom-0 flex flex-wrap items-center gap-3 border-t border-line bg-surface px-4 py-3 sm:px-4.5 print:hidden">
          <Button onClick={() => setOpen(true)} disabled={!isOne}>
            {t("chooseSelected", { count: picked.length })}
          </Button>
          {!isOne && <p className="text-sm text-ink-3">{t("sameSubject")}</p>}
        </div>
      )}
      {open && first && (
        <ChooseDialog
          cohortId={cohortId}
          picked={picked}
          first={first}
          joinable={findings.filter(
            ({ kind, innovationId }) => kind === first.kind && innovationId === first.innovationId,
          )}
          onClose={(done) => {
            setOpen(false);
            if (done) setChosen([]);
          }}
        />
      )}
    </>
  );
}

function ChooseDialog({
  cohortId,
  picked,
  first,
  joinable,
  onClose,
}: {
  cohortId: string;
  picked: CandidateRow[];
  first: CandidateRow;
  joinable: FindingRow[];
  onClose: (done: boolean) => void;
}) {
  const t = useTranslations("feedback");
  const choose = useFeedbackCommand(chooseFindingAction);
  const join = useFeedbackCommand(addSourcesAction);
  const [text, setText] = useState(first.text);
  const [into, setInto] = useState("");
  const target = joinable.find(({ id }) => id === into);
  const pending = choose.pending || join.pending;
  const problem = choose.problem ?? join.problem;

  const send = async () => {
    const sources = picked.flatMap(({ refs }) => refs);
    const { kind, innovationId } = first;
    const answer = target
      ? await join.run({ cohortId, findingId: target.id, basedOn: target.version, sources })
      : await choose.run({ cohortId, innovationId, kind, text, sources });
    if (!answer) return;
    toast(t("chosenDone"), { tone: "good" });
    onClose(true);
  };
  return (
    <Dialog
      open
      busy={pending}
      onClose={() => onClose(false)}
      title={t(`kinds.${first.kind}`)}
      description={first.innovation}
      footer={
        <>
          <Button variant="secondary" onClick={() => onClose(false)} disabled={pending}>
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
      {joinable.length > 0 && (
        <SelectField
          id="finding-into"
          name="into"
          label={t("joinTo")}
          value={into}
          onChange={(event) => setInto(event.target.value)}
        >
          <option value="">{t("newFinding")}</option>
          {joinable.map((finding) => (
            <option key={finding.id} value={finding.id}>
              {finding.text.slice(0, 80)}
            </option>
          ))}
        </SelectField>
      )}
      {!target && (
        <TextareaField
          id="finding-text"
          name="text"
          rows={4}
          label={t("wording")}
          hint={t("wordingHint")}
          value={text}
          lengths={FEEDBACK_BOUNDS.text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </Dialog>
  );
}

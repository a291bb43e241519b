"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { TextareaField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { answerFindingAction } from "@/lib/feedback/actions";
import {
  FEEDBACK_BOUNDS,
  HOST_ANSWERS,
  type HostAnswer,
  type ToldFinding,
} from "@/lib/feedback/model";
import { useFormat } from "@/lib/i18n/use-format";
import type { RefusalReason } from "@/lib/platform/result";

/** What the host answers to one finding; answered again, it is the next version. */
export function ResponseForm({
  token,
  finding,
  timeZone,
}: {
  token: string;
  finding: ToldFinding;
  timeZone: string;
}) {
  const t = useTranslations("feedback");
  const refusals = useTranslations("refusals");
  const format = useFormat(timeZone);
  const { run, pending } = useCommand(answerFindingAction);
  const [stands, setStands] = useState(finding.response);
  const [open, setOpen] = useState(false);
  const [answer, setAnswer] = useState<HostAnswer | null>(finding.response?.answer ?? null);
  const [note, setNote] = useState(finding.response?.note ?? "");
  const [problem, setProblem] = useState<string | null>(null);

  const send = async () => {
    if (!answer) return;
    setProblem(null);
    const result = await run({
      token,
      findingId: finding.id,
      basedOn: stands?.version ?? 0,
      answer,
      note,
    });
    if (result.ok) {
      setStands({ ...result.value, note: note.trim() });
      setOpen(false);
      toast(t("host.kept"), { tone: "good" });
      return;
    }
    const { reason } = result;
    if (reason === "no_answer") return setProblem(t("noAnswer"));
    if (reason === "outdated") return setProblem(t("outdated"));
    if (reason === "conflict") return setProblem(t("host.stale"));
    if (reason === "not_found") return setProblem(t("host.gone"));
    if (reason === "link_expired") return setProblem(t("host.expired"));
    setProblem(refusals(reason as RefusalReason));
  };

  return (
    <div className="mt-2 grid gap-2">
      {stands && (
        <div className="text-md">
          <p>
            <span className="font-semibold">{t(`answers.${stands.answer}`)}</span>{" "}
            <span className="text-sm text-ink-3">
              {t("host.saved", { at: format.dateTime(stands.at) })}
            </span>
          </p>
          {stands.note && (
            <p className="whitespace-pre-line text-ink-2 wrap-anywhere">{stands.note}</p>
          )}
        </div>
      )}
      {open ? (
        <form
          className="grid gap-3 print:hidden"
          onSubmit={async (event) => {
            event.preventDefault();
            await send();
          }}
        >
          {problem && (
            <Callout tone="late" live>
              {problem}
            </Callout>
          )}
          <ChoiceGroup
            id={`answer-${finding.id}`}
            name={`answer-${finding.id}`}
            type="radio"
            layout="row"
            label={t("host.answer")}
            values={answer ? [answer] : []}
            onValues={([value]) => setAnswer(value as HostAnswer)}
            options={HOST_ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }))}
          />
          <TextareaField
            id={`note-${finding.id}`}
            name="note"
            rows={3}
            optional
            label={t("host.note")}
            value={note}
            maxLength={FEEDBACK_BOUNDS.note.max}
            lengths={FEEDBACK_BOUNDS.note}
            onChange={(event) => setNote(event.target.value)}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" pending={pending} disabled={!answer}>
              {t("host.save")}
            </Button>
            <Button variant="secondary" onClick={() => setOpen(false)} disabled={pending}>
              {t("cancel")}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button size="sm" variant="secondary" onClick={() => setOpen(true)}>
            {t(stands ? "host.change" : "host.answer")}
          </Button>
        </div>
      )}
    </div>
  );
}

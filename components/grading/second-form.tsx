"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { scoreOf, type WorkRow } from "@/components/review/use-work-scores";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { saveSecondScoresAction } from "@/lib/grading/actions";
import type { SecondRatingDto } from "@/lib/grading/model";
import { useFormat } from "@/lib/i18n/use-format";
import { REVIEW_BOUNDS } from "@/lib/review/model";
import { bandOf, scoreRubric } from "@/lib/rubric/scoring";
import { useGradingCommand } from "./use-grading-command";

/** The second rater's own scores; nothing of the first one's is on this page. */
export function SecondForm({ rating }: { rating: Omit<SecondRatingDto, "reading" | "stages"> }) {
  const t = useTranslations("grading.rate");
  const locale = useLocale();
  const format = useFormat();
  const { run, pending, problem } = useGradingCommand(saveSecondScoresAction);
  const [rows, setRows] = useState<WorkRow[]>(() =>
    rating.scores.map(({ criterionId, value, note }) => ({
      criterionId,
      value: value === null ? "" : String(value),
      note,
    })),
  );
  const locked = rating.final || rating.closed;
  const values = rows.map(({ value }) => scoreOf(value));
  const scores = rows.map(({ criterionId, note }, index) => ({
    criterionId,
    value: values[index] ?? null,
    note: note.trim(),
  }));
  const { percent } = scoreRubric(rating.rubric, scores);
  const band = percent === null ? null : bandOf(percent, rating.bands);

  const change = (criterionId: string, part: Partial<WorkRow>) =>
    setRows((before) =>
      before.map((row) => (row.criterionId === criterionId ? { ...row, ...part } : row)),
    );
  const save = async (final: boolean) => {
    const { assignmentId, version } = rating;
    const answer = await run({ assignmentId, basedOn: version, scores, final });
    if (answer) toast(t(final ? "finished" : "saved"), { tone: "good" });
  };
  return (
    <div className="grid gap-4">
      <p className="text-sm text-ink-2">{t("blind")}</p>
      {rating.rubric.criteria.map((criterion, index) => {
        const row = rows[index];
        if (!row) return null;
        return (
          <div key={criterion.id} className="grid gap-2">
            <TextField
              id={`second-${criterion.code}`}
              name={`score-${criterion.code}`}
              label={t("criterion", {
                name: criterion.label[locale],
                weight: criterion.weight,
              })}
              hint={criterion.definition[locale]}
              error={values[index] === undefined ? t("offScale") : undefined}
              inputMode="numeric"
              maxLength={3}
              placeholder="0–100"
              value={row.value}
              disabled={locked}
              onChange={(event) => change(criterion.id, { value: event.target.value })}
            />
            <TextareaField
              id={`second-note-${criterion.code}`}
              name={`note-${criterion.code}`}
              label={t("note")}
              optional
              rows={1}
              maxLength={REVIEW_BOUNDS.workNote.max}
              value={row.note}
              disabled={locked}
              onChange={(event) => change(criterion.id, { note: event.target.value })}
            />
          </div>
        );
      })}
      <p className="border-t border-line-strong pt-3" aria-live="polite">
        <span className="font-semibold">{t("total")}</span>{" "}
        {percent === null ? (
          <span className="text-ink-3">{t("incomplete")}</span>
        ) : (
          <span className="text-xl font-bold tabular-nums">
            {format.decimal(percent)}
            {band && (
              <span className="ml-2 text-md font-medium text-ink-2">{band.label[locale]}</span>
            )}
          </span>
        )}
      </p>
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      {locked ? (
        <p className="text-sm text-ink-3">{t(rating.final ? "isFinal" : "isClosed")}</p>
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            onClick={() => save(false)}
            pending={pending}
            disabled={values.includes(undefined)}
          >
            {t("save")}
          </Button>
          <Button
            onClick={() => save(true)}
            disabled={pending || percent === null || !rating.whole}
          >
            {t("finish")}
          </Button>
          {!rating.whole && <p className="w-full text-sm text-ink-3">{t("notWhole")}</p>}
        </div>
      )}
    </div>
  );
}

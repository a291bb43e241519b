"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useFormat } from "@/lib/i18n/use-format";
import { type Problem, useDesk } from "./desk-context";
import { RefusalText } from "./refusal-text";

/** Why the decision was not carried out, and what to do. Nothing that was typed is lost by it. */
export function ProblemNotice({ problem }: { problem: Problem }) {
  const t = useTranslations("review.problem");
  const s = useTranslations("stage");
  const desk = useDesk();
  const format = useFormat(desk.seed.timeZone);
  if (problem.kind === "conflict") {
    return (
      <Callout
        tone="late"
        live
        title={t("conflict")}
        action={
          <Button size="sm" variant="secondary" onClick={desk.reload}>
            {t("reload")}
          </Button>
        }
      >
        {problem.now.last && (
          <p>
            {t(`decided.${problem.now.last.kind}`, {
              name: problem.now.last.by,
              when: format.dateTime(problem.now.last.at),
            })}
          </p>
        )}
        {problem.now.revision !== null && problem.now.revision !== desk.seed.revision.number && (
          <p>{t("nowRevision", { number: problem.now.revision })}</p>
        )}
        {problem.now.state && <p>{t("nowState", { state: s(`state.${problem.now.state}`) })}</p>}
        <p>{t("kept")}</p>
      </Callout>
    );
  }
  if (problem.kind === "work_unsaved") {
    return (
      <Callout tone="late" live title={t("workUnsaved")}>
        {t("workUnsavedHint")}
      </Callout>
    );
  }
  const reason = problem.kind === "refused" ? problem.reason : problem.kind;
  return (
    <Callout
      tone="late"
      live
      action={
        reason === "wrong_state" || reason === "stage_paused" || reason === "cancelled" ? (
          <Button size="sm" variant="secondary" onClick={desk.reload}>
            {t("reload")}
          </Button>
        ) : undefined
      }
    >
      <RefusalText reason={reason} />
    </Callout>
  );
}

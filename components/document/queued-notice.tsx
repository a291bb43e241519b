"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { STAGE_KINDS, STAGE_SLUGS, stageIndex } from "@/lib/assignment/model";
import { useForm, useKept, useSaveState } from "./form-context";

/** A stage that was sent without signal: what becomes of it, the way on, and the way back. */
export function QueuedNotice() {
  const t = useTranslations("form.queued");
  const stageWords = useTranslations("stage");
  const { dto, autosave } = useForm();
  const router = useRouter();
  const state = useSaveState();
  const kept = useKept();
  const task = `/tasks/${dto.assignmentId}`;
  const next = STAGE_KINDS[stageIndex(dto.stage) + 1];
  const waiting = state.kind === "waiting" || state.kind === "signed_out";
  return (
    <Callout
      title={t("title")}
      live
      action={
        <>
          {!kept ? null : next ? (
            <Button onClick={() => router.push(`${task}/${STAGE_SLUGS[next]}`)}>
              {t("next", { stage: stageWords(`kind.${next}`) })}
            </Button>
          ) : (
            <Button onClick={() => router.push(task)}>{t("task")}</Button>
          )}
          <Button variant="ghost" disabled={!waiting} onClick={() => autosave.cancelSubmit()}>
            {t("cancel")}
          </Button>
        </>
      }
    >
      {!kept
        ? t("unkept")
        : state.kind === "waiting" && state.cause === "gate"
          ? t("gate")
          : t("body")}
    </Callout>
  );
}

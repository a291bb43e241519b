"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { serverNow } from "@/components/field/clock";
import { sendOrKeep } from "@/components/field/errands";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { SendIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { STAGE_KINDS, STAGE_SLUGS, stageIndex } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";
import { useForm, useSaveState } from "./form-context";

/** The end of a form: sends it, after a look at what is missing and a question. */
export function SubmitPanel({
  left,
  ready,
  onIncomplete,
}: {
  left: number;
  /** It can be sent now: nobody else writes it, and it has not been sent. */
  ready: boolean;
  onIncomplete: () => void;
}) {
  const t = useTranslations("form.submit");
  const common = useTranslations("common");
  const stageWords = useTranslations("stage");
  const refusals = useTranslations("refusals");
  const { dto, checker, autosave } = useForm();
  const router = useRouter();
  const format = useFormat(dto.timeZone);
  const state = useSaveState();
  const [dialog, setDialog] = useState<"closed" | "asking" | "sending">("closed");
  const stage = stageWords(`kind.${dto.stage}`);
  const next = STAGE_KINDS[stageIndex(dto.stage) + 1];
  const after = next
    ? t(`after.${dto.gate}`, { stage, next: stageWords(`kind.${next}`) })
    : t("after.last");
  const waiting = dialog === "sending" && state.kind === "waiting";

  const ask = () => {
    if (checker.reveal().length > 0) onIncomplete();
    else setDialog("asking");
  };
  const send = async () => {
    setDialog("sending");
    const outcome = await autosave.submit();
    setDialog("closed");
    if (!outcome.ok) {
      if (outcome.reason === "invalid") onIncomplete();
      return;
    }
    const task = `/tasks/${dto.assignmentId}`;
    const { version, number } = outcome.sent;
    router.push(task);
    // What was fetched before shows the stage as it was.
    router.refresh();
    toast(t("sent", { stage, number }), {
      tone: "good",
      along: true,
      action: {
        label: t("withdraw"),
        run: async () => {
          try {
            const result = await sendOrKeep<unknown>(dto.personId, "WITHDRAW", {
              assignmentId: dto.assignmentId,
              stage: dto.stage,
              basedOn: version,
            });
            if (result === "kept") toast(t("withdrawKept"), { tone: "late" });
            else if (result.ok) {
              router.push(`${task}/${STAGE_SLUGS[dto.stage]}`);
              router.refresh();
            } else toast(refusals(result.reason), { tone: "late" });
          } catch {
            toast(t("withdrawLost"), { tone: "late" });
          }
        },
      },
    });
  };

  return (
    <Card className="px-4 py-4.5 sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <p className="font-semibold">
            {left === 0 ? t("ready") : t("notReady", { count: left })}
          </p>
          {dto.can.submit ? (
            <p className="text-sm text-ink-2">{left === 0 ? after : t("savedMeanwhile")}</p>
          ) : (
            <p className="text-sm font-medium text-late">{refusals("hard_closed")}</p>
          )}
        </div>
        <Button
          size="lg"
          variant={left === 0 ? "primary" : "secondary"}
          icon={<SendIcon size={18} />}
          disabled={!ready || !dto.can.submit}
          onClick={ask}
          className="max-sm:w-full"
        >
          {t("button", { stage })}
        </Button>
      </div>
      <Dialog
        open={dialog !== "closed"}
        onClose={() => setDialog("closed")}
        busy={dialog === "sending" && !waiting}
        title={t("title", { stage })}
        description={dialog === "asking" ? after : undefined}
        footer={
          dialog === "asking" ? (
            <>
              <Button variant="secondary" onClick={() => setDialog("closed")}>
                {common("cancel")}
              </Button>
              <Button icon={<SendIcon size={16} />} onClick={send}>
                {t("confirm")}
              </Button>
            </>
          ) : (
            <>
              <Button
                variant="secondary"
                disabled={!waiting}
                onClick={() => autosave.cancelSubmit()}
              >
                {t("stop")}
              </Button>
              <Button pending={!waiting} onClick={() => setDialog("closed")}>
                {waiting ? t("later") : common("sending")}
              </Button>
            </>
          )
        }
      >
        {dialog === "asking" ? (
          <>
            <p className="text-md text-ink-2">{t("frozen")}</p>
            {new Date(dto.dueAt) < serverNow() && (
              <p className="text-md font-medium text-late">
                {t("late", { due: format.dateTime(dto.dueAt) })}
              </p>
            )}
          </>
        ) : (
          <p role="status" className="text-md text-ink-2">
            {waiting ? t("waiting") : t("underWay")}
          </p>
        )}
      </Dialog>
    </Card>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { serverNow } from "@/components/field/clock";
import { withdraw } from "@/components/field/withdraw";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SendIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { STAGE_KINDS, STAGE_SLUGS, stageIndex } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";
import { useForm, useKept, useSaveState } from "./form-context";

/**
 * On the phone a bar above the bar of places, in reach of the thumb however long the form is. While a text
 * is typed it stays at the form's end: with a keyboard on the screen there is no room to give away. It comes
 * back a moment later, lest it slip under a finger that has just left the text for what is there.
 */
const BAR = [
  "z-10 mt-5 border-line bg-surface px-4",
  "max-lg:sticky max-lg:bottom-(--bottom-bar) max-lg:-mx-4 max-lg:border-t max-lg:py-3",
  "max-lg:sm:-mx-6 max-lg:sm:px-6",
  "max-lg:[transition:bottom_0s_400ms]",
  "max-lg:group-has-[:is(textarea,input:not([type=radio],[type=checkbox])):focus]/form:-bottom-[999px]",
  "max-lg:group-has-[:is(textarea,input:not([type=radio],[type=checkbox])):focus]/form:delay-0",
  "lg:rounded-md lg:border lg:px-5 lg:py-4.5",
].join(" ");

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
  const kept = useKept();
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
            const result = await withdraw(dto.personId, {
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
    <div data-noprint="" className={BAR}>
      <div className="flex items-center justify-between gap-x-3 gap-y-3 lg:flex-wrap lg:gap-x-6">
        <div className="min-w-0 flex-1 lg:basis-64">
          <p className="font-semibold max-lg:text-sm">
            {left === 0 ? t("ready") : t("notReady", { count: left })}
          </p>
          {dto.can.submit ? (
            // On the phone the question that follows says it.
            <p className="text-sm text-ink-2 max-lg:hidden">
              {left === 0 ? after : t("savedMeanwhile")}
            </p>
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
          className="flex-none max-lg:max-w-[60%]"
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
            {waiting ? t(kept ? "waiting" : "waitingUnkept") : t("underWay")}
          </p>
        )}
      </Dialog>
    </div>
  );
}

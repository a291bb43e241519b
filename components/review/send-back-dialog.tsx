"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { PlusIcon, TrashIcon, UndoIcon } from "@/components/ui/icons";
import { TextareaField } from "@/components/ui/text-field";
import { REVIEW_BOUNDS } from "@/lib/review/model";
import { useDesk } from "./desk-context";
import { ProblemNotice } from "./problem-notice";

/**
 * Returning a submission, or taking an approval back: the reasons collected while reading, to be
 * looked over, and more of them. Every reason is written in its own box and may still be changed.
 */
export function SendBackDialog() {
  const t = useTranslations("review.sendBack");
  const desk = useDesk();
  const id = useId();
  const [checked, setChecked] = useState(false);
  const { reasons } = desk.drafts;
  const open = desk.asking === "return" || desk.asking === "reopen";
  const kind = desk.seed.can.reopen ? "reopen" : "return";
  const { min, max } = REVIEW_BOUNDS.reason;
  // An empty box is no reason yet.
  const written = reasons.filter(({ text }) => text.trim() !== "").length;
  const errorOf = (text: string) =>
    checked && text.trim().length < min
      ? t("tooShort", { min })
      : text.trim().length > max
        ? t("tooLong", { max })
        : undefined;
  const sound =
    reasons.length >= REVIEW_BOUNDS.reasons.min &&
    reasons.length <= REVIEW_BOUNDS.reasons.max &&
    reasons.every(({ text }) => text.trim().length >= min && text.trim().length <= max);

  const close = () => {
    setChecked(false);
    desk.setAsking(null);
    // A box that was opened and left empty is no reason.
    for (const reason of reasons) if (reason.text.trim() === "") desk.removeReason(reason.id);
  };
  const send = () => {
    setChecked(true);
    if (sound) void desk.sendBack();
  };
  const more = () => desk.addReason({ path: null, stable: null, label: null, text: "" });

  return (
    <Dialog
      open={open}
      onClose={close}
      busy={desk.pending}
      title={t(`title.${kind}`)}
      description={t(`about.${kind}`, { name: desk.seed.participant })}
      footer={
        <>
          <Button variant="secondary" onClick={close} disabled={desk.pending}>
            {t("cancel")}
          </Button>
          <Button icon={<UndoIcon size={16} />} pending={desk.pending} onClick={send}>
            {t(`confirm.${kind}`, { count: written })}
          </Button>
        </>
      }
    >
      {reasons.map((reason, index) => (
        <TextareaField
          key={reason.id}
          id={`${id}-${reason.id}`}
          name={`reason-${index}`}
          rows={3}
          autoFocus={reason.text === ""}
          label={reason.label ?? t("general")}
          value={reason.text}
          onChange={(event) => desk.editReason(reason.id, event.target.value)}
          lengths={{ max }}
          error={errorOf(reason.text)}
          aside={
            <Button
              size="sm"
              variant="ghost"
              icon={<TrashIcon size={15} />}
              onClick={() => desk.removeReason(reason.id)}
            >
              {t("remove")}
            </Button>
          }
        />
      ))}
      {reasons.length === 0 && (
        <p
          className={checked ? "font-medium text-late" : "text-ink-2"}
          role={checked ? "alert" : undefined}
        >
          {t("none")}
        </p>
      )}
      {reasons.length > REVIEW_BOUNDS.reasons.max && (
        <p className="font-medium text-late" role="alert">
          {t("tooMany", { max: REVIEW_BOUNDS.reasons.max })}
        </p>
      )}
      <div>
        <Button size="sm" variant="secondary" icon={<PlusIcon size={16} />} onClick={more}>
          {t("more")}
        </Button>
      </div>
      {desk.problem && <ProblemNotice problem={desk.problem} />}
    </Dialog>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextareaField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { addCommentAction } from "@/lib/review/actions";
import { REVIEW_BOUNDS } from "@/lib/review/model";
import { CannedMenu } from "./canned-menu";
import { useDesk } from "./desk-context";
import { RefusalText } from "./refusal-text";
import { useCommand } from "./use-command";

/**
 * The box in which a remark is written. It becomes a reason, kept until the submission is sent
 * back, or a comment, which is sent at once. What is typed survives closing it and a reload.
 */
export function RemarkComposer({
  field,
}: {
  /** Null: on the submission as a whole. */
  field: { path: string; stable: string; label: string } | null;
}) {
  const t = useTranslations("review.remark");
  const desk = useDesk();
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const comment = useCommand(addCommentAction);
  const [failure, setFailure] = useState<string | null>(null);
  const [tooShort, setTooShort] = useState(false);
  const path = field?.path ?? "";
  const text = desk.note(path);
  const { can, revision, assignmentId, stage } = desk.seed;
  const mayReason = can.return || can.reopen;

  useEffect(() => {
    box.current?.querySelector("textarea")?.focus();
  }, []);

  const close = () => {
    desk.setWriting(null);
    // Back to the button that opened it.
    document
      .querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] > button`)
      ?.focus({ preventScroll: true });
  };

  const keepAsReason = () => {
    if (text.trim().length < REVIEW_BOUNDS.reason.min) return setTooShort(true);
    desk.addReason({
      path: field?.path ?? null,
      stable: field?.stable ?? null,
      label: field?.label ?? null,
      text: text.trim(),
    });
    desk.setNote(path, "");
    close();
  };

  const send = async () => {
    if (text.trim() === "") return setTooShort(true);
    const result = await comment.run({
      assignmentId,
      stage,
      revisionId: revision.id,
      fieldPath: field?.path ?? null,
      body: text.trim(),
    });
    if (!result.ok) return setFailure(result.reason);
    desk.setNote(path, "");
    setFailure(null);
    toast(t("sent"), { tone: "good" });
    close();
  };

  return (
    <form
      ref={box}
      className="mt-2 grid gap-2.5 rounded-md border border-line-strong bg-paper p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (mayReason) keepAsReason();
        else void send();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <TextareaField
        id={id}
        name="remark"
        rows={3}
        label={field ? t("on", { field: field.label }) : t("onWhole")}
        hint={t(mayReason ? "hint" : "hintComment")}
        value={text}
        onChange={(event) => {
          setTooShort(false);
          desk.setNote(path, event.target.value);
        }}
        lengths={{ max: REVIEW_BOUNDS.reason.max }}
        error={
          tooShort
            ? t("tooShort")
            : text.trim().length > REVIEW_BOUNDS.reason.max
              ? t("tooLong")
              : undefined
        }
      />
      <CannedMenu
        path={field?.path ?? null}
        written={text}
        onChoose={(chosen) => {
          setTooShort(false);
          desk.setNote(path, text.trim() === "" ? chosen : `${text.trimEnd()}\n${chosen}`);
          box.current?.querySelector("textarea")?.focus();
        }}
      />
      {failure && (
        <Callout tone="late" live>
          <RefusalText reason={failure} />
        </Callout>
      )}
      <div className="flex flex-wrap gap-2">
        {mayReason && (
          <Button type="submit" size="sm">
            {t(can.return ? "asReturnReason" : "asReopenReason")}
          </Button>
        )}
        {can.comment && (
          <Button
            size="sm"
            variant={mayReason ? "secondary" : "primary"}
            pending={comment.pending}
            onClick={send}
          >
            {t("asComment")}
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={close}>
          {t("close")}
        </Button>
      </div>
    </form>
  );
}

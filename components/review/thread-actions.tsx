"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextareaField } from "@/components/ui/text-field";
import { addCommentAction, resolveThreadAction } from "@/lib/review/actions";
import { REVIEW_BOUNDS } from "@/lib/review/model";
import { useDesk } from "./desk-context";
import { RefusalText } from "./refusal-text";
import { useCommand } from "./use-command";

/** Below a thread: answering it, and saying that it is settled. An answer begun is kept like a remark. */
export function ThreadActions({ commentId, resolved }: { commentId: string; resolved: boolean }) {
  const t = useTranslations("review.said");
  const desk = useDesk();
  const id = useId();
  const answer = useCommand(addCommentAction);
  const settling = useCommand(resolveThreadAction);
  const [failure, setFailure] = useState<string | null>(null);
  const key = `thread-${commentId}`;
  const text = desk.note(key);
  const [writing, setWriting] = useState(false);
  const { assignmentId, stage, revision, can } = desk.seed;
  const tooLong = text.trim().length > REVIEW_BOUNDS.comment.max;

  const send = async () => {
    if (text.trim() === "" || tooLong) return;
    const result = await answer.run({
      assignmentId,
      stage,
      revisionId: revision.id,
      fieldPath: null,
      replyTo: commentId,
      body: text.trim(),
    });
    if (!result.ok) return setFailure(result.reason);
    desk.setNote(key, "");
    setFailure(null);
    setWriting(false);
  };
  const settle = async () => {
    const result = await settling.run({ assignmentId, stage, commentId, resolved: !resolved });
    setFailure(result.ok ? null : result.reason);
  };

  return (
    <div data-noprint="" className="grid gap-2">
      {can.comment && (writing || text.trim() !== "") && (
        <TextareaField
          id={id}
          name="answer"
          rows={2}
          label={t("answerText")}
          value={text}
          onChange={(event) => desk.setNote(key, event.target.value)}
          lengths={{ max: REVIEW_BOUNDS.comment.max }}
        />
      )}
      {failure && (
        <p className="text-sm font-medium text-late" role="alert">
          <RefusalText reason={failure} />
        </p>
      )}
      <div className="flex flex-wrap gap-1">
        {can.comment &&
          (writing || text.trim() !== "" ? (
            <>
              <Button size="sm" pending={answer.pending} disabled={tooLong} onClick={send}>
                {t("sendAnswer")}
              </Button>
              <Button
                size="sm"
                variant="ghost"
                onClick={() => {
                  desk.setNote(key, "");
                  setWriting(false);
                }}
              >
                {t("cancelAnswer")}
              </Button>
            </>
          ) : (
            <Button size="sm" variant="ghost" onClick={() => setWriting(true)}>
              {t("answer")}
            </Button>
          ))}
        {can.settle && (
          <Button size="sm" variant="ghost" pending={settling.pending} onClick={settle}>
            {t(resolved ? "unsettle" : "settle")}
          </Button>
        )}
      </div>
    </div>
  );
}

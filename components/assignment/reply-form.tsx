"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState, useTransition } from "react";
import { newId } from "@/components/document/new-id";
import { Button } from "@/components/ui/button";
import { SendIcon } from "@/components/ui/icons";
import { TextareaField } from "@/components/ui/text-field";
import type { StageKind } from "@/lib/assignment/model";
import type { FieldIssue } from "@/lib/document/issue";
import { addCommentAction } from "@/lib/review/actions";

/** Says something about the standing submission of a stage. */
export function ReplyForm({
  assignmentId,
  stage,
  revisionId,
  replyTo,
  first,
  max,
}: {
  assignmentId: string;
  stage: StageKind;
  revisionId: string;
  /** The remark that is answered; without one it is a remark of its own. */
  replyTo?: string;
  /** Nobody has said anything yet. */
  first: boolean;
  /** Characters. */
  max: number;
}) {
  const t = useTranslations("comments");
  const refusals = useTranslations("refusals");
  const issueText = useTranslations("issues");
  const id = useId();
  const [body, setBody] = useState("");
  const [error, setError] = useState<string>();
  const [pending, start] = useTransition();
  /** One id for one text: sent again after a lost answer, it is still one comment. */
  const command = useRef({ id: "", body: "" });

  function send(event: FormEvent) {
    event.preventDefault();
    if (command.current.body !== body) command.current = { id: newId(), body };
    const commandId = command.current.id;
    start(async () => {
      try {
        const result = await addCommentAction({
          commandId,
          assignmentId,
          stage,
          revisionId,
          fieldPath: null,
          body,
          ...(replyTo && { replyTo }),
        });
        if (result.ok) {
          setBody("");
          setError(undefined);
          return;
        }
        const issue = result.issues?.[0];
        setError(issue ? wordsOf(issue) : refusals(result.reason));
      } catch {
        setError(t("offline"));
      }
    });
  }

  const wordsOf = ({ code, params }: FieldIssue) =>
    issueText.has(code as "invalid")
      ? issueText(code as "invalid", params as never)
      : issueText("invalid");

  return (
    <form onSubmit={send} noValidate className="grid gap-2">
      <TextareaField
        id={id}
        name="body"
        rows={2}
        label={first ? t("write") : t("reply")}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        error={error}
        lengths={body === "" ? undefined : { max }}
      />
      {body !== "" && (
        <Button
          type="submit"
          variant="secondary"
          pending={pending}
          icon={<SendIcon size={16} />}
          className="justify-self-start"
        >
          {t("send")}
        </Button>
      )}
    </form>
  );
}

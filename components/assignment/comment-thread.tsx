import { useTranslations } from "next-intl";
import { useFieldLabel } from "@/components/revision/mark";
import { StageIcon } from "@/components/stage/stage-icon";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import type { CommentDto, StageKind, TaskDto } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";
import { REVIEW_BOUNDS } from "@/lib/review/model";
import { ReplyForm } from "./reply-form";

/** What was said about the submissions, by stage, with a place to answer. */
export function CommentThread({ task }: { task: TaskDto }) {
  const t = useTranslations("comments");
  const open = task.stages.filter(
    ({ kind, can }) =>
      task.comments.some(({ stage }) => stage === kind) ||
      (can.comment && "stage" in task.next && task.next.stage === kind),
  );
  return (
    <Card as="section" aria-labelledby="comments-title">
      <CardHeader
        id="comments-title"
        title={t("title")}
        note={task.comments.length > 0 ? String(task.comments.length) : undefined}
      />
      <CardBody className="grid gap-5">
        {open.length === 0 && <p className="text-md text-ink-3">{t("none")}</p>}
        {open.map(({ kind, can }) => (
          <StageComments
            key={kind}
            task={task}
            stage={kind}
            revisionId={can.comment ? task.revisions[kind]?.id : undefined}
          />
        ))}
      </CardBody>
    </Card>
  );
}

function StageComments({
  task,
  stage,
  revisionId,
}: {
  task: TaskDto;
  stage: StageKind;
  /** What an answer speaks of; none where nothing more can be said. */
  revisionId: string | undefined;
}) {
  const t = useTranslations("comments");
  const stageWords = useTranslations("stage");
  const comments = task.comments.filter((comment) => comment.stage === stage);
  return (
    <div data-stage={stage} className="grid gap-2.5">
      <h3 className="flex items-center gap-2 text-md font-bold text-hue">
        <StageIcon kind={stage} size={17} />
        {stageWords(`kind.${stage}`)}
      </h3>
      {comments.length > 0 && (
        <ol className="grid gap-2.5">
          {comments
            .filter(({ threadId }) => threadId === null)
            .map((comment) => (
              <li key={comment.id}>
                <ul className="grid gap-1.5">
                  {[comment, ...comments.filter(isAnswerTo(comment))].map((said) => (
                    <Comment key={said.id} comment={said} task={task} />
                  ))}
                </ul>
                {comment.resolvedBy && (
                  <p data-tone="good" className="mt-1 text-sm font-medium text-hue">
                    {t("settled", { name: comment.resolvedBy })}
                  </p>
                )}
                {/* One's own remark that nobody has answered yet needs no answer of one's own. */}
                {revisionId && (!comment.isSelf || comments.some(isAnswerTo(comment))) && (
                  <details className="mt-1">
                    <summary className="inline-flex min-h-7 items-center text-sm text-ink-2 touch:min-h-11">
                      {t("answer")}
                    </summary>
                    <ReplyForm
                      assignmentId={task.assignmentId}
                      stage={stage}
                      revisionId={revisionId}
                      replyTo={comment.id}
                      first={false}
                      max={REVIEW_BOUNDS.comment.max}
                    />
                  </details>
                )}
              </li>
            ))}
        </ol>
      )}
      {revisionId && (
        <ReplyForm
          assignmentId={task.assignmentId}
          stage={stage}
          revisionId={revisionId}
          first={comments.length === 0}
          max={REVIEW_BOUNDS.comment.max}
        />
      )}
    </div>
  );
}

const isAnswerTo = (comment: CommentDto) => (other: CommentDto) => other.threadId === comment.id;

function Comment({ comment, task }: { comment: CommentDto; task: TaskDto }) {
  const t = useTranslations("comments");
  const format = useFormat(task.timeZone);
  const label = useFieldLabel(comment.stage);
  return (
    <li
      className={cx(
        "grid gap-0.5 rounded-sm px-3 py-2 text-md",
        comment.isSelf ? "ml-6 bg-accent-soft" : "mr-6 bg-sunken",
        comment.threadId && "border-l-3 border-line-strong",
      )}
    >
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className="font-semibold">{comment.isSelf ? t("you") : comment.by}</span>
        <time dateTime={comment.at} title={format.dateTime(comment.at)} className="text-ink-3">
          {format.ago(comment.at, task.now)}
        </time>
      </p>
      {comment.path && !comment.threadId && (
        <p className="text-sm text-ink-3">
          {t("about", { field: label(comment.path), number: comment.revision })}
        </p>
      )}
      <p className="whitespace-pre-line wrap-anywhere">{comment.body}</p>
    </li>
  );
}

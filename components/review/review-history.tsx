import { useTranslations } from "next-intl";
import { fieldId, RemarkNote } from "@/components/revision/field";
import { useFieldLabel } from "@/components/revision/mark";
import { SoftLink } from "@/components/ui/soft-link";
import { Timeline, type TimelineItem } from "@/components/ui/timeline";
import { extendPath } from "@/lib/extension/model";
import { useFormat } from "@/lib/i18n/use-format";
import { nudgePath } from "@/lib/reminder/model";
import type { DecisionKind, FieldRef, ReviewDto } from "@/lib/review/model";
import { threadsOf, useRemarks } from "./annotations";
import { rubricOf } from "./rubric-of";
import { ThreadActions } from "./thread-actions";

/** What was said, by thread: what is open first, what is settled folded away. */
export function CommentList({ review }: { review: ReviewDto }) {
  const t = useTranslations("review.said");
  const { ofComment } = useRemarks(review);
  if (review.comments.length === 0) return <p className="text-md text-ink-3">{t("none")}</p>;
  const threads = threadsOf(review.comments);
  const open = threads.filter(({ comment }) => !comment.resolved);
  const settled = threads.filter(({ comment }) => comment.resolved);
  const list = (some: typeof threads) => (
    <ul className="grid gap-3">
      {some.map(({ comment, answers }) => (
        <li key={comment.id} className="grid gap-1">
          {comment.field && <FieldLink review={review} field={comment.field} />}
          <RemarkNote remark={ofComment(comment)} />
          {answers.length > 0 && (
            <ul className="ml-4 grid gap-1">
              {answers.map((answer) => (
                <li key={answer.id}>
                  <RemarkNote remark={ofComment(answer)} />
                </li>
              ))}
            </ul>
          )}
          {review.revision && (review.can.comment || review.can.settle) && (
            <ThreadActions commentId={comment.id} resolved={comment.resolved !== null} />
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(open)}
      {settled.length > 0 && (
        <details>
          <summary className="flex min-h-8 items-center text-sm font-semibold text-ink-2 touch:min-h-12">
            {t("settledThreads", { count: settled.length })}
          </summary>
          <div className="mt-1">{list(settled)}</div>
        </details>
      )}
    </>
  );
}

const decisionTones = { APPROVE: "good", RETURN: "late", REOPEN: "late" } as const satisfies Record<
  DecisionKind,
  string
>;

/** Submissions, decisions and extensions, the newest first, each with its reasons. */
export function ReviewHistory({ review }: { review: ReviewDto }) {
  const t = useTranslations("review.history");
  const format = useFormat(review.timeZone);
  const { ofReason } = useRemarks(review);
  const submitted = review.revisions.map((revision): TimelineItem & { at: string } => ({
    id: revision.id,
    at: revision.submittedAt,
    when: format.dateTime(revision.submittedAt),
    title: t("submitted", { number: revision.number }),
    stage: review.stage,
  }));
  const decided = review.decisions.map((decision): TimelineItem & { at: string } => ({
    id: decision.id,
    at: decision.at,
    when: format.dateTime(decision.at),
    title: t(decision.kind, { number: decision.revision }),
    tone: decisionTones[decision.kind],
    body: (
      <>
        <p className="text-sm">{decision.decider}</p>
        {decision.reasons.length > 0 && (
          <ul className="mt-1.5 grid gap-2">
            {decision.reasons.map((reason) => (
              <li key={reason.id} className="grid gap-1">
                {reason.field && <FieldLink review={review} field={reason.field} />}
                <RemarkNote remark={{ ...ofReason(reason, decision), author: "", when: "" }} />
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }));
  const extended = review.extensions.map((extension): TimelineItem & { at: string } => ({
    id: extension.id,
    at: extension.at,
    when: format.dateTime(extension.at),
    title: t("extended", { due: format.dateTime(extension.dueTo) }),
    body: (
      <>
        <p className="text-sm">{extension.by}</p>
        <p className="mt-1 text-sm whitespace-pre-line wrap-anywhere">{extension.reason}</p>
      </>
    ),
  }));
  const canExtend = review.readerIs === "FACILITATOR" && !review.closed && !review.cancelled;
  return (
    <>
      <Timeline
        items={[...submitted, ...decided, ...extended].sort((a, b) => b.at.localeCompare(a.at))}
      />
      {canExtend && (
        <p className="mt-3 flex flex-wrap gap-x-4 print:hidden">
          <SoftLink
            className="link inline-flex items-center text-sm touch:min-h-11"
            href={extendPath(review.cohort.id)}
          >
            {t("extend")}
          </SoftLink>
          <SoftLink
            className="link inline-flex items-center text-sm touch:min-h-11"
            href={nudgePath(review.cohort.id)}
          >
            {t("nudge")}
          </SoftLink>
        </p>
      )}
    </>
  );
}

/** Of which field something was said, leading there while it is on the screen. */
function FieldLink({ review, field }: { review: ReviewDto; field: FieldRef }) {
  const t = useTranslations("review.said");
  const label = useFieldLabel(review.stage, rubricOf(review));
  if (field.path === null) {
    return <p className="text-sm text-ink-3">{t("gone")}</p>;
  }
  return (
    <p className="text-sm">
      <a
        href={`#${fieldId(field.path)}`}
        className="link wrap-anywhere touch:inline-flex touch:min-h-11 touch:items-center"
      >
        {label(field.path)}
      </a>
    </p>
  );
}

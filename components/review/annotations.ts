import { useTranslations } from "next-intl";
import { type Annotations, type Remark, useFieldLabel } from "@/components/revision/mark";
import { useFormat } from "@/lib/i18n/use-format";
import {
  CHANGES_MOST,
  type ReviewComment,
  type ReviewDto,
  type ReviewReason,
  type SinceThen,
} from "@/lib/review/model";
import type { NamedComparison } from "./desk-seed";
import { rubricOf } from "./rubric-of";

const sinceTones = { changed: "good", same: "late", gone: "neutral" } as const satisfies Record<
  SinceThen,
  string
>;

/** A hook, for server components too: what has changed, with its fields named. */
export function useCompared(review: ReviewDto): NamedComparison | null {
  const format = useFormat(review.timeZone);
  const label = useFieldLabel(review.stage, rubricOf(review));
  return (
    review.compared && {
      number: review.compared.number,
      total: review.compared.total,
      changes: review.compared.changes.map(({ kind, path, before }) => ({
        kind,
        path: kind === "removed" ? null : path,
        label: label(path),
        before: typeof before === "number" ? format.decimal(before) : before,
      })),
    }
  );
}

/** Remarks with what was answered to them, in the order in which the threads began. */
export function threadsOf(
  comments: readonly ReviewComment[],
): { comment: ReviewComment; answers: ReviewComment[] }[] {
  return comments
    .filter(({ threadId }) => threadId === null)
    .map((comment) => ({
      comment,
      answers: comments.filter(({ threadId }) => threadId === comment.id),
    }));
}

/** A hook, for server components too: what was said, as remarks for a view and for lists. */
export function useRemarks(review: ReviewDto): {
  annotations: Annotations;
  ofComment: (comment: ReviewComment) => Remark;
  ofReason: (
    reason: ReviewReason,
    decision: { decider: string; at: string; revision: number },
  ) => Remark;
} {
  const t = useTranslations("review.said");
  const format = useFormat(review.timeZone);
  const label = useFieldLabel(review.stage, rubricOf(review));
  // Asked of the last return: what was before it is history, and as it was then.
  const asked = (reason: ReviewReason, decision: { at: string }) =>
    reason.answered ||
    (decision.at === review.decisions[0]?.at && review.decisions[0].kind !== "APPROVE");
  const when = (at: string, revision: number) =>
    revision === review.revision?.number
      ? format.ago(at, review.now)
      : t("onRevision", { when: format.ago(at, review.now), number: revision });

  const ofComment = (comment: ReviewComment): Remark => ({
    id: comment.id,
    kind: "comment",
    author: comment.byParticipant ? t("participant", { name: comment.author }) : comment.author,
    when: when(comment.at, comment.revision),
    text: comment.body,
    status: comment.resolved
      ? { tone: "good", text: t("settled", { name: comment.resolved.by }) }
      : undefined,
  });
  const ofReason = (
    reason: ReviewReason,
    decision: { decider: string; at: string; revision: number },
  ): Remark => ({
    id: reason.id,
    kind: "reason",
    author: decision.decider,
    when: when(decision.at, decision.revision),
    text: reason.text,
    answered: asked(reason, decision)
      ? { said: reason.answered, text: t(reason.answered ? "answered" : "unanswered") }
      : undefined,
    changes: [
      ...reason.changes.slice(0, CHANGES_MOST).map(({ kind, path, before }, index) => ({
        id: `${index}`,
        // Of the field itself its place says which it is.
        text: path === reason.field?.path ? "" : t(`changes.${kind}`, { field: label(path) }),
        before: typeof before === "number" ? format.decimal(before) : before,
      })),
      ...(reason.changes.length > CHANGES_MOST
        ? [
            {
              id: "more",
              text: t("moreChanges", { count: reason.changes.length - CHANGES_MOST }),
              before: null,
            },
          ]
        : []),
    ],
    status: reason.since
      ? { tone: sinceTones[reason.since], text: t(`since.${reason.since}`) }
      : undefined,
  });

  const annotations: Record<string, Remark[]> = {};
  const add = (path: string | null | undefined, remark: Remark) => {
    if (path) annotations[path] = [...(annotations[path] ?? []), remark];
  };
  for (const decision of [...review.decisions].reverse()) {
    for (const reason of decision.reasons) add(reason.field?.path, ofReason(reason, decision));
  }
  for (const { comment, answers } of threadsOf(review.comments)) {
    for (const said of [comment, ...answers]) add(comment.field?.path, ofComment(said));
  }
  return { annotations, ofComment, ofReason };
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ReportCard } from "@/components/report/report-card";
import { StageIcon } from "@/components/stage/stage-icon";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ChevronDownIcon, CloudOffIcon } from "@/components/ui/icons";
import { stablePath } from "@/lib/document/path";
import { useFormat } from "@/lib/i18n/use-format";
import { type QueueFilter, queueHref, type ReviewDto, reviewHref } from "@/lib/review/model";
import { useCompared, useRemarks } from "./annotations";
import { CompareDialog } from "./compare-dialog";
import { DecisionBar } from "./decision-bar";
import { DecisionPanel } from "./decision-panel";
import { Desk } from "./desk-context";
import type { DeskSeed, NamedComparison } from "./desk-seed";
import { GeneralComment } from "./general-comment";
import { RemarkSlot } from "./remark-slot";
import { ReviewHead } from "./review-head";
import { CommentList, ReviewHistory } from "./review-history";
import { RevisionReading } from "./revision-reading";
import { SendBackDialog } from "./send-back-dialog";
import { Shortcuts } from "./shortcuts";
import { WorkResult, WorkTotal } from "./work-result";
import { WorkProgress, WorkScores } from "./work-scores";

/** The review desk: the submission on the left; the decision, the scores and what was said beside it. */
export function ReviewScreen({ review, filter }: { review: ReviewDto; filter: QueueFilter }) {
  const compared = useCompared(review);
  return (
    <>
      <ReviewHead review={review} filter={filter} />
      {review.revision && review.reading ? (
        <Desk
          // Another revision is another desk: what was written on this one stays with it.
          key={review.revision.id}
          seed={deskSeed(review, review.revision, filter, compared)}
        >
          <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_21rem] xl:grid-cols-[minmax(0,1fr)_24rem]">
            <Submission review={review} />
            <Panel review={review} />
          </div>
          <DecisionBar />
          <SendBackDialog />
          <CompareDialog />
          <Shortcuts />
        </Desk>
      ) : (
        <NothingYet review={review} />
      )}
    </>
  );
}

function deskSeed(
  review: ReviewDto,
  revision: NonNullable<ReviewDto["revision"]>,
  filter: QueueFilter,
  compared: NamedComparison | null,
): DeskSeed {
  const { queue } = review;
  return {
    assignmentId: review.assignmentId,
    stage: review.stage,
    version: review.version,
    state: review.state,
    revision: { id: revision.id, number: revision.number },
    can: review.can,
    approveRefusal: review.approveRefusal,
    filesMissing: filesMissing(review.reading),
    readerId: review.readerId,
    participant: review.participant.name,
    timeZone: review.timeZone,
    lease: review.lease,
    saved: review.saved,
    canned: review.canned,
    compared,
    cohortId: review.cohort.id,
    work: review.work,
    previousHref: queue?.previous ? reviewHref(queue.previous, filter) : null,
    nextHref: queue?.next ? reviewHref(queue.next, filter) : null,
    queueHref: queueHref(filter),
  };
}

/** How many photos and files the submission names that have not arrived yet. */
function filesMissing(reading: ReviewDto["reading"]): number {
  if (reading?.kind !== "EVALUATE") return 0;
  const { document, files } = reading;
  return document.evidence.filter(({ file }) => file && !files[file.hash]).length;
}

function Submission({ review }: { review: ReviewDto }) {
  const { annotations } = useRemarks(review);
  const { reading, can } = review;
  if (!reading) return null;
  const remarks = can.comment || can.return || can.reopen;
  return (
    <RevisionReading
      reading={reading}
      bands={review.cohort.gradeBands}
      extras={{
        annotations,
        ...(remarks && {
          fieldAnchor: ({ path, label }) => {
            const stable = stablePath(reading.document, path);
            return stable && <RemarkSlot path={path} stable={stable} label={label} />;
          },
        }),
      }}
    />
  );
}

function Panel({ review }: { review: ReviewDto }) {
  const t = useTranslations("review.panel");
  const bands = review.cohort.gradeBands;
  return (
    <aside
      aria-label={t("label")}
      className="grid min-w-0 gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:overscroll-contain"
    >
      <Card as="section" aria-labelledby="decision-title">
        <CardHeader id="decision-title" title={t("decision")} />
        <CardBody>
          <DecisionPanel>
            <Standing review={review} />
            <UnsentLine review={review} />
          </DecisionPanel>
        </CardBody>
      </Card>
      <Fold
        id="work"
        title={t("work")}
        note={review.can.assessWork ? <WorkProgress /> : <WorkTotal work={review.work} />}
        open={review.stage === "PLAN" && review.can.assessWork}
      >
        {review.can.assessWork ? (
          <WorkScores bands={bands} />
        ) : (
          <WorkResult work={review.work} bands={bands} />
        )}
      </Fold>
      <Card as="section" aria-labelledby="said-title">
        <CardHeader
          id="said-title"
          title={t("comments")}
          note={review.comments.length > 0 ? review.comments.length : undefined}
        />
        <CardBody className="grid gap-3">
          <CommentList review={review} />
          <GeneralComment />
        </CardBody>
      </Card>
      {!review.cancelled && (
        <ReportCard
          assignmentId={review.assignmentId}
          stages={review.stages.map(({ stage, state }) => ({ kind: stage, state }))}
        />
      )}
      <Card as="section" aria-labelledby="history-title">
        <CardHeader id="history-title" title={t("history")} />
        <CardBody>
          <ReviewHistory review={review} />
        </CardBody>
      </Card>
    </aside>
  );
}

/** That the participant's phone holds more than has arrived. */
function UnsentLine({ review }: { review: ReviewDto }) {
  const t = useTranslations("review.standing");
  const format = useFormat(review.timeZone);
  const { unsent } = review;
  if (!unsent) return null;
  const { drafts, photos } = unsent;
  return (
    <p className="mt-1 flex gap-1.5 text-md font-medium text-late">
      <CloudOffIcon size={16} className="mt-1 flex-none" />
      {t("unsent", { drafts, photos, since: format.dateTime(unsent.oldestAt) })}
    </p>
  );
}

/** How the stage stands, in a sentence. */
function Standing({ review }: { review: ReviewDto }) {
  const t = useTranslations("review.standing");
  const last = review.decisions[0];
  const facilitator = review.facilitator ?? "–";
  if (review.cancelled) return <p className="text-md text-ink-2">{t("cancelled")}</p>;
  if (review.closed && review.state !== "APPROVED") {
    return <p className="text-md text-ink-2">{t("closed")}</p>;
  }
  if (review.readerIs === "STAFF" && review.state === "SUBMITTED") {
    return <p className="text-md text-ink-2">{t("waitsFor", { name: facilitator })}</p>;
  }
  if (review.state === "SUBMITTED") {
    return review.isLatest ? (
      <p className="text-md text-ink-2">{t("waits")}</p>
    ) : (
      <p className="text-md text-ink-2">{t("olderRevision")}</p>
    );
  }
  if (review.state === "APPROVED" && last) {
    return <p className="text-md text-ink-2">{t("approved", { name: last.decider })}</p>;
  }
  if (review.state === "RETURNED") return <p className="text-md text-ink-2">{t("returned")}</p>;
  return <p className="text-md text-ink-2">{t(review.state === "OPEN" ? "open" : "locked")}</p>;
}

/** A part of the panel that is opened when it is needed. */
function Fold({
  id,
  title,
  note,
  open,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  open: boolean;
  children: ReactNode;
}) {
  return (
    <Card as="section" id={id} className="scroll-mt-4">
      <details open={open} className="group/fold">
        <summary className="flex min-h-13 items-center justify-between gap-3 px-4 py-2.5 font-bold sm:px-4.5">
          <span>
            {title}
            {note && <span className="ml-2 text-sm font-normal text-ink-3">{note}</span>}
          </span>
          <ChevronDownIcon size={18} className="flex-none text-ink-3 group-open/fold:rotate-180" />
        </summary>
        <div className="border-t border-line px-4 py-4 sm:px-4.5">{children}</div>
      </details>
    </Card>
  );
}

function NothingYet({ review }: { review: ReviewDto }) {
  const t = useTranslations("review.nothing");
  return (
    <Card data-stage={review.stage}>
      <EmptyState
        icon={<StageIcon kind={review.stage} />}
        title={t(review.state === "LOCKED" ? "lockedTitle" : "openTitle")}
      >
        {t(review.state === "LOCKED" ? "locked" : "open")}
      </EmptyState>
    </Card>
  );
}

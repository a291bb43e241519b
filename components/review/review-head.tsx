import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shell/page-header";
import { StageChip } from "@/components/stage/stage-chip";
import { StageStrip } from "@/components/stage/stage-rail";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { IconButton, iconButtonClass } from "@/components/ui/icon-button";
import { ArrowRightIcon, ChevronLeftIcon, ChevronRightIcon, LinkIcon } from "@/components/ui/icons";
import { Segments } from "@/components/ui/tabs";
import { useFormat } from "@/lib/i18n/use-format";
import { type QueueFilter, queueHref, type ReviewDto, reviewHref } from "@/lib/review/model";
import { LinkPending } from "./link-pending";
import { TimelinessBadge } from "./timeliness-badge";

/** Whose submission it is, of which stage, where it stands, and what it was built on. */
export function ReviewHead({ review, filter }: { review: ReviewDto; filter: QueueFilter }) {
  const t = useTranslations("review.head");
  const s = useTranslations("stage");
  const { participant, innovation, assignmentId } = review;
  return (
    <>
      <PageHeader
        eyebrow={
          <Breadcrumbs
            items={
              review.readerIs === "FACILITATOR"
                ? [{ href: queueHref(filter), label: t("queue") }]
                : [{ href: `/cohorts/${review.cohort.id}`, label: review.cohort.name }]
            }
          />
        }
        title={t("title", { stage: s(`kind.${review.stage}`), name: participant.name })}
        lede={
          <>
            <p>
              {innovation.name}
              <span className="text-ink-3"> · {innovation.owner}</span>
            </p>
            <p className="text-md text-ink-3 wrap-anywhere">
              {[participant.position, participant.workUnit, participant.agency, participant.group]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </>
        }
        actions={
          <>
            <Button
              variant="secondary"
              href={`/reviews/${assignmentId}/chain`}
              icon={<LinkIcon size={16} />}
            >
              {t("chain")}
            </Button>
            <QueueSteps review={review} filter={filter} />
          </>
        }
      />
      <div className="mb-5 grid gap-4">
        <StageStrip
          current={review.stage}
          stages={review.stages.map(({ stage, state, paused, submitted }) => ({
            kind: stage,
            state,
            paused,
            href: submitted ? reviewHref({ assignmentId, stage }, filter) : undefined,
          }))}
        />
        <Facts review={review} />
        {review.revision && !review.isLatest && (
          <Callout
            action={
              <Link
                href={reviewHref({ assignmentId, stage: review.stage }, filter)}
                className="link inline-flex items-center touch:min-h-11"
              >
                {t("toLatest")}
              </Link>
            }
          >
            {t("older", { number: review.revision.number })}
          </Callout>
        )}
        {review.closed && <Callout>{t("closed")}</Callout>}
        {review.cancelled && <Callout tone="late">{t("cancelled")}</Callout>}
        {review.paused && <Callout>{t("paused")}</Callout>}
      </div>
    </>
  );
}

/** Where one is in the queue, and the way to its neighbours. */
function QueueSteps({ review: { queue }, filter }: { review: ReviewDto; filter: QueueFilter }) {
  const t = useTranslations("review.head");
  if (!queue || (queue.position === null && queue.next === null)) return null;
  return (
    <nav aria-label={t("steps")} className="flex items-center gap-1">
      {queue.position !== null && (
        <span className="mr-2 text-sm text-ink-3 tabular-nums">
          {t("position", { position: queue.position, total: queue.total })}
        </span>
      )}
      {queue.previous && (
        <IconButton
          href={reviewHref(queue.previous, filter)}
          label={t("previous", { name: queue.previous.participant })}
          icon={<ChevronLeftIcon />}
        />
      )}
      {queue.next && (
        <Link
          href={reviewHref(queue.next, filter)}
          // The whole page, not only its frame: going on is to be felt as turning a leaf.
          prefetch
          aria-label={t("next", { name: queue.next.participant })}
          title={t("next", { name: queue.next.participant })}
          className={iconButtonClass}
        >
          <LinkPending>
            <ChevronRightIcon />
          </LinkPending>
        </Link>
      )}
    </nav>
  );
}

function Facts({ review }: { review: ReviewDto }) {
  const t = useTranslations("review.head");
  const s = useTranslations("stage");
  const format = useFormat(review.timeZone);
  const { revision, assignmentId, stage } = review;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-md text-ink-2">
        <StageChip kind={stage} state={review.state} paused={review.paused} />
        {revision && (
          <span>
            {t("submitted", {
              number: revision.number,
              when: format.dateTime(revision.submittedAt),
            })}
          </span>
        )}
        {revision && <TimelinessBadge timeliness={revision.timeliness} />}
        <span className="text-ink-3">{t("due", { when: format.dateTime(review.dueAt) })}</span>
        {review.hardCloseAt && (
          <span className="text-ink-3">
            {t("closes", { when: format.dateTime(review.hardCloseAt) })}
          </span>
        )}
      </div>
      {review.revisions.length > 1 && (
        <Segments
          label={t("revisions")}
          items={[...review.revisions].reverse().map((entry, index, all) => ({
            href: reviewHref({
              assignmentId,
              stage,
              ...(index === all.length - 1 ? {} : { revision: entry.number }),
            }),
            label: t(index === all.length - 1 ? "latestRevision" : "revision", {
              number: entry.number,
            }),
            current: entry.id === revision?.id,
          }))}
        />
      )}
      {review.chain.length > 0 && (
        <p className="flex basis-full flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
          {t("builtOn")}
          {review.chain.map((link, index) => (
            <span key={link.stage} className="inline-flex items-center gap-2">
              {index > 0 && <ArrowRightIcon size={14} />}
              {link.revision === null ? (
                s(`kind.${link.stage}`)
              ) : (
                <Link
                  href={reviewHref({ assignmentId, stage: link.stage, revision: link.revision })}
                  className="link touch:inline-flex touch:min-h-11 touch:items-center"
                >
                  {t("chainLink", { stage: s(`kind.${link.stage}`), number: link.revision })}
                </Link>
              )}
              {link.outdated && <span className="text-late">{t("outdated")}</span>}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

import Link from "next/link";
import { useTranslations } from "next-intl";
import { StageIcon } from "@/components/stage/stage-icon";
import { Badge } from "@/components/ui/badge";
import { ClockAlertIcon } from "@/components/ui/icons";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/i18n/use-format";
import { type QueueFilter, type QueueRow, type ReviewQueue, reviewHref } from "@/lib/review/model";
import { TimelinessBadge } from "./timeliness-badge";

/** One page of the queue, a row a submission. */
export function QueueTable({ queue }: { queue: ReviewQueue }) {
  const t = useTranslations("review.queue");
  return (
    <Table label={t(`tabs.${queue.filter.tab}`)} stack>
      <thead>
        <tr>
          <th scope="col">{t("participant")}</th>
          <th scope="col">{t("stage")}</th>
          <th scope="col">{t("innovation")}</th>
          <th scope="col">{t("group")}</th>
          <th scope="col">{t("submitted")}</th>
          <th scope="col" data-align="end">
            {t(`since.${queue.filter.tab}`)}
          </th>
        </tr>
      </thead>
      <tbody>
        {queue.rows.map((row) => (
          <Row
            key={`${row.assignmentId}-${row.stage}`}
            row={row}
            filter={queue.filter}
            now={queue.now}
          />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ row, filter, now }: { row: QueueRow; filter: QueueFilter; now: string }) {
  const t = useTranslations("review.queue");
  const s = useTranslations("stage");
  const format = useFormat(row.timeZone);
  const since = filter.tab === "waiting" ? row.submittedAt : (row.decidedAt ?? row.submittedAt);
  return (
    <tr className="relative" data-stage={row.stage}>
      <th scope="row">
        <span className="grid">
          {/* The link takes the whole row. */}
          <Link
            href={reviewHref(row, filter)}
            prefetch={false}
            className="text-md font-semibold wrap-anywhere after:absolute after:inset-0"
          >
            {row.participant}
          </Link>
          <span className="font-normal text-ink-3 wrap-anywhere">{row.agency}</span>
        </span>
      </th>
      <td data-label={t("stage")}>
        <span className="inline-flex flex-wrap items-center gap-x-2 max-sm:justify-end">
          <StageIcon kind={row.stage} size={16} className="flex-none text-hue" />
          <span className="font-semibold text-hue">{s(`kind.${row.stage}`)}</span>
          <span className="text-ink-3">{t("revision", { number: row.revision })}</span>
        </span>
      </td>
      <td data-label={t("innovation")}>
        <span title={row.innovation.name}>{row.innovation.code}</span>
      </td>
      <td data-label={t("group")} data-nowrap="">
        {row.group ?? "–"}
      </td>
      <td data-label={t("submitted")}>
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 max-sm:justify-end">
          <time dateTime={row.submittedAt} title={format.dateTime(row.submittedAt)}>
            {format.dateShort(row.submittedAt)}
          </time>
          <TimelinessBadge timeliness={row.timeliness} />
        </span>
      </td>
      <td data-label={t(`since.${filter.tab}`)} data-align="end" data-nowrap="">
        <span className="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1">
          {row.reviewBegun && filter.tab === "waiting" && (
            <Badge tone="accent">{t("reviewBegun")}</Badge>
          )}
          <time
            dateTime={since}
            title={format.dateTime(since)}
            className={
              row.longWait ? "inline-flex items-center gap-1 font-semibold text-late" : "text-ink-2"
            }
          >
            {row.longWait && <ClockAlertIcon size={15} label={t("longWait")} />}
            {format.ago(since, now)}
          </time>
        </span>
      </td>
    </tr>
  );
}

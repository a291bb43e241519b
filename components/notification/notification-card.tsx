import { useTranslations } from "next-intl";
import { StageIcon } from "@/components/stage/stage-icon";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { BellIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { SoftLink } from "@/components/ui/soft-link";
import { useFormat } from "@/lib/i18n/use-format";
import {
  type HostNotificationRow,
  type NotificationList,
  notificationHref,
  notificationsHref,
  type StageNotificationRow,
} from "@/lib/notification/model";
import { ReadButton } from "./read-button";

/** What somebody was told, the latest first, each leading to where it is done. */
export function NotificationCard({ list }: { list: NotificationList }) {
  const t = useTranslations("notifications");
  const unread = list.rows.filter(({ readAt }) => readAt === null);
  if (list.rows.length === 0) {
    return (
      <Card>
        <EmptyState icon={<BellIcon size={22} />} title={t("empty")}>
          {t("emptyBody")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card as="section" aria-labelledby="notifications-unread">
      <CardHeader
        id="notifications-unread"
        title={t("unread", { count: unread.length })}
        note={
          unread.length > 0 && <ReadButton ids={unread.map(({ id }) => id)} label={t("readAll")} />
        }
      />
      <ul className="divide-y divide-line">
        {list.rows.map((row) =>
          row.kind === "HOST_ANSWERED" ? (
            <HostRow key={row.id} row={row} now={list.now} />
          ) : (
            <Row key={row.id} row={row} now={list.now} />
          ),
        )}
      </ul>
      <Pagination page={list.page} pages={list.pages} hrefOf={notificationsHref} />
    </Card>
  );
}

function HostRow({ row, now }: { row: HostNotificationRow; now: string }) {
  const t = useTranslations("notifications");
  const format = useFormat(row.timeZone);
  const title = t(`kinds.${row.kind}`, { label: row.label });
  return (
    <li className="flex items-start gap-3 px-4 py-3 sm:px-4.5">
      <BellIcon size={18} className="mt-1 flex-none text-ink-3" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <SoftLink
            href={notificationHref(row)}
            className={cx(
              "link inline-flex items-center wrap-anywhere touch:min-h-11",
              row.readAt === null && "font-semibold",
            )}
          >
            {title}
          </SoftLink>
          {row.readAt === null && <Badge tone="accent">{t("isNew")}</Badge>}
        </p>
        <p className="text-md text-ink-2 wrap-anywhere">{row.cohort}</p>
        <p className="text-sm text-ink-3">{format.ago(row.at, now)}</p>
      </div>
      {row.readAt === null && <ReadButton ids={[row.id]} label={t("read", { title })} compact />}
    </li>
  );
}

function Row({ row, now }: { row: StageNotificationRow; now: string }) {
  const t = useTranslations("notifications");
  const s = useTranslations("stage");
  const format = useFormat(row.timeZone);
  const title = t(`kinds.${row.kind}`, {
    stage: s(`kind.${row.stage}`),
    participant: row.participant,
  });
  const isDue = row.kind === "DUE_SOON" || row.kind === "OVERDUE";
  return (
    <li className="flex items-start gap-3 px-4 py-3 sm:px-4.5">
      <StageIcon kind={row.stage} size={18} className="mt-1 flex-none text-hue" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <SoftLink
            href={notificationHref(row)}
            className={cx(
              "link inline-flex items-center wrap-anywhere touch:min-h-11",
              row.readAt === null && "font-semibold",
            )}
          >
            {title}
          </SoftLink>
          {row.isOpen ? (
            row.readAt === null && <Badge tone="accent">{t("isNew")}</Badge>
          ) : (
            <Badge tone="good">{t("done")}</Badge>
          )}
        </p>
        <p className="text-md text-ink-2 wrap-anywhere">
          {row.innovation} · {row.cohort}
          {isDue && ` · ${t("due", { due: format.dateTime(row.dueAt) })}`}
        </p>
        <p className="text-sm text-ink-3">{format.ago(row.at, now)}</p>
      </div>
      {row.readAt === null && <ReadButton ids={[row.id]} label={t("read", { title })} compact />}
    </li>
  );
}

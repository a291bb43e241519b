import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeTabs } from "@/components/center/office-tabs";
import { OutboxTable } from "@/components/mail/outbox-table";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterChips } from "@/components/ui/filter-chips";
import { InboxIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadOutbox } from "@/lib/mail/loaders";
import { MAIL_STATUSES, outboxHref } from "@/lib/mail/model";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mail"))("title") };
}

export default async function OutboxPage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [outbox, t, o] = await Promise.all([
    loadOutbox(centerId, await searchParams),
    getTranslations("mail"),
    getTranslations("office"),
  ]);
  const { status } = outbox;
  return (
    <>
      <PageHeader eyebrow={o("title")} title={t("title")} lede={t("lede")} />
      <OfficeTabs centerId={centerId} current="mail" />
      <div className="grid gap-4">
        {!outbox.sends && <Callout title={t("off")}>{t("offAdvice")}</Callout>}
        <Card>
          <div className="border-b border-line px-4 py-3 sm:px-4.5">
            <FilterChips
              label={t("filter")}
              chips={MAIL_STATUSES.map((each) => ({
                label: t(`statuses.${each}`),
                count: outbox.counts[each],
                active: each === status,
                href: outboxHref(centerId, each === status ? null : each),
              }))}
            />
          </div>
          {outbox.rows.length === 0 ? (
            <EmptyState icon={<InboxIcon size={22} />} title={t("empty")}>
              {t("emptyBody")}
            </EmptyState>
          ) : (
            <Messages namespaces={["mail", "refusals"]}>
              <OutboxTable
                centerId={centerId}
                rows={outbox.rows}
                sends={outbox.sends}
                canSend={outbox.canSend}
              />
            </Messages>
          )}
          <Pagination
            page={outbox.page}
            pages={outbox.pages}
            hrefOf={(page) => outboxHref(centerId, status, page)}
          />
        </Card>
      </div>
    </>
  );
}

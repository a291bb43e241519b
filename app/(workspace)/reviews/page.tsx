import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnsentRadar } from "@/components/device/unsent-radar";
import { Queue } from "@/components/review/queue";
import { PageHeader } from "@/components/shell/page-header";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadQueue } from "@/lib/review/loaders";
import type { AddressParams } from "@/lib/review/model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review.queue");
  return { title: t("title") };
}

export default async function ReviewsPage({
  searchParams,
}: {
  searchParams: Promise<AddressParams>;
}) {
  const [queue, t] = await Promise.all([
    searchParams.then(loadQueue),
    getTranslations("review.queue"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede", { count: queue.tabs.waiting })} />
      <div className="mb-4 empty:hidden">
        <UnsentRadar radar={queue.unsent} timeZone={queue.rows[0]?.timeZone} now={queue.now} />
      </div>
      <Messages namespaces={["together"]}>
        <Queue queue={queue} />
      </Messages>
    </>
  );
}

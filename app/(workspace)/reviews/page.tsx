import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { UnsentRadar } from "@/components/device/unsent-radar";
import { Live } from "@/components/live/live";
import { Queue } from "@/components/review/queue";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { loadSecondRatingsWaiting } from "@/lib/grading/loaders";
import { SECOND_RATINGS_PATH, SHEETS_PATH } from "@/lib/grading/model";
import { Messages } from "@/lib/i18n/messages-scope";
import { QUEUE_STREAM } from "@/lib/live/model";
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
  const since = Date.now();
  const [queue, second, t, g, s] = await Promise.all([
    searchParams.then(loadQueue),
    loadSecondRatingsWaiting(),
    getTranslations("review.queue"),
    getTranslations("grading.rate"),
    getTranslations("grading.sheet"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede", { count: queue.tabs.waiting })}
        live={<Live stream={QUEUE_STREAM} since={since} />}
        actions={
          <Button variant="secondary" href={SHEETS_PATH}>
            {s("title")}
          </Button>
        }
      />
      <div className="mb-4 empty:hidden">
        <UnsentRadar radar={queue.unsent} timeZone={queue.rows[0]?.timeZone} now={queue.now} />
      </div>
      {second > 0 && (
        <div className="mb-4">
          <Callout
            title={g("waiting", { count: second })}
            action={
              <Button size="sm" variant="secondary" href={SECOND_RATINGS_PATH}>
                {g("list")}
              </Button>
            }
          >
            {g("blind")}
          </Callout>
        </div>
      )}
      <Messages namespaces={["together"]}>
        <Queue queue={queue} />
      </Messages>
    </>
  );
}

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NotificationCard } from "@/components/notification/notification-card";
import { PageHeader } from "@/components/shell/page-header";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadNotifications } from "@/lib/notification/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

export default async function NotificationsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [list, t] = await Promise.all([
    loadNotifications(await searchParams),
    getTranslations("notifications"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} />
      <Messages namespaces={["notifications"]}>
        <NotificationCard list={list} />
      </Messages>
    </>
  );
}

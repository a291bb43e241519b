import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HostPage } from "@/components/feedback/host-page";
import { Notice } from "@/components/shell/notice";
import { loadHostFeedback } from "@/lib/feedback/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("feedback"))("host.title"),
    robots: { index: false, follow: false, noarchive: true },
    // The address is the key: it must not travel to anybody.
    referrer: "no-referrer",
  };
}

export default async function FeedbackPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [feedback, t] = await Promise.all([loadHostFeedback(token), getTranslations("feedback")]);
  if (feedback === "wait") return <Notice title={t("host.waitTitle")} body={t("host.wait")} />;
  if (!feedback) notFound();
  return (
    <Messages namespaces={["feedback", "refusals"]}>
      <HostPage token={token} feedback={feedback} />
    </Messages>
  );
}

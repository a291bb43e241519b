import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Projector } from "@/components/attendance/projector";
import { SessionFacts } from "@/components/attendance/session-facts";
import { Button } from "@/components/ui/button";
import { loadScreen } from "@/lib/attendance/loaders";
import { attendancePath } from "@/lib/attendance/model";
import { Messages } from "@/lib/i18n/messages-scope";

interface Props {
  params: Promise<{ sessionId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("attendance.screen"))("title") };
}

/** For a projector: over the whole window, and nothing but what the room needs. */
export default async function ScreenPage({ params }: Props) {
  const { sessionId } = await params;
  const [{ session, cohort, hostName, times }, t] = await Promise.all([
    loadScreen(sessionId),
    getTranslations("attendance.screen"),
  ]);
  return (
    <div className="fixed inset-0 z-40 grid content-start justify-items-center gap-4 overflow-auto bg-paper px-4 py-6 text-center">
      <header className="grid gap-1">
        <h1 className="text-2xl font-bold wrap-anywhere">{session.title}</h1>
        <p className="text-ink-2">
          <SessionFacts session={session} hostName={hostName} timeZone={cohort.timeZone} />
        </p>
      </header>
      <Messages namespaces={["attendance"]}>
        <Projector sessionId={sessionId} times={times} timeZone={cohort.timeZone} />
      </Messages>
      <Button variant="secondary" href={attendancePath(sessionId)}>
        {t("back")}
      </Button>
    </div>
  );
}

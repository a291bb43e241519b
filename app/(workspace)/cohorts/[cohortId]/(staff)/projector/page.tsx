import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CohortEyebrow } from "@/components/cohort/cohort-eyebrow";
import { ProjectorBoard } from "@/components/dashboard/projector-board";
import { Live } from "@/components/live/live";
import { RoomScreen } from "@/components/live/room-screen";
import { Button } from "@/components/ui/button";
import { cohortPath } from "@/lib/cohort/model";
import { loadProjector } from "@/lib/dashboard/loaders";
import { cohortStream } from "@/lib/live/model";

interface Props {
  params: Promise<{ cohortId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("live.projector"))("title") };
}

/** For a projector: over the whole window, figures without names, and always as they are now. */
export default async function ProjectorPage({ params }: Props) {
  const since = Date.now();
  const { cohortId } = await params;
  const [{ cohort, today, counts }, t] = await Promise.all([
    loadProjector(cohortId),
    getTranslations("live.projector"),
  ]);
  return (
    <div className="fixed inset-0 z-40 grid content-start gap-[0.9em] overflow-auto bg-paper p-[1em] text-[clamp(1rem,1.25vw,2.25rem)] leading-snug print:static">
      <header className="flex flex-wrap items-end justify-between gap-x-[1.5em] gap-y-2">
        <div className="min-w-0">
          <p className="text-[0.8em] text-ink-3">
            <CohortEyebrow cohort={cohort} today={today} />
          </p>
          <h1 className="text-[1.7em] font-bold tracking-tight wrap-anywhere">{cohort.name}</h1>
        </div>
        <div className="flex items-center gap-3 print:hidden">
          <Live stream={cohortStream(cohortId)} since={since} />
          <Button variant="secondary" href={cohortPath(cohortId)}>
            {t("close")}
          </Button>
        </div>
      </header>
      <ProjectorBoard counts={counts} />
      <RoomScreen />
    </div>
  );
}

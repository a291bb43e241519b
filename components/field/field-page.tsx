"use client";

import { useTranslations } from "next-intl";
import { AgendaCalendar } from "@/components/agenda/agenda-calendar";
import { OwnMark } from "@/components/agenda/own-mark";
import { SessionCard } from "@/components/agenda/session-card";
import { StageFrame } from "@/components/assignment/stage-frame";
import { StageReadScreen } from "@/components/assignment/stage-read-screen";
import { TaskListScreen } from "@/components/assignment/task-list-screen";
import { TaskScreen } from "@/components/assignment/task-screen";
import { AttachmentTitles } from "@/components/attachment/attachment-list";
import { CodeForm } from "@/components/attendance/code-form";
import { ChainScreen } from "@/components/chain/chain-screen";
import { HostAwards } from "@/components/innovation/host-awards";
import { InnovationFacts } from "@/components/innovation/innovation-facts";
import { InnovationDesign, InnovationProfile } from "@/components/innovation/innovation-profile";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { CloudOffIcon } from "@/components/ui/icons";
import { stageFromSlug } from "@/lib/assignment/model";
import type { FieldPack, FieldVisit } from "@/lib/field/model";
import { innovationPath, innovationTitle } from "@/lib/innovation/model";
import { dayIn } from "@/lib/platform/clock";
import { serverNow } from "./clock";
import { FieldForm } from "./field-form";
import type { DraftsByStage } from "./overlay";
import { ownChain } from "./own-chain";

/** The page that an address means, drawn from the pack. */
export function FieldPage({
  path,
  pack,
  drafts,
}: {
  /** With what stands behind its question mark. */
  path: string;
  pack: FieldPack;
  drafts: DraftsByStage;
}) {
  const [place = "", query] = path.split("?");
  const [room = "", id, slug] = place.split("/").filter(Boolean);
  switch (room) {
    case "":
    case "tasks":
      if (!id) return <TaskListScreen list={{ ...pack.tasks, isParticipant: true }} />;
      if (slug === "chain") {
        const chain = ownChain(pack, drafts, id);
        const at = new URLSearchParams(query).get("at") ?? "";
        return chain ? <ChainScreen chain={chain} at={at} /> : <NeedsSignal />;
      }
      return slug ? (
        <StagePage pack={pack} assignmentId={id} slug={slug} />
      ) : (
        <TaskPage pack={pack} assignmentId={id} />
      );
    case "innovations":
      return id ? <InnovationPage pack={pack} innovationId={id} /> : <Innovations pack={pack} />;
    case "visit":
      return <Visit pack={pack} />;
    default:
      return <NeedsSignal />;
  }
}

type PackProps = { pack: FieldPack };

function TaskPage({ pack, assignmentId }: PackProps & { assignmentId: string }) {
  const task = pack.details.find((one) => one.assignmentId === assignmentId);
  return task ? <TaskScreen task={task} /> : <NeedsSignal />;
}

function StagePage({
  pack,
  assignmentId,
  slug,
}: PackProps & { assignmentId: string; slug: string }) {
  const stage = stageFromSlug(slug);
  const form = pack.forms.find((one) => one.assignmentId === assignmentId && one.stage === stage);
  if (!form) return <NeedsSignal />;
  return (
    <StageFrame dto={form}>
      {form.can.save ? <FieldForm dto={form} /> : <StageReadScreen dto={form} />}
    </StageFrame>
  );
}

function Innovations({ pack }: PackProps) {
  const t = useTranslations("innovations");
  return (
    <>
      <PageHeader title={t("title")} />
      <ul className="grid gap-2.5">
        {pack.innovations.map((innovation) => (
          <li key={innovation.id}>
            <Card as="article" className="px-4 py-3.5">
              <h2 className="font-bold">
                <a href={innovationPath(innovation.id)} className="link">
                  {innovationTitle(innovation)}
                </a>
              </h2>
              <p className="mt-1 line-clamp-3 text-md text-ink-2">{innovation.summary}</p>
            </Card>
          </li>
        ))}
      </ul>
    </>
  );
}

function InnovationPage({ pack, innovationId }: PackProps & { innovationId: string }) {
  const t = useTranslations("innovations");
  const innovation = pack.innovations.find(({ id }) => id === innovationId);
  if (!innovation) return <NeedsSignal />;
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/innovations", label: t("title") }]} />}
        title={innovationTitle(innovation)}
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-5">
          <InnovationProfile innovation={innovation} />
          <InnovationDesign innovation={innovation} />
          <InnovationFacts facts={innovation.facts} />
          <AttachmentTitles titles={innovation.attachmentTitles} />
        </div>
        <HostAwards host={innovation.host.name} awards={innovation.awards} />
      </div>
    </>
  );
}

function Visit({ pack }: PackProps) {
  const t = useTranslations("agenda");
  const a = useTranslations("attendance");
  if (pack.visits.length === 0) return <NeedsSignal />;
  const today = ({ own }: FieldVisit) => dayIn(own.cohort.timeZone, serverNow());
  return (
    <>
      <PageHeader title={t("title")} />
      {pack.visits.map(({ own, agenda, marks }) => (
        <section key={own.cohort.id} aria-label={own.cohort.name} className="mb-6 grid gap-3">
          <h2 className="text-lg font-bold">{own.cohort.name}</h2>
          {agenda.sessions.some(({ day }) => day === today({ own, agenda, marks })) && (
            <Card as="section" marked aria-label={a("attend")}>
              <CardHeader title={a("attend")} />
              <CardBody>
                <CodeForm personId={pack.person.id} timeZone={own.cohort.timeZone} />
              </CardBody>
            </Card>
          )}
          <AgendaCalendar
            agenda={agenda}
            today={today({ own, agenda, marks })}
            render={(session) => (
              <SessionCard session={session}>
                <OwnMark mark={marks[session.id]} timeZone={own.cohort.timeZone} />
              </SessionCard>
            )}
          />
        </section>
      ))}
    </>
  );
}

/** What was asked for is not on this device. */
function NeedsSignal() {
  const t = useTranslations("field");
  return (
    <Card>
      <EmptyState
        icon={<CloudOffIcon size={22} />}
        title={t("needsSignal.title")}
        action={<Button href="/tasks">{t("needsSignal.tasks")}</Button>}
      >
        {t("needsSignal.body")}
      </EmptyState>
    </Card>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { StageChip } from "@/components/stage/stage-chip";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ListChecksIcon } from "@/components/ui/icons";
import { Pagination } from "@/components/ui/pagination";
import { SoftLink } from "@/components/ui/soft-link";
import { WishCallCard } from "@/components/wish/wish-call-card";
import type { TaskListDto, TaskSummary } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";
import { GroupCard } from "./group-card";
import { NextStepCard } from "./next-step-card";
import { nextWords, useStepWords } from "./step-words";

/** What a participant does next, and all that was given to them. */
export function TaskListScreen({
  list,
  field,
}: {
  list: TaskListDto & { isParticipant: boolean };
  /** What prepares the device for work without signal; nothing where it is at work without. */
  field?: ReactNode;
}) {
  const t = useTranslations("tasks");
  const { tasks, total, page, pages, now, groups } = list;
  // What to do next stands out on the first page; later ones go on with the list.
  const first = page === 1 ? tasks[0] : undefined;
  const others = first ? tasks.slice(1) : tasks;
  return (
    <>
      <PageHeader title={t("title")} />
      {list.wishes.length > 0 && (
        <div className="mb-5 grid gap-2.5">
          {list.wishes.map((call) => (
            <WishCallCard key={call.cohortId} call={call} />
          ))}
        </div>
      )}
      {total === 0 ? (
        <Card>
          <EmptyState
            icon={<ListChecksIcon size={22} />}
            title={list.isParticipant ? t("empty.title") : t("notParticipant.title")}
            action={
              list.isParticipant ? undefined : <Button href="/">{t("notParticipant.home")}</Button>
            }
          >
            {list.isParticipant ? t("empty.body") : t("notParticipant.body")}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="grid gap-5">
            {first && <NextStepCard task={first} now={now} named />}
            {field}
            {others.length > 0 && (
              <section aria-labelledby="others-title" className="grid gap-2.5">
                <h2 id="others-title" className="text-lg font-bold">
                  {t("others", { count: total - 1 })}
                </h2>
                <ul className="grid gap-2.5">
                  {others.map((task) => (
                    <li key={task.assignmentId}>
                      <TaskRow task={task} now={now} />
                    </li>
                  ))}
                </ul>
                <Pagination page={page} pages={pages} hrefOf={(to) => `/tasks?page=${to}`} />
              </section>
            )}
          </div>
          {groups.length > 0 && (
            <aside className="grid gap-5">
              {groups.map(({ cohort, group }) => (
                <GroupCard
                  key={`${cohort} ${group.name}`}
                  group={group}
                  cohort={groups.length > 1 ? cohort : undefined}
                />
              ))}
            </aside>
          )}
        </div>
      )}
    </>
  );
}

/** One more task: what it is about, how its stages stand, and what comes next. */
function TaskRow({ task, now }: { task: TaskSummary; now: string }) {
  const t = useTranslations("tasks");
  const format = useFormat(task.timeZone);
  const words = useStepWords();
  const { next } = task;
  const stage = "stage" in next ? task.stages.find(({ kind }) => kind === next.stage) : undefined;
  const due = stage && next.kind !== "WAIT" ? stage : undefined;
  return (
    <Card
      as="article"
      marked={next.kind === "FIX"}
      data-tone={next.kind === "FIX" ? "late" : undefined}
      className="relative hover:border-line-strong"
    >
      <div className="grid gap-2 px-4 py-3.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 className="min-w-0 font-bold wrap-anywhere">
            {/* The link takes the whole card. */}
            <SoftLink href={`/tasks/${task.assignmentId}`} className="after:absolute after:inset-0">
              {task.innovation.code}
            </SoftLink>
            <span className="ml-2 font-normal text-ink-2">{task.innovation.owner}</span>
          </h3>
          {due && (
            <time
              dateTime={due.dueAt}
              className={due.late ? "text-sm font-semibold text-late" : "text-sm text-ink-3"}
            >
              {due.late
                ? format.due(due.dueAt, now)
                : t("due", { when: format.due(due.dueAt, now) })}
            </time>
          )}
        </div>
        <p className="text-md">{nextWords(words, task)}</p>
        <ul className="-ml-1 flex flex-wrap gap-1.5">
          {task.stages.map(({ kind, state, paused, late }) => (
            <li key={kind}>
              <StageChip kind={kind} state={state} paused={paused} late={late} named short />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

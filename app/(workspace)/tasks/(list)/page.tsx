import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TaskListScreen } from "@/components/assignment/task-list-screen";
import { PrepareCard } from "@/components/field/prepare-card";
import { loadTasks } from "@/lib/assignment/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function TasksPage({
  searchParams,
}: {
  searchParams: Promise<{ page?: string | string[] }>;
}) {
  const list = await loadTasks([(await searchParams).page].flat()[0]);
  const field = list.isParticipant && (
    <Messages namespaces={["prepare"]}>
      <PrepareCard personId={list.personId} asOf={list.now} />
    </Messages>
  );
  return <TaskListScreen list={list} field={field} />;
}

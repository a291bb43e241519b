import type { Metadata } from "next";
import { TaskScreen } from "@/components/assignment/task-screen";
import { loadTask } from "@/lib/assignment/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

type Props = { params: Promise<{ assignmentId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const task = await loadTask((await params).assignmentId);
  return { title: task.innovation.name };
}

export default async function TaskPage({ params }: Props) {
  const task = await loadTask((await params).assignmentId);
  return (
    <Messages namespaces={["tasks", "stage", "refusals", "issues"]}>
      <TaskScreen task={task} />
    </Messages>
  );
}

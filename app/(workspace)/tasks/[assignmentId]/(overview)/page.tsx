import type { Metadata } from "next";
import { TaskScreen } from "@/components/assignment/task-screen";
import { loadTask } from "@/lib/assignment/loaders";
import { loadOwnGrade } from "@/lib/grading/loaders";
import { Messages } from "@/lib/i18n/messages-scope";

type Props = { params: Promise<{ assignmentId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const task = await loadTask((await params).assignmentId);
  return { title: task.innovation.name };
}

export default async function TaskPage({ params }: Props) {
  const { assignmentId } = await params;
  const [task, grade] = await Promise.all([loadTask(assignmentId), loadOwnGrade(assignmentId)]);
  return (
    <Messages namespaces={["comments", "withdrawal", "stage", "refusals", "issues"]}>
      <TaskScreen task={task} grade={grade} withReport />
    </Messages>
  );
}

import { TaskListSkeleton } from "@/components/assignment/task-skeletons";

export default function Loading() {
  return <TaskListSkeleton />;
}

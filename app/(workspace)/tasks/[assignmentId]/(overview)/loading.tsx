import { TaskSkeleton } from "@/components/assignment/task-skeletons";

export default function Loading() {
  return <TaskSkeleton />;
}

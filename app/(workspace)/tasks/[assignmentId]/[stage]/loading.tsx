import { StageFormSkeleton } from "@/components/assignment/task-skeletons";

export default function Loading() {
  return <StageFormSkeleton />;
}

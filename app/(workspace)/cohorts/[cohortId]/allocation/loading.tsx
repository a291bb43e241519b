import { AssignSkeleton } from "@/components/cohort/cohort-skeletons";

export default function Loading() {
  return <AssignSkeleton />;
}

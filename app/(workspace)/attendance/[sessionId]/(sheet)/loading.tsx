import { CohortListSkeleton } from "@/components/cohort/cohort-skeletons";

export default function Loading() {
  return <CohortListSkeleton />;
}

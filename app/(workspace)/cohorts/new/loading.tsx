import { FormSkeleton } from "@/components/cohort/cohort-skeletons";

export default function Loading() {
  return <FormSkeleton />;
}

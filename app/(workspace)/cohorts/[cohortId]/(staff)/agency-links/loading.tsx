import { ListSkeleton } from "@/components/dashboard/dashboard-skeletons";

export default function Loading() {
  return <ListSkeleton />;
}

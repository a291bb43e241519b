import { HeaderSkeleton } from "@/components/cohort/cohort-skeletons";
import { Card } from "@/components/ui/card";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

/** The places of a list of the catalogue: tabs, filters, rows. */
export function EntryListSkeleton() {
  return (
    <div aria-busy="true">
      <HeaderSkeleton />
      <Skeleton className="mb-5 h-10 max-w-96" />
      <Skeleton className="mb-2 h-10 max-w-md" />
      <Skeleton className="mb-4 h-10" />
      <Card className="overflow-hidden">
        <SkeletonRows rows={8} />
      </Card>
    </div>
  );
}

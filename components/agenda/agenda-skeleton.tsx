import { HeaderSkeleton } from "@/components/cohort/cohort-skeletons";
import { Skeleton } from "@/components/ui/skeleton";

export function AgendaSkeleton() {
  return (
    <div aria-busy="true">
      <HeaderSkeleton />
      <div className="grid gap-5 lg:grid-cols-5 lg:gap-3">
        {[0, 1, 2, 3, 4].map((day) => (
          <div key={day} className="grid content-start gap-2">
            <Skeleton className="h-9" />
            <Skeleton className="h-24" />
            <Skeleton className="h-24" />
          </div>
        ))}
      </div>
    </div>
  );
}

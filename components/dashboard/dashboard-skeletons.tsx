import { HeaderSkeleton } from "@/components/cohort/cohort-skeletons";
import { Card, CardBody } from "@/components/ui/card";
import { Skeleton, SkeletonRows, SkeletonText } from "@/components/ui/skeleton";
import { STAGE_KINDS } from "@/lib/assignment/model";

/** The places of what is still loading, of the size of what comes. */

export function DashboardSkeleton() {
  return (
    <div aria-busy="true">
      <HeaderSkeleton lede={false} />
      <div className="grid gap-5">
        <Card className="grid sm:grid-cols-2 xl:grid-cols-4">
          {STAGE_KINDS.map((kind) => (
            <CardBody key={kind} className="grid gap-3">
              <Skeleton className="w-24" />
              <Skeleton className="h-8 w-36" />
              <Skeleton className="h-2" />
              <Skeleton className="h-3 w-44 max-w-full" />
            </CardBody>
          ))}
        </Card>
        <div className="grid gap-5 lg:grid-cols-2">
          {[0, 1].map((card) => (
            <Card key={card}>
              <CardBody className="grid gap-5">
                <Skeleton className="h-5 w-32" />
                <SkeletonText lines={6} />
              </CardBody>
            </Card>
          ))}
        </div>
        <ListCard rows={14} />
      </div>
    </div>
  );
}

/** A list with its filters. */
export function ListSkeleton() {
  return (
    <div aria-busy="true">
      <HeaderSkeleton />
      <ListCard rows={14} />
    </div>
  );
}

function ListCard({ rows }: { rows: number }) {
  return (
    <Card className="overflow-hidden">
      <CardBody className="flex flex-wrap gap-2">
        <Skeleton className="h-10 w-72 max-w-full" />
        <Skeleton className="h-10 w-40 max-sm:hidden" />
        <Skeleton className="h-10 w-40 max-sm:hidden" />
      </CardBody>
      <SkeletonRows rows={rows} />
    </Card>
  );
}

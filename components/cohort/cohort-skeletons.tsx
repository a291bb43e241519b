import { Card, CardBody } from "@/components/ui/card";
import { Skeleton, SkeletonRows, SkeletonText } from "@/components/ui/skeleton";

/** The places of what is still loading, of the size of what comes. */

/** A page's head: eyebrow, title, and a line below. */
export function HeaderSkeleton({ lede = true }: { lede?: boolean }) {
  return (
    <div className="mb-5 grid gap-2.5">
      <Skeleton className="h-3.5 w-56 max-w-full" />
      <Skeleton className="h-7 w-80 max-w-full" />
      {lede && <Skeleton className="w-40" />}
    </div>
  );
}

export function CohortListSkeleton() {
  return (
    <div aria-busy="true">
      <HeaderSkeleton />
      <Card className="overflow-hidden">
        <SkeletonRows rows={5} />
      </Card>
    </div>
  );
}

export function AssignSkeleton() {
  return (
    <div aria-busy="true">
      <HeaderSkeleton />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Card className="overflow-hidden">
          <CardBody className="grid gap-2">
            <Skeleton className="h-10" />
            <Skeleton className="h-10" />
          </CardBody>
          <SkeletonRows rows={12} />
        </Card>
        <div className="grid gap-5">
          {[0, 1].map((card) => (
            <Card key={card}>
              <CardBody className="grid gap-4">
                <Skeleton className="h-5 w-32" />
                <SkeletonText lines={6} />
              </CardBody>
            </Card>
          ))}
        </div>
      </div>
    </div>
  );
}

export function FormSkeleton() {
  return (
    <div aria-busy="true">
      <HeaderSkeleton />
      <div className="grid max-w-[56rem] gap-5">
        {[0, 1].map((card) => (
          <Card key={card}>
            <CardBody className="grid gap-4">
              <Skeleton className="h-5 w-40" />
              <Skeleton className="h-10" />
              <Skeleton className="h-10" />
            </CardBody>
          </Card>
        ))}
      </div>
    </div>
  );
}

import { HeaderSkeleton } from "@/components/cohort/cohort-skeletons";
import { Card, CardBody } from "@/components/ui/card";
import { Skeleton, SkeletonText } from "@/components/ui/skeleton";

/** The places of the catalogue's cards. */
export function CatalogueSkeleton() {
  return (
    <div aria-busy="true">
      <HeaderSkeleton />
      <Skeleton className="mb-4 h-10 w-80 max-w-full" />
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {[0, 1, 2, 3, 4].map((card) => (
          <Card key={card}>
            <CardBody className="grid gap-3">
              <Skeleton className="h-6 w-28" />
              <Skeleton className="h-5 w-4/5" />
              <SkeletonText lines={4} />
              <Skeleton className="mt-4 w-3/5" />
            </CardBody>
          </Card>
        ))}
      </div>
    </div>
  );
}

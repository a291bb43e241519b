import { Card, CardBody } from "@/components/ui/card";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";
import { STAGE_KINDS } from "@/lib/assignment/model";

export default function Loading() {
  return (
    <div
      aria-busy="true"
      className="fixed inset-0 z-40 grid content-start gap-5 overflow-hidden bg-paper p-5"
    >
      <Skeleton className="h-12 w-96 max-w-full" />
      <Card className="grid sm:grid-cols-2 xl:grid-cols-4">
        {STAGE_KINDS.map((kind) => (
          <CardBody key={kind} className="grid gap-4">
            <Skeleton className="h-6 w-32" />
            <Skeleton className="h-16 w-48 max-w-full" />
            <Skeleton className="h-3" />
          </CardBody>
        ))}
      </Card>
      <Card>
        <SkeletonRows rows={6} />
      </Card>
    </div>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardBody } from "@/components/ui/card";
import { Skeleton, SkeletonText } from "@/components/ui/skeleton";

/** The list of tasks while it loads. */
export function TaskListSkeleton() {
  return (
    <Loading>
      <Skeleton className="mt-1 mb-6 h-7 w-40" />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="grid gap-5">
          <NextSkeleton />
          <RowSkeleton />
          <RowSkeleton />
        </div>
        <Card className="max-lg:hidden">
          <CardBody>
            <SkeletonText lines={9} />
          </CardBody>
        </Card>
      </div>
    </Loading>
  );
}

/** One task while it loads. */
export function TaskSkeleton() {
  return (
    <Loading>
      <HeadSkeleton />
      <div className="grid gap-5">
        <NextSkeleton />
        <Card className="grid gap-5 px-4.5 py-4.5 md:grid-cols-4">
          {["a", "b", "c", "d"].map((key) => (
            <div key={key} className="flex gap-3">
              <Skeleton className="size-9 flex-none rounded-full" />
              <div className="grid flex-1 gap-2">
                <Skeleton className="w-20" />
                <Skeleton className="w-28" />
              </div>
            </div>
          ))}
        </Card>
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <RowSkeleton />
          <RowSkeleton />
        </div>
      </div>
    </Loading>
  );
}

/** A stage's form while it loads. */
export function StageFormSkeleton() {
  return (
    <Loading>
      <HeadSkeleton />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,46rem)_17rem] lg:gap-8">
        <div className="grid gap-5">
          {["a", "b"].map((key) => (
            <Card key={key} className="grid gap-5 px-4 py-4.5 sm:px-5">
              <Skeleton className="h-5 w-48" />
              <FieldSkeleton />
              <FieldSkeleton tall />
              <FieldSkeleton />
            </Card>
          ))}
        </div>
        <Card className="px-4 py-4 max-lg:hidden">
          <SkeletonText lines={7} />
        </Card>
      </div>
    </Loading>
  );
}

function Loading({ children }: { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      {children}
    </div>
  );
}

function HeadSkeleton() {
  return (
    <div className="mb-6 grid gap-2.5">
      <Skeleton className="w-24" />
      <Skeleton className="h-7 w-64 max-w-full" />
      <Skeleton className="w-80 max-w-full" />
    </div>
  );
}

function NextSkeleton() {
  return (
    <Card className="grid gap-4 border-l-4 px-4 py-4.5 sm:px-5">
      <div className="grid gap-2.5">
        <Skeleton className="w-28" />
        <Skeleton className="h-7 w-56 max-w-full" />
        <Skeleton className="w-72 max-w-full" />
      </div>
      <Skeleton className="h-12 w-48 rounded-sm max-sm:w-full" />
    </Card>
  );
}

function RowSkeleton() {
  return (
    <Card>
      <CardBody>
        <SkeletonText lines={3} />
      </CardBody>
    </Card>
  );
}

function FieldSkeleton({ tall }: { tall?: boolean }) {
  return (
    <div className="grid gap-2">
      <Skeleton className="w-32" />
      <Skeleton className={tall ? "h-24 w-full rounded-sm" : "h-10 w-full rounded-sm"} />
    </div>
  );
}

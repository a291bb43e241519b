import { CatalogueSkeleton } from "@/components/innovation/catalogue-skeleton";

export default function Loading() {
  return <CatalogueSkeleton />;
}

import { EntryListSkeleton } from "@/components/catalogue/entry-skeletons";

export default function Loading() {
  return <EntryListSkeleton />;
}

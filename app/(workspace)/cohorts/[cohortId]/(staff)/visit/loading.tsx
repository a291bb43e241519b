import { AgendaSkeleton } from "@/components/agenda/agenda-skeleton";

export default function Loading() {
  return <AgendaSkeleton />;
}

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Timeliness } from "@/lib/assignment/timeliness";

/** Says that a submission came late, or only claims to have been in time. In time says nothing. */
export function TimelinessBadge({ timeliness }: { timeliness: Timeliness }) {
  const t = useTranslations("review.timeliness");
  if (timeliness === "ON_TIME") return null;
  return <Badge tone={timeliness === "LATE" ? "late" : "neutral"}>{t(timeliness)}</Badge>;
}

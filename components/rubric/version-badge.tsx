import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { VersionState } from "@/lib/rubric/model";

const TONES = { DRAFT: "late", READY: "accent", FROZEN: "good" } as const;

/** Where a version stands: still incomplete, ready for use, or frozen. */
export function VersionBadge({ state }: { state: VersionState }) {
  const t = useTranslations("rubrics.state");
  return <Badge tone={TONES[state]}>{t(state)}</Badge>;
}

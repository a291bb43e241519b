import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { AccessState } from "@/lib/invitation/model";

const TONES: Record<AccessState, Tone> = {
  ACCEPTED: "good",
  NONE: "neutral",
  ELSEWHERE: "neutral",
  SENT: "accent",
  OPENED: "accent",
  EXPIRED: "late",
  REVOKED: "neutral",
};

/** Where somebody stands on the way in. Needs the messages of `people`. */
export function AccessBadge({ access }: { access: AccessState }) {
  const t = useTranslations("people.states");
  return <Badge tone={TONES[access]}>{t(access)}</Badge>;
}

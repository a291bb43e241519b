"use client";

import { useTranslations } from "next-intl";
import type { RefusalReason } from "@/lib/platform/result";

/** Why something was not carried out, in words; also when no answer came at all. */
export function RefusalText({ reason }: { reason: string }) {
  const t = useTranslations("refusals");
  const own = useTranslations("review.problem");
  if (reason === "no_answer" || reason === "outdated") return own(reason);
  return t(reason as RefusalReason);
}

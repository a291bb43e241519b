"use client";

import { useTranslations } from "next-intl";
import type { FieldIssue } from "@/lib/document/issue";

/** Issues in the reader's words. */
export function useIssueMessage(): (issue: FieldIssue) => string {
  const t = useTranslations("issues");
  return ({ code, params }) => {
    // Codes come from the schemas, which the catalogue follows; an unknown one is still a refusal.
    const key = code as "invalid";
    return t.has(key) ? t(key, params as never) : t("invalid");
  };
}

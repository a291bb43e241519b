"use client";

import { useTranslations } from "next-intl";
import type { FieldIssue } from "@/lib/document/issue";

/** How the summary of a form calls its field, with the colon after it; "" where the path is none of them. */
export function useFieldName(): (path: string) => string {
  const t = useTranslations("rubrics");
  return (path) => {
    const head = `new.${path}` as "new.nameId";
    // Texts of levels are a table of their own: `levels.3.labelId`.
    const [field = ""] = path.split(".").slice(-1);
    const key = (path.includes("levels") ? "editor.levels" : `editor.${field}`) as "editor.weight";
    if (t.has(head)) return `${t(head)}: `;
    return t.has(key) ? `${t(key)}: ` : "";
  };
}

/** Issues in the reader's words. */
export function useIssueMessage(): (issue: FieldIssue) => string {
  const t = useTranslations("issues");
  return ({ code, params }) => {
    // Codes come from the schemas, which the catalogue follows; an unknown one is still a refusal.
    const key = code as "invalid";
    return t.has(key) ? t(key, params as never) : t("invalid");
  };
}

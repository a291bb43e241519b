import { useTranslations } from "next-intl";
import type { FieldIssue } from "@/lib/document/issue";

/** Words for what a command says is wrong with a field. Needs the messages of `issues`. */
export function useIssueText(): (issue: FieldIssue) => string {
  const t = useTranslations("issues");
  return ({ code, params }) => {
    // Codes come from the schemas, which the catalogue follows; an unknown one is still a refusal.
    const key = code as "invalid";
    return t.has(key) ? t(key, params as never) : t("invalid");
  };
}

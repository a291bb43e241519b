import { useTranslations } from "next-intl";
import { useIssueText } from "@/components/cohort/issue-text";
import type { RefusalReason } from "@/lib/platform/result";
import { READ_LIMITS } from "@/lib/spreadsheet/sheet";
import type { IntakeRefusal } from "./use-intake";

/**
 * Why a file was not taken, in words. Needs `issues` and `refusals`.
 *
 * @param noAnswer what is said where the server said nothing
 */
export function useIntakeText(noAnswer: string): (refusal: IntakeRefusal) => string {
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  return ({ reason, issues }) => {
    const [issue] = issues ?? [];
    if (issue) return issueText(issue);
    if (reason === "no_answer") return noAnswer;
    if (refusals.has(reason as RefusalReason)) return refusals(reason as RefusalReason);
    const code = reason === "too_large" ? "file_too_large" : "invalid";
    return issueText({ path: "file", code, params: { max: READ_LIMITS.maxBytes / 1024 / 1024 } });
  };
}

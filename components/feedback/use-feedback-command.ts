import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import type { RefusalReason, Result } from "@/lib/platform/result";

/** Sends a command about findings; why it was refused is one text, of the first thing wrong. */
export function useFeedbackCommand<Input extends { commandId: string }, Value>(
  action: (input: Input) => Promise<Result<Value>>,
) {
  const t = useTranslations("feedback");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const { run, pending } = useCommand(action);
  const [problem, setProblem] = useState<string | null>(null);
  return {
    pending,
    problem,
    /** The answer, or null where it was refused. */
    run: async (content: Omit<Input, "commandId">): Promise<{ value: Value } | null> => {
      setProblem(null);
      const result = await run(content);
      if (result.ok) return { value: result.value };
      if (result.reason === "no_answer" || result.reason === "outdated") {
        setProblem(t(result.reason === "outdated" ? "outdated" : "noAnswer"));
        return null;
      }
      const [issue] = "issues" in result ? (result.issues ?? []) : [];
      setProblem(issue ? issueText(issue) : refusals(result.reason as RefusalReason));
      return null;
    },
  };
}

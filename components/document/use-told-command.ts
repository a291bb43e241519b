import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import type { RefusalReason, Result } from "@/lib/platform/result";

/**
 * Sends a command; why it was refused is one text, of the first thing wrong. Needs the messages of `issues`
 * and `refusals`.
 *
 * @param words for an answer that did not come, or that a newer server gave
 */
export function useToldCommand<Input extends { commandId: string }, Value>(
  action: (input: Input) => Promise<Result<Value>>,
  words: { noAnswer: string; outdated: string },
) {
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
      if (result.reason === "no_answer") setProblem(words.noAnswer);
      else if (result.reason === "outdated") setProblem(words.outdated);
      else {
        const [issue] = "issues" in result ? (result.issues ?? []) : [];
        setProblem(issue ? issueText(issue) : refusals(result.reason as RefusalReason));
      }
      return null;
    },
  };
}

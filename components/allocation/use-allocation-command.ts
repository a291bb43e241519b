import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import type { Refusal, Result } from "@/lib/platform/result";

/** Sends a command of the allocation; what went wrong, in words. Needs `allocation`, `issues` and `refusals`. */
export function useAllocationCommand<Input extends { commandId: string }, Value>(
  action: (input: Input) => Promise<Result<Value>>,
) {
  const t = useTranslations("allocation");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const { run, pending } = useCommand(action);
  const [problem, setProblem] = useState<string>();
  const send = async (content: Omit<Input, "commandId">): Promise<Value | undefined> => {
    setProblem(undefined);
    const result = await run(content);
    if (result.ok) return result.value;
    if (result.reason === "no_answer" || result.reason === "outdated") {
      setProblem(t("noAnswer"));
    } else if (result.reason === "conflict") setProblem(t("changed"));
    else {
      const { reason, issues } = result as Refusal;
      const [issue] = issues ?? [];
      setProblem(issue ? issueText(issue) : refusals(reason));
    }
    return undefined;
  };
  return { send, pending, problem };
}

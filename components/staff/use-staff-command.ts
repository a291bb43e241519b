import { useTranslations } from "next-intl";
import { useCommand } from "@/components/review/use-command";
import { toast } from "@/components/ui/toast";
import type { RefusalReason, Result } from "@/lib/platform/result";

/** Sends a command about a person and says in a toast why it was refused. */
export function useStaffCommand<Input extends { commandId: string }, Value>(
  action: (input: Input) => Promise<Result<Value>>,
) {
  const t = useTranslations("staff");
  const refusals = useTranslations("refusals");
  const { run, pending } = useCommand(action);
  return {
    pending,
    /** The answer, or null where it was refused. */
    run: async (content: Omit<Input, "commandId">): Promise<{ value: Value } | null> => {
      const result = await run(content);
      if (result.ok) return { value: result.value };
      const silent = result.reason === "no_answer" || result.reason === "outdated";
      toast(silent ? t("noAnswer") : refusals(result.reason as RefusalReason), { tone: "late" });
      return null;
    },
  };
}

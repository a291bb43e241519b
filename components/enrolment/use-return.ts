import { useTranslations } from "next-intl";
import { useCommand } from "@/components/review/use-command";
import { toast } from "@/components/ui/toast";
import { returnEnrolmentAction } from "@/lib/enrolment/actions";
import type { RefusalReason } from "@/lib/platform/result";

/** Brings somebody back into a cohort, and says so. */
export function useReturn(cohortId: string) {
  const t = useTranslations("people");
  const refusals = useTranslations("refusals");
  const { run, pending } = useCommand(returnEnrolmentAction);
  return {
    pending,
    run: async ({ enrolmentId, name }: { enrolmentId: string; name: string }) => {
      const result = await run({ cohortId, enrolmentId });
      if (result.ok) toast(t("leave.returned", { name }), { tone: "good" });
      else if (result.reason === "no_answer" || result.reason === "outdated") {
        toast(t("noAnswer"), { tone: "late" });
      } else toast(refusals(result.reason as RefusalReason), { tone: "late" });
    },
  };
}

import { useLocale, useTranslations } from "next-intl";
import { useCommand } from "@/components/review/use-command";
import { toast } from "@/components/ui/toast";
import { inviteAction } from "@/lib/invitation/actions";
import type { RefusalReason } from "@/lib/platform/result";

/** Writes to somebody once more about the place that waits for them, and says what became of it. */
export function useRemind(cohortId: string, sends: boolean) {
  const t = useTranslations("people");
  const refusals = useTranslations("refusals");
  const locale = useLocale();
  const { run, pending } = useCommand(inviteAction);
  return {
    pending,
    run: async ({ enrolmentId, name }: { enrolmentId: string; name: string }) => {
      const enrolmentIds = [enrolmentId];
      const result = await run({ cohortId, enrolmentIds, channel: "MAIL", locale });
      if (result.ok) {
        const [skipped] = result.value.skipped;
        if (skipped) toast(t("invite.notReminded", { name, why: t(`skips.${skipped.reason}`) }));
        else toast(t("invite.reminded", { name, sends: String(sends) }), { tone: "good" });
      } else if (result.reason === "no_answer" || result.reason === "outdated") {
        toast(t("noAnswer"), { tone: "late" });
      } else toast(refusals(result.reason as RefusalReason), { tone: "late" });
    },
  };
}

import { useTranslations } from "next-intl";
import { useCommand } from "@/components/review/use-command";
import { toast } from "@/components/ui/toast";
import { revokeInvitationsAction } from "@/lib/invitation/actions";
import type { RefusalReason } from "@/lib/platform/result";

/** Takes invitations back and says how many. */
export function useRevoke(cohortId: string) {
  const t = useTranslations("people");
  const refusals = useTranslations("refusals");
  const { run, pending } = useCommand(revokeInvitationsAction);
  return {
    pending,
    run: async (enrolmentIds: string[]) => {
      const result = await run({ cohortId, enrolmentIds });
      if (result.ok) toast(t("invite.revoked", { count: result.value.revoked }), { tone: "good" });
      else if (result.reason === "no_answer" || result.reason === "outdated") {
        toast(t("noAnswer"), { tone: "late" });
      } else toast(refusals(result.reason as RefusalReason), { tone: "late" });
    },
  };
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { TrashIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { removeEntryAction } from "@/lib/roster/actions";
import { rosterPath } from "@/lib/roster/model";

/** Takes somebody off the roster who was put there by a slip. */
export function RemoveEntry({
  cohortId,
  enrolmentId,
  name,
}: {
  cohortId: string;
  enrolmentId: string;
  name: string;
}) {
  const t = useTranslations("roster.form");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const { run, pending } = useCommand(removeEntryAction);
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();

  const remove = async () => {
    const result = await run({ cohortId, enrolmentId });
    if (result.ok) {
      toast(t("removed", { name }), { tone: "good", along: true });
      router.push(rosterPath(cohortId));
      return;
    }
    setProblem(
      result.reason === "no_answer" || result.reason === "outdated"
        ? t("noAnswer")
        : refusals(result.reason),
    );
  };

  return (
    <>
      <Button variant="danger" icon={<TrashIcon size={16} />} onClick={() => setOpen(true)}>
        {t("remove")}
      </Button>
      <Dialog
        open={open}
        busy={pending}
        onClose={() => setOpen(false)}
        title={t("removeTitle", { name })}
        description={t("removeBody")}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)} disabled={pending}>
              {t("keep")}
            </Button>
            <Button variant="danger" onClick={remove} pending={pending}>
              {t("remove")}
            </Button>
          </>
        }
      >
        {problem && (
          <Callout tone="late" live>
            {problem}
          </Callout>
        )}
      </Dialog>
    </>
  );
}

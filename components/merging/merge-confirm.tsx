"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { toast } from "@/components/ui/toast";
import { mergePeopleAction } from "@/lib/merging/actions";
import type { RefusalReason } from "@/lib/platform/result";
import { centerPersonPath } from "@/lib/staff/model";

/** Makes two records one, as was shown. */
export function MergeConfirm({
  centerId,
  keepId,
  doubleId,
  planned,
}: {
  centerId: string;
  keepId: string;
  doubleId: string;
  planned: string;
}) {
  const t = useTranslations("staff");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const { run, pending } = useCommand(mergePeopleAction);
  const [problem, setProblem] = useState<string>();

  const merge = async () => {
    const result = await run({ centerId, keepId, doubleId, planned });
    if (result.ok) {
      toast(t("merge.done"), { tone: "good", along: true });
      router.push(centerPersonPath(centerId, keepId));
      return;
    }
    if (result.reason === "no_answer" || result.reason === "outdated") setProblem(t("noAnswer"));
    else if (result.reason === "conflict") setProblem(t("merge.changed"));
    else setProblem(refusals(result.reason as RefusalReason));
  };

  return (
    <>
      {problem && (
        <div className="w-full">
          <Callout tone="late" live>
            {problem}
          </Callout>
        </div>
      )}
      <Button variant="danger" pending={pending} onClick={merge}>
        {t("merge.confirm")}
      </Button>
    </>
  );
}

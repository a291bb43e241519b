"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { takeBackApprovalsAction } from "@/lib/approval/actions";
import { useWhy } from "./use-why";

/** Long enough after it is due that it has been carried out, in milliseconds. */
const CARRIED_OUT_AFTER = 6_000;

/** Takes back what was approved together, while it has not taken effect; then the queue is read anew. */
export function TakeBack({ batchId, dueAt, now }: { batchId: string; dueAt: string; now: string }) {
  const t = useTranslations("together");
  const why = useWhy();
  const router = useRouter();
  const { run, pending } = useCommand(takeBackApprovalsAction);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const wait = new Date(dueAt).getTime() - new Date(now).getTime() + CARRIED_OUT_AFTER;
    const timer = setTimeout(() => router.refresh(), Math.max(wait, CARRIED_OUT_AFTER));
    return () => clearTimeout(timer);
  }, [dueAt, now, router]);

  const takeBack = async () => {
    const result = await run({ batchId });
    if (result.ok) {
      toast(t("takenBack", { count: result.value.takenBack }), { tone: "good" });
    } else {
      const late = result.reason === "wrong_state" || result.reason === "not_found";
      setFailure(late ? t("tooLate") : why(result.reason));
    }
  };
  return (
    <>
      <Button size="sm" variant="secondary" pending={pending} onClick={takeBack}>
        {t("takeBack")}
      </Button>
      {failure && (
        <p className="text-sm font-medium text-late" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { newId } from "@/components/document/new-id";
import { sendCommand } from "@/components/document/transport";
import { devicePerson, openDeviceStore } from "@/components/field/device-store";
import type { Errand } from "@/components/field/sync";
import { Button } from "@/components/ui/button";
import { UndoIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { STAGE_SLUGS, type StageKind } from "@/lib/assignment/model";

/** Takes a submission back, to go on writing. Sending it again is the way back, so it asks nothing. */
export function WithdrawButton({
  assignmentId,
  stage,
  version,
}: {
  assignmentId: string;
  stage: StageKind;
  version: number;
}) {
  const t = useTranslations("tasks.withdraw");
  const stageWords = useTranslations("stage");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const [pending, start] = useTransition();
  const withdraw = () =>
    start(async () => {
      const command = { commandId: newId(), assignmentId, stage, basedOn: version };
      try {
        const result = await sendWithdrawal(command);
        if (!result.ok) {
          toast(refusals(result.reason), { tone: "late" });
          router.refresh();
          return;
        }
        toast(t("done", { stage: stageWords(`kind.${stage}`) }));
        router.push(`/tasks/${assignmentId}/${STAGE_SLUGS[stage]}`);
        // What was fetched before shows the stage as it was.
        router.refresh();
      } catch {
        toast(t((await queue(command)) ? "queued" : "offline"), { tone: "late" });
      }
    });
  return (
    <div className="grid gap-1">
      <Button
        variant="secondary"
        icon={<UndoIcon size={16} />}
        pending={pending}
        onClick={withdraw}
        className="justify-self-start max-sm:w-full"
      >
        {t("button")}
      </Button>
      <p className="text-sm text-ink-3">{t("hint")}</p>
    </div>
  );
}

type Withdrawal = { commandId: string; assignmentId: string; stage: StageKind; basedOn: number };

function sendWithdrawal({ commandId, ...payload }: Withdrawal) {
  return sendCommand<unknown>("WITHDRAW", commandId, payload);
}

/**
 * Keeps a withdrawal that got no answer, under the same id, until there is signal. The server may
 * have carried it out: then it only says so again.
 */
async function queue({ commandId, ...payload }: Withdrawal): Promise<boolean> {
  try {
    const personId = await devicePerson();
    if (!personId) return false;
    const store = await openDeviceStore(personId);
    const errand: Errand = {
      type: "WITHDRAW",
      payload,
      at: new Date().toISOString(),
      problem: null,
    };
    await store.errands.put([commandId], errand);
    return true;
  } catch {
    return false;
  }
}

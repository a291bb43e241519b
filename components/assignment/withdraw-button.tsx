"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { newId } from "@/components/document/new-id";
import { sendCommand } from "@/components/document/transport";
import { devicePerson } from "@/components/field/device-store";
import { withdraw } from "@/components/field/withdraw";
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
  const t = useTranslations("withdrawal");
  const stageWords = useTranslations("stage");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const [pending, start] = useTransition();
  const takeBack = () =>
    start(async () => {
      const payload = { assignmentId, stage, basedOn: version };
      try {
        const personId = await devicePerson();
        const result = personId
          ? await withdraw(personId, payload)
          : await sendCommand<unknown>("WITHDRAW", newId(), payload);
        if (result === "kept") {
          toast(t("queued"), { tone: "late" });
          return;
        }
        if (!result.ok) {
          toast(refusals(result.reason), { tone: "late" });
          router.refresh();
          return;
        }
        toast(t("done", { stage: stageWords(`kind.${stage}`) }), { along: true });
        router.push(`/tasks/${assignmentId}/${STAGE_SLUGS[stage]}`);
        // What was fetched before shows the stage as it was.
        router.refresh();
      } catch {
        toast(t("offline"), { tone: "late" });
      }
    });
  return (
    <div className="grid gap-1">
      <Button
        variant="secondary"
        icon={<UndoIcon size={16} />}
        pending={pending}
        onClick={takeBack}
        className="justify-self-start max-sm:w-full"
      >
        {t("button")}
      </Button>
      <p className="text-sm text-ink-3">{t("hint")}</p>
    </div>
  );
}

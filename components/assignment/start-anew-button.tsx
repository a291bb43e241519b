"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useTransition } from "react";
import { newId } from "@/components/document/new-id";
import { sendCommand } from "@/components/document/transport";
import { Button } from "@/components/ui/button";
import { UndoIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import type { StageKind } from "@/lib/assignment/model";

/** Puts a draft that cannot be read aside and opens the form. Nothing is lost by it, so it asks nothing. */
export function StartAnewButton({
  assignmentId,
  stage,
  version,
}: {
  assignmentId: string;
  stage: StageKind;
  version: number;
}) {
  const t = useTranslations("unread.startAnew");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const [pending, start] = useTransition();
  // Pressed again after an answer was lost, it is the same command.
  const commandId = useRef<string | null>(null);
  const startAnew = () =>
    start(async () => {
      commandId.current ??= newId();
      const payload = { assignmentId, stage, basedOn: version };
      try {
        const result = await sendCommand<unknown>("START_ANEW", commandId.current, payload);
        toast(result.ok ? t("done") : refusals(result.reason), result.ok ? {} : { tone: "late" });
        router.refresh();
      } catch {
        toast(t("offline"), { tone: "late" });
      }
    });
  return (
    <Button icon={<UndoIcon size={16} />} pending={pending} onClick={startAnew}>
      {t("button")}
    </Button>
  );
}

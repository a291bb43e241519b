"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { undoAllocationAction } from "@/lib/allocation/actions";
import { useAllocationCommand } from "./use-allocation-command";

/** Takes the last allocation back, once it is confirmed. */
export function UndoAllocation({
  cohortId,
  allocationId,
  moves,
}: {
  cohortId: string;
  allocationId: string;
  moves: number;
}) {
  const t = useTranslations("allocation");
  const [open, setOpen] = useState(false);
  const { send, pending, problem } = useAllocationCommand(undoAllocationAction);
  const undo = async () => {
    const undone = await send({ cohortId, allocationId });
    if (undone === undefined) return;
    toast(t("undone", { count: undone.moved }), { tone: "good" });
    setOpen(false);
  };
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => setOpen(true)}>
        {t("undo")}
      </Button>
      {open && (
        <Dialog
          open
          busy={pending}
          onClose={() => setOpen(false)}
          title={t("undoTitle")}
          description={t("undoBody", { count: moves })}
          footer={
            <>
              <Button variant="secondary" onClick={() => setOpen(false)} disabled={pending}>
                {t("keep")}
              </Button>
              <Button variant="danger" onClick={undo} pending={pending}>
                {t("undo")}
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
      )}
    </>
  );
}

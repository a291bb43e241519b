"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { deleteTemplateAction } from "@/lib/template/actions";

/** Takes a template away, once it is confirmed. */
export function DeleteTemplate({
  centerId,
  templateId,
  name,
}: {
  centerId: string;
  templateId: string;
  name: string;
}) {
  const t = useTranslations("templates");
  const refusals = useTranslations("refusals");
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { run, pending } = useCommand(deleteTemplateAction);
  const remove = async () => {
    setProblem(undefined);
    const result = await run({ centerId, templateId });
    // Somebody else was faster: it is gone all the same.
    if (result.ok || result.reason === "not_found") {
      toast(t("deleted"), { tone: "good" });
      setOpen(false);
      return;
    }
    const { reason } = result;
    setProblem(reason === "no_answer" || reason === "outdated" ? t("noAnswer") : refusals(reason));
  };
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        onClick={() => setOpen(true)}
        aria-label={t("deleteFor", { name })}
      >
        {t("delete")}
      </Button>
      {open && (
        <Dialog
          open
          busy={pending}
          onClose={() => setOpen(false)}
          title={t("deleteTitle")}
          description={t("deleteBody", { name })}
          footer={
            <>
              <Button variant="secondary" onClick={() => setOpen(false)} disabled={pending}>
                {t("cancel")}
              </Button>
              <Button variant="danger" onClick={remove} pending={pending}>
                {t("delete")}
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

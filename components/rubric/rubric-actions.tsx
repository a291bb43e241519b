"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { newId } from "@/components/document/new-id";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { PencilIcon, TrashIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { addRubricVersionAction, discardRubricAction } from "@/lib/rubric/actions";
import { rubricPath, rubricsPath } from "@/lib/rubric/model";

/** The next version of a rubric, made as a draft and opened at once. */
export function NewVersionButton({ centerId, rubricId }: { centerId: string; rubricId: string }) {
  const t = useTranslations("rubrics.page");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const commandId = useRef("");
  const [pending, start] = useTransition();
  return (
    <Button
      icon={<PencilIcon />}
      pending={pending}
      onClick={() =>
        start(async () => {
          commandId.current ||= newId();
          const result = await addRubricVersionAction({
            commandId: commandId.current,
            centerId,
            rubricId,
          });
          if (result.ok) router.push(`${rubricPath(centerId, rubricId)}/edit`);
          else toast(refusals(result.reason), { tone: "late" });
        })
      }
    >
      {t("newVersion")}
    </Button>
  );
}

/** Deletes a draft, after a question: what it says cannot be brought back. */
export function DiscardDraft({
  centerId,
  versionId,
  number,
  basedOn,
}: {
  centerId: string;
  versionId: string;
  number: number;
  basedOn: number;
}) {
  const t = useTranslations("rubrics.page");
  const common = useTranslations("common");
  const refusals = useTranslations("refusals");
  const router = useRouter();
  const commandId = useRef("");
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  return (
    <>
      <Button variant="danger" icon={<TrashIcon />} onClick={() => setOpen(true)}>
        {t("discard")}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        busy={pending}
        title={t("discardTitle", { number })}
        description={t("discardBody")}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)} disabled={pending}>
              {common("cancel")}
            </Button>
            <Button
              variant="danger"
              pending={pending}
              onClick={() =>
                start(async () => {
                  commandId.current ||= newId();
                  const result = await discardRubricAction({
                    commandId: commandId.current,
                    centerId,
                    versionId,
                    basedOn,
                  });
                  if (!result.ok) {
                    toast(refusals(result.reason), { tone: "late" });
                    return;
                  }
                  const { rubricId } = result.value;
                  toast(t("discarded"), { tone: "good", along: true });
                  router.push(rubricId ? rubricPath(centerId, rubricId) : rubricsPath(centerId));
                })
              }
            >
              {t("discard")}
            </Button>
          </>
        }
      />
    </>
  );
}

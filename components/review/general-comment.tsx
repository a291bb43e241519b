"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { MessageSquareIcon } from "@/components/ui/icons";
import { useDesk } from "./desk-context";
import { RemarkComposer } from "./remark-composer";

/** A remark on the submission as a whole. */
export function GeneralComment() {
  const t = useTranslations("review.remark");
  const desk = useDesk();
  if (!desk.seed.can.comment && !desk.seed.can.reopen) return null;
  return (
    <div data-path="" data-noprint="">
      {desk.writing === "" ? (
        <RemarkComposer field={null} />
      ) : (
        <Button
          size="sm"
          variant="secondary"
          icon={<MessageSquareIcon size={15} />}
          onClick={() => desk.setWriting("")}
        >
          {t("writeWhole")}
        </Button>
      )}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { PencilIcon, TrashIcon } from "@/components/ui/icons";
import { Textarea } from "@/components/ui/input";
import type { DraftReason } from "@/lib/desk/model";
import { REVIEW_BOUNDS } from "@/lib/review/model";
import { useDesk } from "./desk-context";

/** A reason that was collected and not sent yet. */
export function DraftReasonNote({ reason, named }: { reason: DraftReason; named?: boolean }) {
  const t = useTranslations("review.remark");
  const desk = useDesk();
  const id = useId();
  const [editing, setEditing] = useState(false);
  return (
    <div className="rounded-sm border border-dashed border-late/60 bg-late-soft px-3 py-1.5 text-md">
      <div className="flex items-center justify-between gap-2">
        <p className="min-w-0 text-sm font-semibold text-late wrap-anywhere">
          {named ? (reason.label ?? t("general")) : t("reasonDraft")}
        </p>
        <span className="-mr-2 flex flex-none">
          <IconButton
            label={t("edit")}
            aria-expanded={editing}
            icon={<PencilIcon size={15} />}
            onClick={() => setEditing(!editing)}
          />
          <IconButton
            label={t("remove")}
            icon={<TrashIcon size={15} />}
            onClick={() => desk.removeReason(reason.id)}
          />
        </span>
      </div>
      {editing ? (
        <div className="grid gap-2 pb-1.5">
          <label htmlFor={id} className="sr-only">
            {t("reasonText")}
          </label>
          <Textarea
            id={id}
            rows={3}
            value={reason.text}
            maxLength={REVIEW_BOUNDS.reason.max}
            onChange={(event) => desk.editReason(reason.id, event.target.value)}
          />
          <div>
            <Button size="sm" variant="secondary" onClick={() => setEditing(false)}>
              {t("doneEditing")}
            </Button>
          </div>
        </div>
      ) : (
        <p className="pb-1 whitespace-pre-line wrap-anywhere">{reason.text}</p>
      )}
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button, type ButtonSize } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ArchiveIcon, PencilIcon, PlusIcon, TrashIcon, UndoIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { archiveEntryAction, deleteEntryAction } from "@/lib/catalogue/actions";
import { ARCHIVABLE_KINDS } from "@/lib/catalogue/model";
import { type EditableEntry, useEntryScope } from "./entry-scope";

/** Opens the list's dialog for a new entry. */
export function AddEntry({ label, size = "md" }: { label: string; size?: ButtonSize }) {
  const { open } = useEntryScope();
  return (
    <Button size={size} icon={<PlusIcon />} onClick={() => open(null)}>
      {label}
    </Button>
  );
}

/** Edits, retires or deletes an entry; the last two can be undone at once. */
export function EntryButtons({
  entry,
  edit = true,
  onDeleted,
}: {
  entry: EditableEntry;
  edit?: boolean;
  /** Where the entry's own page is left. */
  onDeleted?: () => void;
}) {
  const t = useTranslations("catalogue");
  const common = useTranslations("common");
  const refusals = useTranslations("refusals");
  const { kind, centerId, put, open } = useEntryScope();
  const [pending, start] = useTransition();
  const archivable = ARCHIVABLE_KINDS.find((known) => known === kind);
  const { id, name } = entry;
  const head = () => ({ commandId: crypto.randomUUID(), centerId, id });

  const archive = (archived: boolean, basedOn: number, undoable: boolean) =>
    start(async () => {
      if (!archivable) return;
      const result = await archiveEntryAction({ ...head(), basedOn, kind: archivable, archived });
      if (!result.ok) return void toast(refusals(result.reason), { tone: "late" });
      const { version } = result.value;
      toast(t(archived ? "archivedDone" : "restoredDone", { name }), {
        tone: "good",
        action: undoable
          ? { label: common("undo"), run: () => archive(!archived, version, false) }
          : undefined,
      });
    });

  const remove = () =>
    start(async () => {
      const result = await deleteEntryAction({ ...head(), basedOn: entry.version, kind });
      if (!result.ok) return void toast(refusals(result.reason), { tone: "late" });
      onDeleted?.();
      toast(t("deletedDone", { name }), {
        tone: "good",
        // On its own page it is said on the way to another.
        along: onDeleted !== undefined,
        action: {
          label: common("undo"),
          run: () =>
            start(async () => {
              const again = await put(entry.values);
              if (again.ok) toast(t("restoredDone", { name }), { tone: "good" });
              else toast(refusals(again.reason), { tone: "late" });
            }),
        },
      });
    });

  return (
    <span className="inline-flex gap-1">
      {edit && (
        <IconButton
          label={t("editOne", { name })}
          icon={<PencilIcon />}
          onClick={() => open(entry)}
          disabled={pending}
        />
      )}
      {archivable &&
        (entry.archived ? (
          <IconButton
            label={t("restoreOne", { name })}
            icon={<UndoIcon />}
            onClick={() => archive(false, entry.version, true)}
            disabled={pending}
          />
        ) : (
          <IconButton
            label={t("archiveOne", { name })}
            icon={<ArchiveIcon />}
            onClick={() => archive(true, entry.version, true)}
            disabled={pending}
          />
        ))}
      {!entry.used && (
        <IconButton
          label={t("deleteOne", { name })}
          icon={<TrashIcon />}
          onClick={remove}
          disabled={pending}
        />
      )}
    </span>
  );
}

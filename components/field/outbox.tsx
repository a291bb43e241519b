"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { DevicePhoto } from "@/components/evidence/photo-queue";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CloudOffIcon, TriangleAlertIcon } from "@/components/ui/icons";
import { STAGE_SLUGS } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";
import { askForSpace, type DeviceSpace } from "./device-space";
import type { Errand } from "./errands";
import { SpaceWarning } from "./space-warning";
import type { UnsentDraft } from "./sync";
import type { DeviceContents } from "./use-device";

type OutboxProps = {
  contents: DeviceContents;
  /** A command that was refused has been read, and is done with. */
  onDismiss(commandId: string): void;
};

/**
 * What this device holds that the server does not have: a line while there is something, and behind
 * it each piece with its state and the way to it.
 */
export function Outbox({ contents, onDismiss }: OutboxProps) {
  const drafts = contents.drafts.filter(
    ({ draft }) => draft.received === null || draft.problem !== null,
  );
  const waits = drafts.length + contents.errands.length + contents.photos.length > 0;
  return waits ? <Waiting contents={contents} drafts={drafts} onDismiss={onDismiss} /> : null;
}

function Waiting({ contents, drafts, onDismiss }: OutboxProps & { drafts: UnsentDraft[] }) {
  const t = useTranslations("outbox");
  const [open, setOpen] = useState(false);
  const space = useSpace();
  const { errands, photos } = contents;
  const count = drafts.length + errands.length + photos.length;
  const stuck = [
    ...drafts.map(({ draft }) => draft),
    ...errands.map(({ errand }) => errand),
    ...photos.map(({ photo }) => photo),
  ].filter(({ problem }) => problem !== null).length;
  const Icon = stuck > 0 ? TriangleAlertIcon : CloudOffIcon;
  return (
    <>
      <div
        role="status"
        data-tone={stuck > 0 ? "late" : "accent"}
        className="flex items-center gap-2.5 rounded-md border border-line bg-surface py-1 pr-1 pl-3.5 text-md print:hidden"
      >
        <Icon size={18} className="flex-none text-hue" />
        <p className="min-w-0 flex-1 font-semibold">
          {stuck > 0 ? t("stuck", { count: stuck }) : t("waiting", { count })}
        </p>
        <Button variant="ghost" onClick={() => setOpen(true)}>
          {t("show")}
        </Button>
      </div>
      {space && <SpaceWarning space={space} />}
      <Dialog open={open} onClose={() => setOpen(false)} title={t("title")} description={t("body")}>
        <ul className="grid gap-2">
          {drafts.map((entry) => (
            <Entry key={`${entry.assignmentId} ${entry.stage}`} entry={entry} contents={contents} />
          ))}
          {errands.map(({ commandId, errand }) => (
            <ErrandEntry key={commandId} errand={errand} onDismiss={() => onDismiss(commandId)} />
          ))}
          {photos.map(({ evidenceId, photo }) => (
            <PhotoEntry key={evidenceId} photo={photo} contents={contents} />
          ))}
        </ul>
      </Dialog>
    </>
  );
}

/** Asks for room that lasts once something waits; null until the browser has answered. */
function useSpace(): DeviceSpace | null {
  const [space, setSpace] = useState<DeviceSpace | null>(null);
  useEffect(() => {
    void askForSpace().then(setSpace);
  }, []);
  return space;
}

function ErrandEntry({
  errand: { type, problem },
  onDismiss,
}: {
  errand: Errand;
  onDismiss: () => void;
}) {
  const t = useTranslations("outbox");
  const refusals = useTranslations("refusals");
  return (
    <li
      data-tone={problem ? "late" : undefined}
      className="rounded-sm border border-line px-3 py-2.5 text-md"
    >
      {t(`errand.${errandWords(type)}`)}
      {problem && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p className="text-sm text-hue">{refusals(problem)}</p>
          <Button variant="ghost" onClick={onDismiss}>
            {t("dismiss")}
          </Button>
        </div>
      )}
    </li>
  );
}

function PhotoEntry({ photo, contents }: { photo: DevicePhoto; contents: DeviceContents }) {
  const t = useTranslations("outbox");
  const { assignmentId, problem } = photo;
  const task = contents.stored?.pack.details.find((one) => one.assignmentId === assignmentId);
  const format = useFormat(task?.timeZone);
  const size = format.decimal(Math.max(1, Math.round(photo.size / 1024)), 0);
  return (
    <li
      data-tone={problem ? "late" : undefined}
      className="grid gap-0.5 rounded-sm border border-line px-3 py-2.5 text-md"
    >
      <a
        href={`/tasks/${assignmentId}/${STAGE_SLUGS.EVALUATE}`}
        className="link font-semibold wrap-anywhere"
      >
        {[task?.innovation.code, photo.name].filter(Boolean).join(" · ")}
      </a>
      <p className={problem ? "text-sm text-hue" : "text-sm text-ink-2"}>
        {problem ? t("photoRefused") : t("photo", { size, when: format.dateTime(photo.at) })}
      </p>
    </li>
  );
}

function errandWords(type: string) {
  return type === "WITHDRAW" || type === "ANSWER_REASON" ? type : "ATTEND";
}

function Entry({ entry, contents }: { entry: UnsentDraft; contents: DeviceContents }) {
  const t = useTranslations("outbox");
  const stageWords = useTranslations("stage");
  const refusals = useTranslations("refusals");
  const { assignmentId, stage, draft } = entry;
  const task = contents.stored?.pack.details.find((one) => one.assignmentId === assignmentId);
  const format = useFormat(task?.timeZone);
  const state = () => {
    if (draft.problem?.kind === "conflict") return t("conflict");
    if (draft.problem) return refusals(draft.problem.reason);
    return t(draft.intent, { when: format.dateTime(draft.changedAt) });
  };
  return (
    <li
      data-tone={draft.problem ? "late" : undefined}
      className="grid gap-0.5 rounded-sm border border-line px-3 py-2.5 text-md"
    >
      <a href={`/tasks/${assignmentId}/${STAGE_SLUGS[stage]}`} className="link font-semibold">
        {[task?.innovation.code, stageWords(`kind.${stage}`)].filter(Boolean).join(" · ")}
      </a>
      <p className={draft.problem ? "text-sm text-hue" : "text-sm text-ink-2"}>{state()}</p>
    </li>
  );
}

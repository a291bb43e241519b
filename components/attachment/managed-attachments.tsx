"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState, useTransition } from "react";
import { useFirstProblem, valuesOf } from "@/components/catalogue/use-entry";
import { useIssueText } from "@/components/cohort/issue-text";
import { sha256 } from "@/components/evidence/sha256";
import { NoAnswer, type UploadRefusal, uploadFile } from "@/components/evidence/upload";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { PlusIcon, TrashIcon } from "@/components/ui/icons";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { addAttachmentAction, removeAttachmentAction } from "@/lib/attachment/actions";
import { ATTACHMENT_BOUNDS, type AttachedTo, type AttachmentDto } from "@/lib/attachment/model";
import type { FieldIssue } from "@/lib/document/issue";
import { FILE_LIMITS, FILE_TYPES, type FileRef, type FileType } from "@/lib/file/model";
import { AttachmentList } from "./attachment-list";

type Problem = { reason: string; issues?: FieldIssue[] };

/**
 * The documents of an entry, to be added and removed by whoever organises in its centre. Needs
 * `catalogue`, `innovations`, `issues` and `refusals`.
 */
export function ManagedAttachments({
  centerId,
  of,
  attachments,
}: {
  centerId: string;
  of: AttachedTo;
  attachments: readonly AttachmentDto[];
}) {
  const t = useTranslations("catalogue.documents");
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<AttachmentDto | null>(null);
  return (
    <>
      <AttachmentList
        attachments={attachments}
        add={
          <Button size="sm" icon={<PlusIcon />} onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        }
        buttonsOf={(attachment) => (
          <IconButton
            label={t("remove", { title: attachment.title })}
            icon={<TrashIcon />}
            onClick={() => setRemoved(attachment)}
          />
        )}
      />
      <AddDialog centerId={centerId} of={of} open={adding} onClose={() => setAdding(false)} />
      <RemoveDialog centerId={centerId} attachment={removed} onClose={() => setRemoved(null)} />
    </>
  );
}

/** First the words, which name the bytes; then the bytes. What is refused leaves no words behind. */
function AddDialog({
  centerId,
  of,
  open,
  onClose,
}: {
  centerId: string;
  of: AttachedTo;
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("catalogue");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const router = useRouter();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { run } = useCommand(addAttachmentAction);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [general, setGeneral] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const idOf = (path: string) => `${formId}-${path}`;
  useFirstProblem(attempt, problems, idOf);

  const tell = ({ reason, issues = [] }: Problem) => {
    // What is wrong within the file is told at the file.
    const at = ({ path }: FieldIssue) => path.split(".")[0] ?? path;
    setProblems(Object.fromEntries(issues.map((issue) => [at(issue), issueText(issue)])));
    const known = reason as "unexpected";
    setGeneral(issues.length > 0 ? null : refusals(refusals.has(known) ? known : "unexpected"));
    setAttempt((count) => count + 1);
  };

  async function send() {
    const { file: _, ...words } = form.current ? valuesOf(form.current) : {};
    const chosen = form.current?.querySelector<HTMLInputElement>("input[type=file]")?.files?.[0];
    if (!chosen) return tell({ reason: "invalid", issues: [{ path: "file", code: "required" }] });
    const max = FILE_LIMITS.bytes / 1024 / 1024;
    if (chosen.size > FILE_LIMITS.bytes) {
      const issue = { path: "file", code: "upload_too_large", params: { max } };
      return tell({ reason: "invalid", issues: [issue] });
    }
    // Its bytes decide in the end; what cannot be taken by its own word is not sent at all.
    const type = FILE_TYPES.find((known) => known === chosen.type);
    if (!type) return tell({ reason: "invalid", issues: [{ path: "file", code: "upload_type" }] });
    const bytes = await chosen.arrayBuffer();
    const file = { ...(await refOf(bytes, type)), name: nameOf(chosen) };
    const added = await run({
      centerId,
      innovationId: null,
      hostRegionId: null,
      ...of,
      ...words,
      file,
    } as never);
    if (!added.ok) {
      if (added.reason !== "no_answer" && added.reason !== "outdated") return tell(added);
      setProblems({});
      return setGeneral(t(added.reason === "outdated" ? "outdated" : "noAnswer"));
    }
    const refused = await bring(added.value.id, bytes, file);
    if (refused) {
      // Words without a file would stand there for nothing.
      await removeAttachmentAction({
        commandId: crypto.randomUUID(),
        centerId,
        id: added.value.id,
      });
      if (refused === "lost") {
        setProblems({});
        return setGeneral(t("documents.lost"));
      }
      return tell(refused);
    }
    form.current?.reset();
    setProblems({});
    setGeneral(null);
    onClose();
    toast(t("documents.added"), { tone: "good" });
    router.refresh();
  }

  const field = (name: string) => ({ id: idOf(name), name, error: problems[name] });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("documents.add")}
      busy={busy}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={busy}>
            {t("cancel")}
          </Button>
          <Button type="submit" form={formId} pending={busy}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        noValidate
        className="grid gap-4"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          setBusy(true);
          send()
            .catch(() => setGeneral(t("documents.lost")))
            .finally(() => setBusy(false));
        }}
      >
        {general && (
          <Callout tone="late" live>
            {general}
          </Callout>
        )}
        <TextField
          {...field("title")}
          label={t("documents.name")}
          maxLength={ATTACHMENT_BOUNDS.title.max}
          autoComplete="off"
        />
        <TextField
          {...field("source")}
          label={t("source")}
          hint={t("sourceHint")}
          maxLength={ATTACHMENT_BOUNDS.source.max}
          autoComplete="off"
        />
        <TextField {...field("datedOn")} label={t("documents.datedOn")} type="date" />
        <TextField
          {...field("file")}
          label={t("documents.file")}
          hint={t("documents.fileHint", { max: FILE_LIMITS.bytes / 1024 / 1024 })}
          type="file"
          accept={FILE_TYPES.join(",")}
        />
      </form>
    </Dialog>
  );
}

function RemoveDialog({
  centerId,
  attachment,
  onClose,
}: {
  centerId: string;
  attachment: AttachmentDto | null;
  onClose: () => void;
}) {
  const t = useTranslations("catalogue");
  const refusals = useTranslations("refusals");
  const [pending, start] = useTransition();
  const { run } = useCommand(removeAttachmentAction);
  const remove = ({ id, title }: AttachmentDto) =>
    start(async () => {
      const result = await run({ centerId, id });
      if (result.ok) {
        onClose();
        toast(t("documents.removed", { title }), { tone: "good" });
        return;
      }
      const { reason } = result;
      if (reason === "no_answer") toast(t("noAnswer"), { tone: "late" });
      else if (reason === "outdated") toast(t("outdated"), { tone: "late" });
      else toast(refusals(reason), { tone: "late" });
    });
  return (
    <Dialog
      open={attachment !== null}
      onClose={onClose}
      title={t("documents.removeTitle")}
      busy={pending}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={pending}>
            {t("cancel")}
          </Button>
          <Button pending={pending} onClick={() => attachment && remove(attachment)}>
            {t("documents.confirm")}
          </Button>
        </>
      }
    >
      <p>{t("documents.removeBody", { title: attachment?.title ?? "" })}</p>
    </Dialog>
  );
}

/** Null once the file has arrived. */
async function bring(
  attachmentId: string,
  bytes: ArrayBuffer,
  file: FileRef,
): Promise<UploadRefusal | "lost" | null> {
  try {
    const sent = await uploadFile({ bytes, meta: { attachmentId, file } });
    return sent.ok ? null : sent;
  } catch (error) {
    if (error instanceof NoAnswer) return "lost";
    throw error;
  }
}

async function refOf(bytes: ArrayBuffer, type: FileType) {
  return { hash: await sha256(bytes), size: bytes.byteLength, type };
}

function nameOf({ name }: File): string {
  return name
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, "")
    .slice(-FILE_LIMITS.name.max);
}

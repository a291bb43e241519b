"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef, useState } from "react";
import { useField, useForm, useIssueText, useValue } from "@/components/document/form-context";
import { openDeviceStore } from "@/components/field/device-store";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldFoot } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import {
  CameraIcon,
  CircleCheckIcon,
  ClockIcon,
  FileTextIcon,
  ImageIcon,
  PaperclipIcon,
  TriangleAlertIcon,
  XIcon,
} from "@/components/ui/icons";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Spinner } from "@/components/ui/spinner";
import { type ArrivedFiles, FILE_LIMITS, type FileRef, type StoredFileDto } from "@/lib/file/model";
import { useFormat } from "@/lib/i18n/use-format";
import { dropPhoto, keepPhoto, keepSendingPhotos, retryPhoto } from "./photo-queue";
import { sha256 } from "./sha256";
import { shrinkPhoto, UnreadablePicture } from "./shrink";
import { type KnownPhoto, useDevicePhoto } from "./use-device-photo";

/** What went wrong before anything was kept; keys of the namespace `evidence.problem`. */
type Trouble = "unreadable" | "type" | "large" | "space";

/**
 * The photo or PDF of a piece of evidence: taken or chosen, made small, kept on this device and sent by
 * itself once the words have arrived. It says at each moment where the file is.
 */
export function FileField({
  path,
  kind,
  arrived,
}: {
  /** Of the piece of evidence. */
  path: string;
  kind: "PHOTO" | "FILE";
  /** What had arrived when the page was made. */
  arrived: ArrivedFiles;
}) {
  const t = useTranslations("evidence");
  const { dto, autosave } = useForm();
  const wiring = useField(`${path}.file`, { deep: true });
  const [id] = useValue<string>(`${path}.id`);
  const [file, setFile] = useValue<FileRef | undefined>(`${path}.file`);
  const [shown, setShown] = useValue<boolean | undefined>(`${path}.nobodyShown`);
  const { store, photo } = useDevicePhoto(dto.personId, id);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const group = useId();

  const choose = async (chosen: File) => {
    setBusy(true);
    setTrouble(null);
    try {
      const prepared = await prepare(chosen, kind);
      if (typeof prepared === "string") return setTrouble(prepared);
      const { bytes, preview, type } = prepared;
      const ref: FileRef = {
        hash: await sha256(bytes),
        size: bytes.byteLength,
        type,
        name: chosen.name
          .normalize("NFC")
          .replaceAll(/[\p{Cc}\p{Cs}]/gu, "")
          .slice(-FILE_LIMITS.name.max),
      };
      const opened = store ?? (await openDeviceStore(dto.personId));
      await keepPhoto(opened, id, { ...ref, assignmentId: dto.assignmentId, preview }, bytes);
      // Another picture is another look at it.
      if (file && file.hash !== ref.hash) setShown(undefined);
      setFile(ref);
      wiring.leave();
      autosave.flush();
      keepSendingPhotos(opened);
    } catch (error) {
      setTrouble(error instanceof UnreadablePicture ? "unreadable" : "space");
    } finally {
      setBusy(false);
    }
  };
  const drop = () => {
    setFile(undefined);
    setShown(undefined);
    if (store) void dropPhoto(store, id);
  };
  const retry = async () => {
    if (!store) return;
    await retryPhoto(store, id);
    keepSendingPhotos(store);
  };

  const own = photo && photo.hash === file?.hash ? photo : photo === undefined ? undefined : null;
  const described = wiring.error ? `${path}.file-error` : undefined;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid everywhere
    <div
      role="group"
      id={`${path}.file`}
      tabIndex={-1}
      aria-labelledby={group}
      aria-describedby={described}
      className="grid gap-2 outline-none"
    >
      <p id={group} className="text-md font-semibold">
        {kind === "PHOTO" ? t("photo") : t("document")}
      </p>
      {file && (
        <ChosenFile
          file={file}
          kind={kind}
          known={own}
          stored={arrived[file.hash] ?? null}
          onDrop={drop}
          onRetry={retry}
        />
      )}
      <div className="grid gap-2 sm:flex sm:flex-wrap">
        {kind === "PHOTO" ? (
          <>
            <Picker
              camera
              disabled={busy}
              accept="image/*"
              icon={<CameraIcon size={18} />}
              onFile={choose}
            >
              {file ? t("retake") : t("take")}
            </Picker>
            <Picker
              disabled={busy}
              accept="image/jpeg,image/png,image/webp,image/*"
              icon={<ImageIcon size={18} />}
              onFile={choose}
            >
              {t("gallery")}
            </Picker>
          </>
        ) : (
          <Picker
            disabled={busy}
            accept="application/pdf,.pdf"
            icon={<PaperclipIcon size={18} />}
            onFile={choose}
          >
            {file ? t("otherDocument") : t("chooseDocument")}
          </Picker>
        )}
      </div>
      <p aria-live="polite" className="text-sm text-ink-2 empty:hidden">
        {busy && (
          <span className="inline-flex items-center gap-2">
            <Spinner /> {t(kind === "PHOTO" ? "shrinking" : "keeping")}
          </span>
        )}
      </p>
      {trouble && (
        <p role="alert" className="flex gap-1.5 text-sm font-medium text-late">
          <TriangleAlertIcon size={15} className="mt-0.5 flex-none" />
          <span>{t(`problem.${trouble}`, { max: FILE_LIMITS.bytes / 1024 / 1024 })}</span>
        </p>
      )}
      <FieldFoot id={`${path}.file`} error={wiring.error} />
      {kind === "PHOTO" && file && (
        <NobodyShown path={path} checked={shown === true} onChange={setShown} />
      )}
    </div>
  );
}

/** The rule for visits to poor families and children: whoever took the photo looks at it again. */
function NobodyShown({
  path,
  checked,
  onChange,
}: {
  path: string;
  checked: boolean;
  onChange: (shown: boolean | undefined) => void;
}) {
  const t = useTranslations("evidence");
  const id = `${path}.nobodyShown`;
  const wiring = useField(id);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the tick is leaving the field
    <div onBlur={wiring.leave} className="rounded-sm border border-line bg-sunken px-3 py-1">
      <Checkbox
        id={id}
        label={t("nobodyShown")}
        hint={t("nobodyShownHint")}
        checked={checked}
        aria-describedby={wiring.error ? `${id}-error` : undefined}
        aria-invalid={wiring.error ? true : undefined}
        onChange={(event) => onChange(event.target.checked ? true : undefined)}
      />
      <FieldFoot id={id} error={wiring.error} />
    </div>
  );
}

/** The file as it is known here, with where it is now. */
function ChosenFile({
  file,
  kind,
  known,
  stored,
  onDrop,
  onRetry,
}: {
  file: FileRef;
  kind: "PHOTO" | "FILE";
  known: KnownPhoto;
  stored: StoredFileDto | null;
  onDrop: () => void;
  onRetry: () => void;
}) {
  const t = useTranslations("evidence");
  const format = useFormat();
  const text = useIssueText();
  const refusals = useTranslations("refusals");
  const kb = (bytes: number) => format.integer(Math.max(1, Math.round(bytes / 1000)));
  const received = stored !== null || known?.received === true;
  const preview = known?.preview || stored?.thumbnailUrl || "";
  const problem = known?.problem ?? null;
  // The server found out only after it had answered; what the phone shows may be all that is left of it.
  const unreadable = stored !== null && stored.url === null;
  const isSending = !received && !problem && known != null && known.sent > 0;
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-start gap-3 rounded-md border border-line bg-surface p-2.5">
      <div className="grid size-18 place-items-center overflow-hidden rounded-sm bg-sunken text-ink-3">
        {preview ? (
          // biome-ignore lint/performance/noImgElement: a data address or a signed one; there is nothing to optimise
          <img src={preview} alt={t("previewAlt")} className="size-full object-cover" />
        ) : kind === "PHOTO" ? (
          <ImageIcon size={24} />
        ) : (
          <FileTextIcon size={24} />
        )}
      </div>
      <div className="grid min-w-0 gap-1 text-sm">
        <p className="truncate font-medium text-ink">
          {file.name || t(kind === "PHOTO" ? "photo" : "document")}
        </p>
        {unreadable ? (
          <div role="alert">
            <Where icon={<TriangleAlertIcon size={15} />} tone="late">
              {t("unreadable")}
            </Where>
          </div>
        ) : received ? (
          <Where icon={<CircleCheckIcon size={15} />} tone="good">
            {t("received", { kb: kb(file.size) })}
          </Where>
        ) : problem ? (
          <div role="alert" className="grid justify-items-start gap-1.5">
            <Where icon={<TriangleAlertIcon size={15} />} tone="late">
              {problem.issues.length > 0
                ? problem.issues.map(text).join(" ")
                : refusals.has(problem.reason as "unexpected")
                  ? refusals(problem.reason as "unexpected")
                  : refusals("unexpected")}
            </Where>
            <Button size="sm" variant="secondary" onClick={onRetry}>
              {t("retry")}
            </Button>
          </div>
        ) : known === null ? (
          <Where icon={<ClockIcon size={15} />}>{t("elsewhere")}</Where>
        ) : known === undefined ? null : isSending ? (
          <>
            <Where icon={<Spinner />}>
              {t("sending", { sent: kb(known.sent), kb: kb(file.size) })}
            </Where>
            <ProgressBar
              value={known.sent}
              max={file.size}
              label={t("sending", { sent: kb(known.sent), kb: kb(file.size) })}
            />
          </>
        ) : (
          <Where icon={<ClockIcon size={15} />}>{t("waiting", { kb: kb(file.size) })}</Where>
        )}
      </div>
      <IconButton label={received ? t("remove") : t("cancel")} icon={<XIcon />} onClick={onDrop} />
    </div>
  );
}

function Where({
  icon,
  tone,
  children,
}: {
  icon: ReactNode;
  tone?: "good" | "late";
  children: ReactNode;
}) {
  return (
    <p
      data-tone={tone}
      className={tone ? "flex gap-1.5 font-medium text-hue" : "flex gap-1.5 text-ink-2"}
    >
      <span className="mt-0.5 flex-none">{icon}</span>
      <span className="min-w-0">{children}</span>
    </p>
  );
}

/** A button that opens the camera, or the device's own choice of files. */
function Picker({
  camera = false,
  accept,
  icon,
  disabled,
  onFile,
  children,
}: {
  camera?: boolean;
  accept: string;
  icon: ReactNode;
  disabled: boolean;
  onFile: (file: File) => void;
  children: ReactNode;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        accept={accept}
        {...(camera ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button
        variant="secondary"
        icon={icon}
        disabled={disabled}
        // A computer has no camera that opens by this; its files are behind the other button.
        className={camera ? "hidden touch:inline-flex" : undefined}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  );
}

type Prepared = { bytes: ArrayBuffer; preview: string; type: FileRef["type"] };

async function prepare(file: File, kind: "PHOTO" | "FILE"): Promise<Prepared | Trouble> {
  if (kind === "PHOTO") return { ...(await shrinkPhoto(file)), type: "image/jpeg" };
  if (file.size > FILE_LIMITS.bytes) return "large";
  const bytes = await file.arrayBuffer();
  const head = new TextDecoder("latin1").decode(bytes.slice(0, 5));
  return head === "%PDF-" ? { bytes, preview: "", type: "application/pdf" } : "type";
}

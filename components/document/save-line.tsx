"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CloudCheckIcon, CloudOffIcon, SendIcon, TriangleAlertIcon } from "@/components/ui/icons";
import { Spinner } from "@/components/ui/spinner";
import { dayDistance } from "@/lib/i18n/format";
import { useFormat } from "@/lib/i18n/use-format";
import type { SaveState } from "./autosave";
import { useForm, useKept, useSaveState, useSubmitting } from "./form-context";
import { reach } from "./reach";

const TONES: Record<SaveState["kind"], "good" | "neutral" | "late"> = {
  saved: "good",
  saving: "neutral",
  waiting: "late",
  blocked: "late",
  conflict: "late",
  signed_out: "late",
  elsewhere: "late",
  refused: "late",
  submitted: "good",
};

/** The id of what is said at the top of the form when it asks for a decision. */
export const NOTICE_ID = "form-notice";

/** States in which the notice holds what to do; who types far below it is led there. */
const NOTICED: ReadonlySet<SaveState["kind"]> = new Set([
  "conflict",
  "signed_out",
  "elsewhere",
  "refused",
]);

/** Where the server does not have what was typed: a device that does not keep it has it nowhere else. */
const UNKEPT = ["signal", "server", "gate", "blocked", "conflict", "signed_out"] as const;

function isUnkept(where: string): where is (typeof UNKEPT)[number] {
  return (UNKEPT as readonly string[]).includes(where);
}

/** Where what was typed is now, in a line that never says more than is so. */
export function SaveLine() {
  const state = useSaveState();
  const text = useSaveText(state);
  if (NOTICED.has(state.kind)) {
    return (
      <button
        type="button"
        data-tone={TONES[state.kind]}
        onClick={() => reach(NOTICE_ID)}
        className="flex min-h-9 min-w-0 items-center gap-1 rounded-sm text-left text-sm font-semibold text-hue underline decoration-hue/40 underline-offset-3 hover:decoration-hue touch:min-h-11"
      >
        <span className="flex-none">{iconOf(state)}</span>
        <span className="min-w-0">{text}</span>
      </button>
    );
  }
  return (
    <p
      data-tone={TONES[state.kind]}
      className="flex min-w-0 items-center gap-1 text-sm font-semibold text-hue"
    >
      <span className="flex-none">{iconOf(state)}</span>
      <span className="min-w-0 text-balance">{text}</span>
    </p>
  );
}

/** Reads out what went wrong with saving; that it went well nobody wants to hear every second. */
export function SaveAnnouncement() {
  const state = useSaveState();
  const text = useSaveText(state);
  return (
    <p role="status" className="sr-only">
      {TONES[state.kind] === "late" ? text : ""}
    </p>
  );
}

function useSaveText(state: SaveState): string {
  const t = useTranslations("form.save");
  const { dto } = useForm();
  const format = useFormat(dto.timeZone);
  const kept = useKept();
  const submitting = useSubmitting();
  const where = state.kind === "waiting" ? state.cause : state.kind;
  if (!kept && isUnkept(where)) return t(`unkept.${where}`);
  if (submitting && (state.kind === "waiting" || state.kind === "saving")) {
    return state.kind === "saving" ? t("sending") : t(`queued.${state.cause}`);
  }
  switch (state.kind) {
    case "saved": {
      if (state.at === null) return t("automatic");
      const today = dayDistance(state.at, dto.now, dto.timeZone) >= 0;
      return today
        ? t("savedAt", { time: format.time(state.at) })
        : t("savedOn", { when: format.dateTime(state.at) });
    }
    case "waiting":
      return t(`waiting.${state.cause}`);
    default:
      return t(state.kind);
  }
}

function iconOf(state: SaveState): ReactNode {
  switch (state.kind) {
    case "saved":
      return <CloudCheckIcon size={16} />;
    case "saving":
      return <Spinner size={16} />;
    case "submitted":
      return <SendIcon size={16} />;
    case "waiting":
    case "signed_out":
      return <CloudOffIcon size={16} />;
    default:
      return <TriangleAlertIcon size={16} />;
  }
}

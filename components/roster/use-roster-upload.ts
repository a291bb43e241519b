import { useCallback, useRef, useState } from "react";
import { newId } from "@/components/document/new-id";
import type { FieldIssue } from "@/lib/document/issue";
import type { RosterCounts, RosterPreview } from "@/lib/roster/model";
import type { ImportChoices } from "./import-choices";

/** What the server says no with; `no_answer` where it said nothing. */
export interface UploadRefusal {
  ok: false;
  reason: string;
  issues?: FieldIssue[];
  details?: Record<string, unknown>;
}

type Answer<T> = { ok: true; value: T } | UploadRefusal;

/**
 * Sends a roster for its preview, for its faulty rows, and to be imported. The file stays with the
 * browser and is sent each time: nothing of it is kept on the server before it is imported.
 */
export function useRosterUpload(cohortId: string) {
  const [pending, setPending] = useState<"preview" | "import" | "faults" | null>(null);
  const running = useRef<AbortController | null>(null);
  /** One command for one plan, however often it is sent. */
  const command = useRef({ digest: "", id: "" });

  const send = useCallback(
    async (intent: "preview" | "import" | "faults", file: Blob, more: object) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setPending(intent);
      try {
        const form = new FormData();
        form.set("options", JSON.stringify({ intent, ...more }));
        form.set("file", file, "roster");
        const response = await fetch(`/api/cohorts/${cohortId}/roster`, {
          method: "POST",
          body: form,
          signal: controller.signal,
        });
        const isFile = response.ok && intent === "faults";
        return isFile
          ? { ok: true as const, value: await response.blob() }
          : ((await response.json()) as Answer<unknown>);
      } catch {
        // A newer question has taken this one's place; its answer is nobody's concern.
        return controller.signal.aborted
          ? null
          : ({ ok: false, reason: "no_answer" } satisfies UploadRefusal);
      } finally {
        if (running.current === controller) setPending(null);
      }
    },
    [cohortId],
  );

  const preview = useCallback(
    async (file: Blob, options: ImportChoices) =>
      (await send("preview", file, { options })) as Answer<RosterPreview> | null,
    [send],
  );
  const bring = useCallback(
    async (file: Blob, options: ImportChoices, digest: string) => {
      if (command.current.digest !== digest) command.current = { digest, id: newId() };
      const more = { options, digest, commandId: command.current.id };
      return (await send("import", file, more)) as Answer<RosterCounts> | null;
    },
    [send],
  );
  const faults = useCallback(
    async (file: Blob, options: ImportChoices) =>
      (await send("faults", file, { options })) as Answer<Blob> | null,
    [send],
  );
  return { preview, bring, faults, pending };
}

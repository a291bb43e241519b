import { useCallback, useRef, useState } from "react";
import { newId } from "@/components/document/new-id";
import type { FieldIssue } from "@/lib/document/issue";

/** What a file is sent for: to be looked at, for its faulty rows as a file, or to be taken over as shown. */
type Intent = "preview" | "faults" | "import";

/** What the server says no with; `no_answer` where it said nothing. */
export interface IntakeRefusal {
  ok: false;
  reason: string;
  issues?: FieldIssue[];
  details?: Record<string, unknown>;
}

export type IntakeAnswer<T> = { ok: true; value: T } | IntakeRefusal;

/**
 * Sends a file to an address that looks at its rows before it takes them over. The file stays with the
 * browser and is sent each time: nothing of it is kept on the server before. One question at a time; whose
 * place a newer one has taken is answered with null.
 */
export function useIntake(address: string) {
  const [pending, setPending] = useState<Intent | null>(null);
  const running = useRef<AbortController | null>(null);
  /** The same plan sent again (after no answer came) goes under the same id. */
  const command = useRef({ plan: "", id: "" });

  const ask = useCallback(
    async <T>(intent: Intent, file: Blob, more: object = {}): Promise<IntakeAnswer<T> | null> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      setPending(intent);
      try {
        const form = new FormData();
        form.set("options", JSON.stringify({ intent, ...more }));
        form.set("file", file);
        const { signal } = controller;
        const response = await fetch(address, { method: "POST", body: form, signal });
        return response.ok && intent === "faults"
          ? { ok: true, value: (await response.blob()) as T }
          : ((await response.json()) as IntakeAnswer<T>);
      } catch {
        return controller.signal.aborted ? null : { ok: false, reason: "no_answer" };
      } finally {
        if (running.current === controller) setPending(null);
      }
    },
    [address],
  );

  const carryOut = useCallback(
    <T>(file: Blob, digest: string, more: object = {}) => {
      const plan = JSON.stringify([digest, more]);
      if (command.current.plan !== plan) command.current = { plan, id: newId() };
      return ask<T>("import", file, { ...more, digest, commandId: command.current.id });
    },
    [ask],
  );

  return { pending, ask, carryOut };
}

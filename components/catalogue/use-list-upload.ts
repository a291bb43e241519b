"use client";

import { useRef, useState } from "react";
import { newId } from "@/components/document/new-id";
import type { List } from "@/lib/catalogue/columns";
import type { ListPreview } from "@/lib/catalogue/model";
import type { FieldIssue } from "@/lib/document/issue";

/** What the server answers, or that it does not. */
type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: string; issues?: FieldIssue[]; details?: Record<string, unknown> };

/** Sends a file to be looked at, for its faulty rows, and then to be imported as it was shown. */
export function useListUpload(centerId: string, list: List) {
  const [pending, setPending] = useState(false);
  // The same plan sent again (after no answer came) goes under the same id.
  const command = useRef<{
    digest: string;
    skipFaulty: boolean;
    commandId: string;
  } | null>(null);

  async function send<T>(
    file: File,
    options: Record<string, string | boolean>,
  ): Promise<Answer<T>> {
    const form = new FormData();
    form.set("options", JSON.stringify(options));
    form.set("file", file);
    setPending(true);
    try {
      const response = await fetch(`/api/office/${centerId}/catalogue/${list}`, {
        method: "POST",
        body: form,
      });
      const isFile = response.ok && options.intent === "faults";
      return isFile
        ? { ok: true, value: (await response.blob()) as T }
        : ((await response.json()) as Answer<T>);
    } catch {
      return { ok: false, reason: "no_answer" };
    } finally {
      setPending(false);
    }
  }

  return {
    pending,
    preview: (file: File) => send<ListPreview>(file, { intent: "preview" }),
    faults: (file: File) => send<Blob>(file, { intent: "faults" }),
    carryOut: (file: File, digest: string, skipFaulty: boolean) => {
      const { current } = command;
      if (current?.digest !== digest || current.skipFaulty !== skipFaulty) {
        command.current = { digest, skipFaulty, commandId: newId() };
      }
      const commandId = command.current?.commandId ?? newId();
      return send<{ added: number; changed: number }>(file, {
        intent: "import",
        digest,
        skipFaulty,
        commandId,
      });
    },
  };
}

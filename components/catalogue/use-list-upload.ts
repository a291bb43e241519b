"use client";

import { useRef, useState } from "react";
import type { List } from "@/lib/catalogue/columns";
import type { ListPreview } from "@/lib/catalogue/model";
import type { FieldIssue } from "@/lib/document/issue";

/** What the server answers, or that it does not. */
type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: string; issues?: FieldIssue[]; details?: Record<string, unknown> };

/** Sends a file to be looked at, and then to be imported as it was shown. */
export function useListUpload(centerId: string, list: List) {
  const [pending, setPending] = useState(false);
  // The same plan sent again (after no answer came) goes under the same id.
  const command = useRef<{ digest: string; commandId: string } | null>(null);

  async function send<T>(file: File, options: Record<string, string>): Promise<Answer<T>> {
    const form = new FormData();
    form.set("options", JSON.stringify(options));
    form.set("file", file);
    setPending(true);
    try {
      const response = await fetch(`/api/office/${centerId}/catalogue/${list}`, {
        method: "POST",
        body: form,
      });
      return (await response.json()) as Answer<T>;
    } catch {
      return { ok: false, reason: "no_answer" };
    } finally {
      setPending(false);
    }
  }

  return {
    pending,
    preview: (file: File) => send<ListPreview>(file, { intent: "preview" }),
    carryOut: (file: File, digest: string) => {
      if (command.current?.digest !== digest) {
        command.current = { digest, commandId: crypto.randomUUID() };
      }
      const { commandId } = command.current;
      return send<{ added: number; changed: number }>(file, {
        intent: "import",
        digest,
        commandId,
      });
    },
  };
}

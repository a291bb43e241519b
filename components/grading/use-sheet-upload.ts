import { useRef, useState } from "react";
import { newId } from "@/components/document/new-id";
import type { FieldIssue } from "@/lib/document/issue";
import type { SheetPreview } from "@/lib/grading/model";

/** What the server answers, or that it does not. */
export type SheetAnswer<T> =
  | { ok: true; value: T }
  | { ok: false; reason: string; issues?: FieldIssue[] };

/** Sends a grade sheet to be looked at, and then to be taken over as it was shown. */
export function useSheetUpload(cohortId: string) {
  const [pending, setPending] = useState(false);
  // The same plan sent again (after no answer came) goes under the same id.
  const command = useRef<{ digest: string; commandId: string } | null>(null);

  async function send<T>(file: File, options: Record<string, string>): Promise<SheetAnswer<T>> {
    const form = new FormData();
    form.set("options", JSON.stringify(options));
    form.set("file", file);
    setPending(true);
    try {
      const response = await fetch(`/api/cohorts/${cohortId}/grades`, {
        method: "POST",
        body: form,
      });
      return (await response.json()) as SheetAnswer<T>;
    } catch {
      return { ok: false, reason: "no_answer" };
    } finally {
      setPending(false);
    }
  }

  return {
    pending,
    preview: (file: File) => send<SheetPreview>(file, { intent: "preview" }),
    carryOut: (file: File, digest: string) => {
      if (command.current?.digest !== digest) command.current = { digest, commandId: newId() };
      const { commandId } = command.current;
      return send<{ works: number }>(file, { intent: "import", digest, commandId });
    },
  };
}

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { newId } from "@/components/document/new-id";
import type { Result } from "@/lib/platform/result";

/** No answer came, so nobody knows what happened; or the server has moved on to another build. */
export type NoAnswer = { ok: false; reason: "no_answer" | "outdated" };

/**
 * Sends commands through a server action. The same content sent again (after no answer came) goes
 * under the same id, so that it is carried out once; other content is another command.
 */
export function useCommand<Input extends { commandId: string }, Value>(
  action: (input: Input) => Promise<Result<Value>>,
): {
  run: (content: Omit<Input, "commandId">) => Promise<Result<Value> | NoAnswer>;
  pending: boolean;
} {
  const [pending, setPending] = useState(false);
  const last = useRef<{ content: string; commandId: string } | null>(null);
  const run = useCallback(
    async (content: Omit<Input, "commandId">): Promise<Result<Value> | NoAnswer> => {
      const written = JSON.stringify(content);
      if (last.current?.content !== written) {
        last.current = { content: written, commandId: newId() };
      }
      setPending(true);
      try {
        const result = await action({ ...content, commandId: last.current.commandId } as Input);
        if (result.ok) last.current = null;
        return result;
      } catch (error) {
        return {
          ok: false,
          reason: unstable_isUnrecognizedActionError(error) ? "outdated" : "no_answer",
        };
      } finally {
        setPending(false);
      }
    },
    [action],
  );
  return { run, pending };
}

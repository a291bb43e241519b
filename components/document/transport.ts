import { noteServerTime } from "@/components/field/clock";
import { personHeader } from "@/components/field/page-person";
import type { Result } from "@/lib/platform/result";
import type { Saved, Sent, Transport } from "./autosave";
import type { StageCommand } from "./device-draft";

/** The way to the server, from a page and from the background: the door for commands. */
export const commandTransport: Transport = {
  save: ({ commandId, ...payload }) => sendCommand<Saved>("SAVE_DRAFT", commandId, payload),
  submit: ({ commandId, ...payload }: StageCommand) =>
    sendCommand<Sent>("SUBMIT", commandId, payload),
};

/**
 * Sends one command. Resolves with the server's answer.
 *
 * @throws when no answer of Lokus came: no signal, a page of the network's owner in between, or a
 *   server that cannot do its work now. Nobody knows then whether it was carried out.
 */
export async function sendCommand<T>(
  type: string,
  commandId: string,
  payload: object,
): Promise<Result<T>> {
  const response = await fetch("/api/commands", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...personHeader() },
    body: JSON.stringify({ commandId, type, payload }),
    redirect: "error",
  });
  noteServerTime(response);
  const answer = (await response.json()) as Result<T> | { ok: false; reason: "unavailable" };
  if (typeof answer?.ok !== "boolean") throw new TypeError("not an answer of Lokus");
  if (!answer.ok && answer.reason === "unavailable") throw new TypeError("the server is away");
  return answer as Result<T>;
}

import type { StageKind } from "@/lib/assignment/model";
import type { Result } from "@/lib/platform/result";
import { openDeviceStore } from "./device-store";
import { sendOrKeep } from "./errands";
import { fetchPack, readPack } from "./pack";

/**
 * Withdraws a submission, or keeps the wish on the device where no answer came. What lies there for work
 * without signal still says that the stage is sent: it is fetched anew behind what the page does next.
 *
 * @throws when there was no answer and the device could not keep the wish either
 */
export async function withdraw(
  personId: string,
  stage: { assignmentId: string; stage: StageKind; basedOn: number },
): Promise<Result<unknown> | "kept"> {
  const answer = await sendOrKeep<unknown>(personId, "WITHDRAW", stage);
  if (answer !== "kept" && answer.ok) void renewPack(personId).catch(() => undefined);
  return answer;
}

async function renewPack(personId: string): Promise<void> {
  const store = await openDeviceStore(personId);
  if (await readPack(store)) await fetchPack(store);
}

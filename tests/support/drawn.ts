import { drawLeftBehind, type FileContext } from "@/lib/file/mutations";
import { fixedClock } from "@/lib/platform/clock";

/** Draws the pictures that wait, as if all of them had been left behind. */
export async function drawWaiting(ctx: FileContext): Promise<void> {
  const soon = new Date(ctx.clock.now().getTime() + 24 * 3_600_000);
  await drawLeftBehind({ ...ctx, clock: fixedClock(soon) });
}

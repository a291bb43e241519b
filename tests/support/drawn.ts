import { thumbnailName } from "@/lib/file/label";
import { type FileContext, readStored } from "@/lib/file/mutations";

/** Draws the pictures that wait, as whoever looks at each of them would have it drawn. */
export async function drawWaiting(ctx: FileContext): Promise<void> {
  const waiting = await ctx.db.storedFile.findMany({
    where: { state: "WAITING" },
    select: { hash: true },
  });
  await Promise.all(
    waiting.map(({ hash }) => readStored(ctx, { kind: "IMAGE", hash, name: thumbnailName(hash) })),
  );
}

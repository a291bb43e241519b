import "server-only";
import { z } from "zod";
import type { Reader } from "@/lib/platform/db";
import { version } from "@/package.json";

/** How long the database may take to say that it is there, in milliseconds. */
const PATIENCE = 3000;

export const healthSchema = z.strictObject({
  status: z.enum(["ok", "unavailable"]),
  database: z.enum(["ok", "away"]).describe("`away`: no answer within three seconds"),
  version: z.string(),
});

/** Whether the application can do its work now, asked of the database itself. */
export async function readHealth(reader: Reader): Promise<z.input<typeof healthSchema>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  const answered = reader.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  const there = await Promise.race([answered, late]);
  clearTimeout(timer);
  return there
    ? { status: "ok", database: "ok", version }
    : { status: "unavailable", database: "away", version };
}

import "server-only";
import { z } from "zod";

/** What a participant's device fetches to work without signal. */

export const fieldKeySchema = z.strictObject({ ok: z.literal(true), key: z.base64() });

import { z } from "zod";
import { MAIL_STATUSES } from "@/lib/mail/model";

export const letterSchema = z.object({ centerId: z.uuid(), messageId: z.uuid() });

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

export const outboxQuerySchema = z.object({
  status: z.preprocess(first, z.enum(MAIL_STATUSES).nullable().catch(null)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1_000_000).catch(1)),
});

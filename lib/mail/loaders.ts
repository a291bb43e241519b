import "server-only";
import { cache } from "react";
import { loadOffice } from "@/lib/center/loaders";
import { listOutbox } from "@/lib/mail/data";
import type { MailStatus, OutboxRow } from "@/lib/mail/model";
import { canSendMail } from "@/lib/mail/record";
import { outboxQuerySchema } from "@/lib/mail/schema";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";

export interface OutboxDto {
  rows: OutboxRow[];
  counts: Record<MailStatus, number>;
  page: number;
  pages: number;
  status: MailStatus | null;
  /** Letters leave by themselves. */
  sends: boolean;
  canSend: boolean;
}

export const loadOutbox = cache(
  async (
    centerId: string,
    searchParams: Record<string, string | string[] | undefined>,
  ): Promise<OutboxDto> => {
    const { authorized, can } = await loadOffice(centerId);
    const query = outboxQuerySchema.parse(searchParams);
    const list = await listOutbox(db(), authorized, query, can, appContext().clock.now());
    return { ...list, status: query.status, sends: canSendMail(), canSend: can.organize };
  },
);

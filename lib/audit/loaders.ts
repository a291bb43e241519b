import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { listAuditCohorts, listAuditEvents } from "@/lib/audit/data";
import type { AuditPage } from "@/lib/audit/model";
import { type AuditQuery, auditQuerySchema } from "@/lib/audit/schema";
import { loadOffice } from "@/lib/center/loaders";
import { authorizeOffice } from "@/lib/center/policy";
import { defaultTimeZone } from "@/lib/i18n/format";
import { db } from "@/lib/platform/db";

/** The centre's log, for its administrators; for everybody else there is none. */
export const loadAudit = cache(
  async (
    centerId: string,
    searchParams: Record<string, string | string[] | undefined>,
  ): Promise<{ query: AuditQuery; log: AuditPage; cohorts: { id: string; name: string }[] }> => {
    const { actor } = await loadOffice(centerId);
    const office = authorizeOffice(actor, centerId, "administer");
    if (!office) notFound();
    const query = auditQuerySchema.parse(searchParams);
    const [log, cohorts] = await Promise.all([
      listAuditEvents(db(), office, query, defaultTimeZone),
      listAuditCohorts(db(), office),
    ]);
    return { query, log, cohorts };
  },
);

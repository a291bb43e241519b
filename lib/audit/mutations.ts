import "server-only";
import { readAuditEvents } from "@/lib/audit/data";
import { AUDIT_EXPORT_MAX, type AuditFilter, type AuditRow } from "@/lib/audit/model";
import { authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import { type Result, refuse, success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";

/**
 * Reads a centre's log for a file, and says in the log that it was taken: both in one transaction,
 * so that nothing leaves without a trace.
 */
export function exportAuditLog(
  ctx: Context,
  actor: Actor,
  centerId: string,
  filter: AuditFilter,
  format: "xlsx" | "csv",
  timeZone: string,
): Promise<Result<AuditRow[]>> {
  return transaction<AuditRow[]>(ctx, async (tx) => {
    const office = authorizeOffice(actor, centerId, "administer");
    if (!office) return refuse("not_found");
    const rows = await readAuditEvents(tx, office, filter, AUDIT_EXPORT_MAX, timeZone);
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "ADMINISTRATOR" },
      centerId,
      subject: { type: "center", id: centerId },
      payload: { what: "audit_log", format, rows: rows.length },
    });
    return success(rows);
  });
}

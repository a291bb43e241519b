import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import type { FileAnswer } from "@/lib/api/file";
import { type AuditWords, auditLabels } from "@/lib/audit/label";
import { exportAuditLog } from "@/lib/audit/mutations";
import type { auditExportSchema } from "@/lib/audit/schema";
import { defaultTimeZone } from "@/lib/i18n/format";
import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/context";
import type { Result } from "@/lib/platform/result";
import { toLocalTime } from "@/lib/platform/zoned-time";
import type { Table } from "@/lib/spreadsheet/table";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

/** A centre's log as a spreadsheet in the reader's language. */
export async function auditFile(
  ctx: Context,
  actor: Actor,
  centerId: string,
  { format, ...filter }: z.output<typeof auditExportSchema>,
): Promise<Result<FileAnswer>> {
  const exported = await exportAuditLog(ctx, actor, centerId, filter, format, defaultTimeZone);
  if (!exported.ok) return exported;
  const [t, locale] = await Promise.all([getTranslations("audit"), getLocale()]);
  const labels = auditLabels(t as unknown as AuditWords);
  const table: Table = {
    name: t("export.file").slice(0, 31),
    columns: [
      { header: t("when"), width: 18 },
      { header: t("who"), width: 28 },
      { header: t("what"), width: 28 },
      { header: t("subject"), width: 36 },
      { header: t("cohort"), width: 28 },
      { header: t("details"), width: 60 },
    ],
    rows: exported.value.map((row) => {
      const { date, time } = toLocalTime(row.at, defaultTimeZone);
      const role = labels.role(row.actorRole);
      return [
        `${date} ${time}`,
        role ? `${labels.actor(row)} (${role})` : labels.actor(row),
        labels.event(row),
        `${labels.subjectType(row)}: ${labels.subject(row)}`,
        row.cohortName ?? "",
        row.details.map((detail) => `${labels.field(detail)}: ${labels.detail(detail)}`).join("; "),
      ];
    }),
  };
  const { date } = toLocalTime(ctx.clock.now(), defaultTimeZone);
  return {
    ok: true,
    value: {
      kind: format,
      name: `${locale === "id" ? "catatan-kejadian" : "audit-log"}-${date}.${format}`,
      bytes: format === "xlsx" ? writeXlsx([table]) : writeCsv(table),
    },
  };
}

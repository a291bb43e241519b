import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { OfficeTabs } from "@/components/center/office-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { Button, buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ClipboardListIcon } from "@/components/ui/icons";
import { loadAudit } from "@/lib/audit/loaders";
import { AUDIT_EXPORT_MAX, auditExportHref, auditHref } from "@/lib/audit/model";

interface Props {
  params: Promise<{ centerId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ params, searchParams }: Props) {
  const { centerId } = await params;
  const [{ query, log, cohorts }, t] = await Promise.all([
    loadAudit(centerId, await searchParams),
    getTranslations("audit"),
  ]);
  const { filter, before } = query;
  const narrowed = Boolean(before) || Object.values(filter).some(Boolean);
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("lede")}
        actions={(["xlsx", "csv"] as const).map((format) => (
          // A plain link: what it leads to is a file, and asking for it is an event.
          <a
            key={format}
            href={auditExportHref(centerId, filter, format)}
            download
            className={buttonClass("secondary")}
          >
            {t(`export.${format}`)}
          </a>
        ))}
      />
      <OfficeTabs centerId={centerId} current="overview" />
      <Card>
        <AuditFilters centerId={centerId} filter={filter} cohorts={cohorts} />
        {log.rows.length > 0 ? (
          <AuditTable rows={log.rows} />
        ) : (
          <EmptyState
            icon={<ClipboardListIcon size={22} />}
            title={t(narrowed ? "noMatch" : "empty")}
          >
            {t(narrowed ? "noMatchBody" : "emptyBody")}
          </EmptyState>
        )}
        <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line px-4 py-2.5 sm:px-4.5 print:hidden">
          {before ? (
            <Button href={auditHref(centerId, filter)} variant="ghost" size="sm">
              {t("newest")}
            </Button>
          ) : (
            <p className="text-sm text-ink-3">{t("export.limit", { max: AUDIT_EXPORT_MAX })}</p>
          )}
          {log.next && (
            <Button href={auditHref(centerId, filter, log.next)} variant="secondary" size="sm">
              {t("older")}
            </Button>
          )}
        </div>
      </Card>
    </>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/lib/i18n/use-format";

/** The head of a page: where one is, what it is, what can be done. The only h1 of the page. */
export function PageHeader({
  eyebrow,
  title,
  lede,
  live,
  actions,
}: {
  /** Context above the title: a line of words, or Breadcrumbs. */
  eyebrow?: ReactNode;
  title: ReactNode;
  /** A sentence or a row of facts below the title. */
  lede?: ReactNode;
  /** What keeps the page up to date. */
  live?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      {/* A long title wraps before it pushes the actions away from the edge. */}
      <div className="min-w-0 grow basis-96">
        {eyebrow && <div className="mb-0.5 text-sm text-ink-3">{eyebrow}</div>}
        <h1 className="text-xl font-bold tracking-tight wrap-anywhere">{title}</h1>
        {lede && <div className="mt-1.5 max-w-[72ch] text-ink-2">{lede}</div>}
      </div>
      {(live || actions) && (
        <div className="flex flex-wrap items-center gap-2.5 print:hidden">
          {live}
          {actions}
        </div>
      )}
      <AsOf />
    </header>
  );
}

/** Paper does not change with what happens: on it stands when the page was read. */
function AsOf() {
  const t = useTranslations("common");
  const format = useFormat();
  return (
    <p className="hidden text-xs text-ink-3 print:block" suppressHydrationWarning>
      {t("asOf", { at: format.dateTime(new Date()) })}
    </p>
  );
}

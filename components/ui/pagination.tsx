import { useTranslations } from "next-intl";
import { AheadLink } from "./ahead-link";
import { buttonClass } from "./button";
import { ChevronLeftIcon, ChevronRightIcon } from "./icons";

/** Pages of a long list, as links: the address says which page one is on. Nothing for a single page. */
export function Pagination({
  page,
  pages,
  hrefOf,
}: {
  /** From 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}) {
  const t = useTranslations("common");
  if (pages <= 1) return null;
  return (
    <nav
      aria-label={t("pages")}
      className="flex items-center justify-between gap-2 border-t border-line px-4 py-2.5 text-sm sm:px-4.5"
    >
      {page > 1 ? (
        <AheadLink href={hrefOf(page - 1)} rel="prev" className={buttonClass("ghost", "sm")}>
          <ChevronLeftIcon size={16} />
          <span className="max-sm:sr-only">{t("previous")}</span>
        </AheadLink>
      ) : (
        <span className="w-12 sm:w-24" />
      )}
      <span className="text-ink-2 tabular-nums">{t("page", { page, pages })}</span>
      {page < pages ? (
        <AheadLink href={hrefOf(page + 1)} rel="next" className={buttonClass("ghost", "sm")}>
          <span className="max-sm:sr-only">{t("next")}</span>
          <ChevronRightIcon size={16} />
        </AheadLink>
      ) : (
        <span className="w-12 sm:w-24" />
      )}
    </nav>
  );
}

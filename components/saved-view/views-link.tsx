import { useTranslations } from "next-intl";
import { SoftLink } from "@/components/ui/soft-link";
import { type ViewPage, viewsHref } from "@/lib/saved-view/model";

/** Leads to the kept views; with filters in the page's address, to keeping them. */
export function ViewsLink({
  cohortId,
  page,
  pageHref,
}: {
  cohortId: string;
  page: ViewPage;
  /** The page as it is filtered. */
  pageHref: string;
}) {
  const t = useTranslations("savedViews");
  return (
    <SoftLink
      href={viewsHref(cohortId, { page, pageHref })}
      className="link inline-flex items-center text-sm touch:min-h-11 print:hidden"
    >
      {t(pageHref.includes("?") ? "keep" : "open")}
    </SoftLink>
  );
}

import { useTranslations } from "next-intl";
import { SoftLink } from "@/components/ui/soft-link";
import { obstaclesHref, reviewHref } from "@/lib/dashboard/model";
import { type FindingFilter, THEME_SAMPLE, type Theme } from "@/lib/finding/model";

/** Root causes that say nearly the same, each group with the obstacles that they explain. */
export function ThemeList({
  cohortId,
  themes,
  filter,
}: {
  cohortId: string;
  themes: Theme[];
  filter: FindingFilter;
}) {
  const t = useTranslations("findings.causes");
  const terms = useTranslations("terms");
  return (
    <ul className="divide-y divide-line">
      {themes.map(({ category, label, count, causes }) => (
        <li key={`${category} ${label}`}>
          <details>
            <summary className="flex cursor-pointer flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-3 hover:bg-sunken sm:px-4.5 touch:min-h-12">
              <b className="w-8 flex-none text-right font-semibold tabular-nums">{count}×</b>
              <span className="min-w-0 flex-1 basis-48 wrap-anywhere">{label}</span>
              <span className="basis-full pl-11 text-sm text-ink-3 sm:basis-auto sm:pl-0">
                {terms(`obstacleCategory.${category}`)}
              </span>
            </summary>
            <ul className="grid gap-2.5 border-t border-line px-4 py-3 text-md sm:px-4.5 sm:pl-15">
              {causes.map((cause) => (
                <li
                  key={`${cause.assignmentId} ${cause.itemId}`}
                  className="max-w-[72ch] wrap-anywhere"
                >
                  <SoftLink
                    href={reviewHref(cause.assignmentId, "OBSTACLES")}
                    className="underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:inline-flex touch:min-h-11 touch:items-center"
                  >
                    {cause.title}
                  </SoftLink>
                  <span className="block text-ink-2">{cause.rootCause}</span>
                  <span className="block text-xs text-ink-3">
                    {cause.participant} · {cause.innovationCode} ·{" "}
                    {terms(`obstacleLocus.${cause.locus}`)}
                  </span>
                </li>
              ))}
              {count > THEME_SAMPLE && (
                <li>
                  <SoftLink
                    href={obstaclesHref(cohortId, {
                      category,
                      locus: filter.locus,
                      innovation: filter.innovation,
                      rooted: true,
                    })}
                    className="link"
                  >
                    {t("more", { count: count - THEME_SAMPLE })}
                  </SoftLink>
                </li>
              )}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

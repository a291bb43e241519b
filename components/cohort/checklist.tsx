import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { ChevronRightIcon, CircleAlertIcon, CircleCheckIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import type { Check, CheckName } from "@/lib/cohort/completeness";

/** What is done and what is missing, each entry leading to where it is done. */
export function Checklist({
  checks,
  hrefs,
}: {
  checks: Check[];
  hrefs: Record<CheckName, string>;
}) {
  const t = useTranslations("cohortSetup.checks");
  const done = checks.filter((check) => check.done).length;
  return (
    <Card as="section" aria-labelledby="checklist-title">
      <CardHeader
        id="checklist-title"
        title={t("title")}
        note={t("progress", { done, total: checks.length })}
      />
      <ul className="divide-y divide-line">
        {checks.map(({ name, done: isDone, count, needed }) => (
          <li key={name}>
            <SoftLink
              href={hrefs[name]}
              className="flex min-h-12 items-center gap-3 px-4 py-2.5 hover:bg-sunken sm:px-4.5"
            >
              {isDone ? (
                <CircleCheckIcon size={18} className="flex-none text-good" label={t("done")} />
              ) : (
                <CircleAlertIcon
                  size={18}
                  className={needed ? "flex-none text-late" : "flex-none text-ink-3"}
                  label={t("missing")}
                />
              )}
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{t(`${name}.title`)}</span>
                <span className="block text-sm text-ink-2">
                  {t(isDone ? `${name}.done` : `${name}.missing`, { count })}
                </span>
              </span>
              {!isDone && needed && <Badge tone="late">{t("needed")}</Badge>}
              <ChevronRightIcon size={16} className="flex-none text-ink-3" />
            </SoftLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { RosterPreview } from "@/lib/roster/model";

/** What importing would do beside the rows themselves. */
export function ImportSummary({ preview }: { preview: RosterPreview }) {
  const t = useTranslations("roster.import");
  const { plan, header, ignored } = preview;
  const { counts } = plan;
  const dealt = plan.groups.filter(({ size }) => size > 0);
  return (
    <div className="grid gap-2.5 text-md">
      <p className="flex flex-wrap gap-2">
        <Badge tone="good">{t("counts.create", { count: counts.create })}</Badge>
        <Badge tone="accent">{t("counts.update", { count: counts.update })}</Badge>
        <Badge>{t("counts.same", { count: counts.same })}</Badge>
        {counts.faulty > 0 && (
          <Badge tone="late">{t("counts.faulty", { count: counts.faulty })}</Badge>
        )}
      </p>
      {header?.mapping.idNumber === undefined && <p className="text-ink-2">{t("noIdColumn")}</p>}
      {counts.missing > 0 && (
        <Listed text={t("missing", { count: counts.missing })} more={t("missingList")}>
          {plan.missing.map((name, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
            <li key={index}>{name}</li>
          ))}
        </Listed>
      )}
      {ignored.length > 0 && (
        <Listed text={t("ignored", { count: ignored.length })} more={t("ignoredList")}>
          {ignored.map(({ number, text }) => (
            <li key={number} className="wrap-anywhere">
              {`${number}: ${text}`}
            </li>
          ))}
        </Listed>
      )}
      {plan.newGroups.length > 0 && (
        <p className="text-ink-2">{t("newGroups", { names: plan.newGroups.join(", ") })}</p>
      )}
      {plan.newAgencies.length > 0 && (
        <p className="text-ink-2">
          {t("newAgencies", { names: plan.newAgencies.map(({ name }) => name).join(", ") })}
        </p>
      )}
      {plan.namedFacilitators.length > 0 && (
        <p className="text-ink-2">
          {t("namedFacilitators", { names: plan.namedFacilitators.join(", ") })}
        </p>
      )}
      {dealt.length > 0 && (
        <Listed text={t("groupSizes")}>
          {dealt.map(({ name, size, facilitator }) => (
            <li key={name}>
              {t("groupSize", { name, size })}
              {facilitator && <span className="text-ink-3">{` · ${facilitator}`}</span>}
            </li>
          ))}
        </Listed>
      )}
    </div>
  );
}

/** A sentence, and what it is about for whoever wants to see it. */
function Listed({ text, more, children }: { text: string; more?: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="cursor-pointer text-ink-2 touch:min-h-11 touch:py-2">
        {text}
        {more && <span className="link ml-2 text-sm group-open:hidden">{more}</span>}
      </summary>
      <ul className="mt-1 grid max-h-60 gap-0.5 overflow-y-auto pl-4 text-sm text-ink-2 sm:grid-cols-2">
        {children}
      </ul>
    </details>
  );
}

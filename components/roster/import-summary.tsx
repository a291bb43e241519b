import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { unusedHeadings } from "@/lib/roster/columns";
import type { RosterPreview } from "@/lib/roster/model";

/** Names that a warning tells; it says how many there are in any case. */
const NAMED = 10;

/** What importing would do beside the rows themselves. */
export function ImportSummary({ preview }: { preview: RosterPreview }) {
  const t = useTranslations("roster.import");
  const { plan, header, ignored } = preview;
  const { counts } = plan;
  const created = counts.create + counts.named;
  const unused = header ? unusedHeadings(header) : [];
  // Said with the facilitators who bring it.
  const agencies = plan.newAgencies.filter(({ name }) => name !== plan.facilitatorAgency);
  const dealt = plan.groups.filter(({ size }) => size > 0);
  return (
    <div className="grid gap-2.5 text-md">
      <p className="flex flex-wrap gap-2">
        <Badge tone={created > 0 ? "good" : "neutral"}>
          {t("counts.create", { count: created })}
        </Badge>
        <Badge tone={counts.update > 0 ? "accent" : "neutral"}>
          {t("counts.update", { count: counts.update })}
        </Badge>
        <Badge>{t("counts.same", { count: counts.same })}</Badge>
        {counts.faulty > 0 && (
          <Badge tone="late">{t("counts.faulty", { count: counts.faulty })}</Badge>
        )}
        {counts.repeated > 0 && <Badge>{t("counts.repeated", { count: counts.repeated })}</Badge>}
      </p>
      {plan.withoutLogin.length > 0 && (
        <Callout tone="late">
          {t("withoutLogin", {
            count: plan.withoutLogin.length,
            names:
              plan.withoutLogin.slice(0, NAMED).join(", ") +
              (plan.withoutLogin.length > NAMED ? ", …" : ""),
          })}
        </Callout>
      )}
      {unused.length > 0 && (
        <p className="text-ink-2">{t("unusedColumns", { names: unused.join(", ") })}</p>
      )}
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
      {agencies.length > 0 && (
        <p className="text-ink-2">
          {t("newAgencies", { names: agencies.map(({ name }) => name).join(", ") })}
        </p>
      )}
      {plan.namedFacilitators.length > 0 && (
        <p className="text-ink-2">
          {t("namedFacilitators", {
            names: plan.namedFacilitators.join(", "),
            agency: plan.facilitatorAgency ?? "",
          })}
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

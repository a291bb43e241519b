import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/text-field";
import type { AgencyDecision, RosterPreview, UnknownAgency } from "@/lib/roster/model";

type AgencyType = UnknownAgency["proposal"]["type"];
const TYPES: readonly AgencyType[] = ["MINISTRY", "LPNK", "LNS", "PROVINCE", "REGENCY", "CITY"];

/** What is to become of each agency that nobody knows: one that is known, or the centre's own. */
export function AgencyDecisions({
  preview,
  decisions,
  onChange,
}: {
  preview: RosterPreview;
  decisions: Record<string, AgencyDecision>;
  onChange: (decisions: Record<string, AgencyDecision>) => void;
}) {
  const t = useTranslations("roster.import");
  const types = useTranslations("roster.form.agencyTypes");
  const id = useId();
  const { unknownAgencies: unknown } = preview.plan;
  const open = unknown.filter(({ key }) => !decisions[key]);

  const decide = ({ key, proposal }: UnknownAgency, value: string) => {
    const { [key]: _, ...others } = decisions;
    if (value === "") return onChange(others);
    const type = TYPES.find((known) => known === value);
    onChange({
      ...others,
      [key]: type ? { ...proposal, type, kind: "new" } : { kind: "known", agencyId: value },
    });
  };
  const choiceOf = (decision: AgencyDecision | undefined) =>
    decision === undefined ? "" : decision.kind === "new" ? decision.type : decision.agencyId;

  return (
    <div className="grid gap-3">
      <p className="text-ink-2">{t("agenciesBody")}</p>
      {open.length > 1 && (
        <div>
          <Button
            variant="secondary"
            size="sm"
            onClick={() =>
              onChange({
                ...decisions,
                ...Object.fromEntries(
                  open.map(({ key, proposal }) => [key, { ...proposal, kind: "new" as const }]),
                ),
              })
            }
          >
            {t("agencyAll")}
          </Button>
        </div>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        {unknown.map((agency, index) => {
          const suggested = agency.suggestions.map((suggestion) => suggestion.id);
          const others = preview.agencies.filter((known) => !suggested.includes(known.id));
          return (
            <SelectField
              key={agency.key}
              id={`${id}-${index}`}
              name={`agency-${index}`}
              label={<span className="wrap-anywhere">{agency.text}</span>}
              aside={
                <span className="flex-none text-sm text-ink-3">
                  {t("agencyRows", { count: agency.rows })}
                </span>
              }
              value={choiceOf(decisions[agency.key])}
              onChange={({ target }) => decide(agency, target.value)}
            >
              <option value="">{t("agencyUndecided")}</option>
              {agency.suggestions.map((known) => (
                <option key={known.id} value={known.id}>
                  {known.name}
                </option>
              ))}
              {[agency.proposal.type, ...TYPES.filter((type) => type !== agency.proposal.type)].map(
                (type) => (
                  <option key={type} value={type}>
                    {t("agencyNew", { type: types(type) })}
                  </option>
                ),
              )}
              {others.map((known) => (
                <option key={known.id} value={known.id}>
                  {known.name}
                </option>
              ))}
            </SelectField>
          );
        })}
      </div>
    </div>
  );
}

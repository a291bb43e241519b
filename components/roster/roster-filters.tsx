import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SearchIcon } from "@/components/ui/icons";
import { Input, Select } from "@/components/ui/input";
import { SoftLink } from "@/components/ui/soft-link";
import { type RosterFacets, type RosterFilter, rosterHref, rosterPath } from "@/lib/roster/model";

/** Narrows the roster; all of it stands in the address. */
export function RosterFilters({
  cohortId,
  filter,
  facets,
  full,
}: {
  cohortId: string;
  filter: RosterFilter;
  facets: RosterFacets;
  /** Numbers can be searched for as well. */
  full: boolean;
}) {
  const t = useTranslations("roster");
  const search = full ? t("list.searchFull") : t("list.search");
  const choices = [
    { name: "group", any: t("list.anyGroup"), label: t("list.group"), rows: facets.groups },
    { name: "agency", any: t("list.anyAgency"), label: t("list.agency"), rows: facets.agencies },
    {
      name: "facilitator",
      any: t("list.anyFacilitator"),
      label: t("list.facilitator"),
      rows: facets.byFacilitator,
    },
  ] as const;
  return (
    <div className="grid gap-2.5 border-b border-line px-4 py-3 sm:px-4.5 print:hidden">
      <Form
        action={rosterPath(cohortId)}
        role="search"
        className="grid grid-cols-2 gap-2 xl:grid-cols-4"
      >
        <div className="col-span-full flex gap-2">
          <span className="relative min-w-0 flex-1 sm:max-w-md">
            <SearchIcon
              size={16}
              className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3"
            />
            <Input
              type="search"
              name="q"
              defaultValue={filter.q}
              aria-label={search}
              placeholder={search}
              enterKeyHint="search"
              maxLength={100}
              className="pl-9"
            />
          </span>
          <Button type="submit" variant="secondary">
            {t("import.show")}
          </Button>
        </div>
        <Select name="role" defaultValue={filter.role ?? ""} aria-label={t("list.role")}>
          <option value="">{t("list.anyRole")}</option>
          <option value="PARTICIPANT">{`${t("roles.PARTICIPANT")} (${facets.participants})`}</option>
          <option value="FACILITATOR">{`${t("roles.FACILITATOR")} (${facets.facilitators})`}</option>
        </Select>
        {choices.map(({ name, any, label, rows }) => (
          <Select key={name} name={name} defaultValue={filter[name] ?? ""} aria-label={label}>
            <option value="">{any}</option>
            {rows.map((row) => (
              <option key={row.id} value={row.id}>
                {`${row.name} (${row.count})`}
              </option>
            ))}
          </Select>
        ))}
      </Form>
      {rosterHref(cohortId, filter) !== rosterPath(cohortId) && (
        <SoftLink
          href={rosterPath(cohortId)}
          className="link inline-flex items-center justify-self-start text-sm touch:min-h-11"
        >
          {t("list.clear")}
        </SoftLink>
      )}
    </div>
  );
}

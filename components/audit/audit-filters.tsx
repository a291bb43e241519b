import Form from "next/form";
import { useMessages, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { SoftLink } from "@/components/ui/soft-link";
import { eventGroups } from "@/lib/audit/label";
import { type AuditFilter, auditHref, auditPath } from "@/lib/audit/model";

/** Narrows the log; all of it stands in the address. */
export function AuditFilters({
  centerId,
  filter,
  cohorts,
}: {
  centerId: string;
  filter: AuditFilter;
  cohorts: { id: string; name: string }[];
}) {
  const t = useTranslations("audit");
  const reversed = filter.from !== undefined && filter.to !== undefined && filter.from > filter.to;
  const { audit } = useMessages();
  const groups = t as unknown as (key: string) => string;
  return (
    <Form
      action={auditPath(centerId)}
      role="search"
      className="grid items-end gap-3 sm:grid-cols-2 border-b border-line px-4 py-3 sm:px-4.5 xl:grid-cols-3 print:hidden"
    >
      <Field id="who" label={t("who")}>
        {(control) => (
          <Input {...control} type="search" name="who" defaultValue={filter.who} maxLength={100} />
        )}
      </Field>
      <Field id="whom" label={t("whom")}>
        {(control) => (
          <Input
            {...control}
            type="search"
            name="whom"
            defaultValue={filter.whom}
            maxLength={100}
          />
        )}
      </Field>
      <Field id="what" label={t("what")}>
        {(control) => (
          <Select {...control} name="what" defaultValue={filter.what ?? ""}>
            <option value="">{t("anything")}</option>
            {eventGroups(audit.events).map(({ group, types }) => (
              <optgroup key={group} label={groups(`groups.${group}`)}>
                {types.length > 1 && (
                  <option value={group}>{t("allOf", { group: groups(`groups.${group}`) })}</option>
                )}
                {types.map((type) => (
                  <option key={type} value={type}>
                    {groups(`events.${type}`)}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
        )}
      </Field>
      <Field id="cohort" label={t("cohort")}>
        {(control) => (
          <Select {...control} name="cohort" defaultValue={filter.cohort ?? ""}>
            <option value="">{t("anyCohort")}</option>
            {cohorts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="from" label={t("from")}>
        {(control) => <Input {...control} type="date" name="from" defaultValue={filter.from} />}
      </Field>
      <Field id="to" label={t("to")} error={reversed ? t("reversed") : undefined}>
        {(control) => <Input {...control} type="date" name="to" defaultValue={filter.to} />}
      </Field>
      <div className="col-span-full flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="secondary">
          {t("apply")}
        </Button>
        {Object.values(filter).some(Boolean) && (
          <SoftLink
            href={auditHref(centerId, {})}
            className="link inline-flex items-center text-sm touch:min-h-11"
          >
            {t("clear")}
          </SoftLink>
        )}
      </div>
    </Form>
  );
}

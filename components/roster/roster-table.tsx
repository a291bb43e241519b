import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { PencilIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { type RosterRow, rosterPath } from "@/lib/roster/model";

/** The people of a cohort, a page of them. */
export function RosterTable({
  cohortId,
  rows,
  canEdit,
}: {
  cohortId: string;
  rows: readonly RosterRow[];
  canEdit: boolean;
}) {
  const t = useTranslations("roster");
  return (
    <Table label={t("title")} stack>
      <thead>
        <tr>
          <th scope="col">{t("fields.fullName")}</th>
          <th scope="col">{t("fields.agency")}</th>
          <th scope="col">{t("list.unit")}</th>
          <th scope="col">{t("fields.group")}</th>
          <th scope="col">{t("fields.facilitator")}</th>
          {canEdit && (
            <th scope="col" data-align="end">
              <span className="sr-only">{t("actions.edit")}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <div className="flex min-w-0 items-start gap-2.5">
                {canEdit && (
                  <Chooser
                    id={row.role === "PARTICIPANT" && !row.withdrawn ? row.id : null}
                    label={t("move.choose", { name: row.fullName })}
                  />
                )}
                <div className="grid min-w-0 gap-0.5">
                  <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold wrap-anywhere">
                    {row.fullName}
                    {row.role === "FACILITATOR" && (
                      <Badge tone="accent">{t("roles.FACILITATOR")}</Badge>
                    )}
                    {row.isGroupLead && <Badge>{t("list.lead")}</Badge>}
                    {row.withdrawn && <Badge tone="late">{t("list.left")}</Badge>}
                  </span>
                  {row.idNumber && (
                    <span className="text-ink-3 tabular-nums" data-nowrap>
                      {row.idNumber}
                    </span>
                  )}
                  {row.email && <span className="text-ink-3 wrap-anywhere">{row.email}</span>}
                </div>
              </div>
            </td>
            <td data-label={t("fields.agency")}>{row.agency}</td>
            <td data-label={t("list.unit")}>
              <div className="grid min-w-0 gap-0.5 wrap-anywhere">
                <span>
                  {row.position}
                  {row.grade && <span className="text-ink-3">{` · ${row.grade}`}</span>}
                </span>
                <span className="text-ink-3">{row.workUnit}</span>
              </div>
            </td>
            <td data-label={t("fields.group")}>{row.group || "–"}</td>
            <td data-label={t("fields.facilitator")}>{row.facilitator || "–"}</td>
            {canEdit && (
              <td data-align="end">
                {!row.withdrawn && (
                  <SoftLink
                    href={rosterPath(cohortId, row.id)}
                    className={buttonClass("ghost", "sm")}
                    aria-label={t("actions.editOf", { name: row.fullName })}
                  >
                    <PencilIcon size={15} />
                    {t("actions.edit")}
                  </SoftLink>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** A box of the form around the table; its place alone for whom nothing can be chosen. */
function Chooser({ id, label }: { id: string | null; label: string }) {
  if (id === null) return <span className="w-4.5 flex-none touch:w-10 max-sm:hidden" />;
  return (
    <label className="-my-1 flex-none py-1 touch:-my-2 touch:-ml-2 touch:p-2">
      <input
        type="checkbox"
        name="person"
        value={id}
        aria-label={label}
        className="size-4.5 accent-accent touch:size-6"
      />
    </label>
  );
}

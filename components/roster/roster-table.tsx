import { useTranslations } from "next-intl";
import { badgeMarkup } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { PencilIcon } from "@/components/ui/icons";
import { MarkedRows } from "@/components/ui/marked";
import { type Markup, markup } from "@/components/ui/markup";
import { Table } from "@/components/ui/table";
import { type RosterRow, rosterPath } from "@/lib/roster/model";

/**
 * The people of a cohort, a page of them. The rows are text; the boxes in them belong to the form
 * around the table.
 */
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
  const words: Words = {
    agency: t("fields.agency"),
    unit: t("list.unit"),
    group: t("fields.group"),
    facilitator: t("fields.facilitator"),
    isFacilitator: t("roles.FACILITATOR"),
    lead: t("list.lead"),
    left: t("list.left"),
    offered: t("list.offered"),
    edit: t("actions.edit"),
    editOf: (name) => t("actions.editOf", { name }),
    choose: (name) => t("move.choose", { name }),
  };
  const content = markup`${rows.map((row) => rowMarkup(row, words, cohortId, canEdit))}`;
  return (
    <Table label={t("title")} stack>
      <thead>
        <tr>
          <th scope="col" className="w-[30%]">
            {t("fields.fullName")}
          </th>
          <th scope="col">{words.agency}</th>
          <th scope="col">{words.unit}</th>
          <th scope="col">{words.group}</th>
          <th scope="col">{words.facilitator}</th>
          {canEdit && (
            <th scope="col" data-align="end">
              <span className="sr-only">{words.edit}</span>
            </th>
          )}
        </tr>
      </thead>
      <MarkedRows content={content} />
    </Table>
  );
}

interface Words {
  agency: string;
  unit: string;
  group: string;
  facilitator: string;
  isFacilitator: string;
  lead: string;
  left: string;
  offered: string;
  edit: string;
  editOf(name: string): string;
  choose(name: string): string;
}

function rowMarkup(row: RosterRow, words: Words, cohortId: string, canEdit: boolean): Markup {
  const badges = [
    ...(row.role === "FACILITATOR" ? [badgeMarkup(words.isFacilitator, "accent")] : []),
    ...(row.isGroupLead ? [badgeMarkup(words.lead)] : []),
    ...(row.withdrawn ? [badgeMarkup(words.left, "late")] : []),
    ...(row.offered ? [badgeMarkup(words.offered, "accent")] : []),
  ];
  const number =
    row.idNumber &&
    markup`<span class="text-ink-3 tabular-nums whitespace-nowrap">${row.idNumber}</span>`;
  const email = row.email && markup`<span class="text-ink-3 wrap-anywhere">${row.email}</span>`;
  const grade = row.grade && markup`<span class="text-ink-3"> · ${row.grade}</span>`;
  return markup`<tr><td><div class="flex min-w-0 items-start gap-2.5">${
    canEdit && chooserMarkup(row, words)
  }<div class="grid min-w-0 gap-0.5"><span class="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold wrap-anywhere">${
    row.fullName
  }${badges}</span>${number}${email}</div></div></td><td data-label="${words.agency}">${
    row.agency
  }</td><td data-label="${
    words.unit
  }"><div class="grid min-w-0 gap-0.5 wrap-anywhere"><span>${row.position}${grade}</span><span class="text-ink-3">${
    row.workUnit
  }</span></div></td><td data-label="${words.group}">${
    row.group || "–"
  }</td><td data-label="${words.facilitator}">${row.facilitator || "–"}</td>${
    canEdit &&
    markup`<td data-align="end">${!row.withdrawn && editMarkup(row, words, cohortId)}</td>`
  }</tr>`;
}

/** A box of the form around the table; its place alone for whom nothing can be chosen. */
function chooserMarkup({ id, role, withdrawn, fullName }: RosterRow, words: Words): Markup {
  if (role !== "PARTICIPANT" || withdrawn) {
    return markup`<span class="w-4.5 flex-none touch:w-10 max-sm:hidden"></span>`;
  }
  return markup`<label class="-my-1 flex-none py-1 touch:-my-2 touch:-ml-2 touch:p-2"><input type="checkbox" name="person" value="${id}" aria-label="${words.choose(
    fullName,
  )}" class="size-4.5 accent-accent touch:size-6"></label>`;
}

function editMarkup({ id, fullName }: RosterRow, words: Words, cohortId: string): Markup {
  return markup`<a data-soft href="${rosterPath(cohortId, id)}" class="${buttonClass(
    "ghost",
    "sm",
  )}" aria-label="${words.editOf(fullName)}">${PencilIcon.markup(15, "flex-none")}${words.edit}</a>`;
}

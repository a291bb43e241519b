import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { CircleAlertIcon, TriangleAlertIcon } from "@/components/ui/icons";
import { EmptyRow, Table } from "@/components/ui/table";
import { formatIdNumber } from "@/lib/enrolment/civil-servant";
import {
  type Changeable,
  type PlannedRow,
  ROSTER_FIELDS,
  type RosterPreview,
  type RowAction,
  type RowIssue,
} from "@/lib/roster/model";

const TONES: Readonly<Record<RowAction, Tone>> = {
  create: "good",
  update: "accent",
  same: "neutral",
  faulty: "late",
  repeated: "neutral",
};
const ACTIONS: readonly RowAction[] = ["faulty", "create", "update", "same", "repeated"];
type View = RowAction | "all" | "warnings";

/** Rows on a page of the preview; all of them are there. */
const PAGE = 50;

/** Every row of the file with what would become of it, and why not. */
export function PreviewTable({ preview }: { preview: RosterPreview }) {
  const t = useTranslations("roster.import");
  const roster = useTranslations("roster");
  const [view, setView] = useState<View>("all");
  const [page, setPage] = useState(0);
  const { rows, counts } = preview.plan;
  const views: { view: View; label: string; count: number }[] = [
    { view: "all", label: t("all"), count: rows.length },
    ...ACTIONS.map((action) => ({
      view: action,
      label: t(`actions.${action}`),
      count: counts[action],
    })),
    { view: "warnings", label: t("warnings"), count: counts.warnings },
  ];
  // A view that has become empty by a better file would show nothing of it.
  const current = views.find((choice) => choice.view === view && choice.count > 0)?.view ?? "all";
  const shown = rows.filter(
    (row) =>
      current === "all" ||
      row.action === current ||
      (current === "warnings" && row.issues.some(({ severity }) => severity === "warning")),
  );
  const from = Math.min(page, Math.max(0, Math.ceil(shown.length / PAGE) - 1)) * PAGE;
  const to = Math.min(shown.length, from + PAGE);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: the name of a group of buttons, not of fields */}
      <div
        role="group"
        aria-label={t("show")}
        className="flex flex-wrap gap-1.5 border-b border-line px-4 py-3 sm:px-4.5"
      >
        {views
          .filter(({ view: choice, count }) => choice === "all" || count > 0)
          .map(({ view: choice, label, count }) => (
            <Button
              key={choice}
              size="sm"
              variant={choice === current ? "primary" : "secondary"}
              aria-pressed={choice === current}
              onClick={() => {
                setView(choice);
                setPage(0);
              }}
            >
              {label}
              <span className="text-xs tabular-nums">{count}</span>
            </Button>
          ))}
      </div>
      <Table label={t("summary")} stack>
        <thead>
          <tr>
            <th scope="col">{t("row")}</th>
            <th scope="col" className="w-1/4">
              {t("person")}
            </th>
            <th scope="col" className="w-1/4">
              {t("from")}
            </th>
            <th scope="col" className="w-[14%]">
              {t("place")}
            </th>
            <th scope="col">{t("notes")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(from, to).map((row) => (
            <tr key={row.number} data-row={row.number} data-action={row.action}>
              <td>
                <span className="flex items-center gap-2" data-nowrap>
                  <span className="min-w-7 tabular-nums text-ink-3">{row.number}</span>
                  <Badge tone={TONES[row.action]}>{t(`actions.${row.action}`)}</Badge>
                </span>
              </td>
              <td>
                <div className="grid min-w-0 gap-0.5 wrap-anywhere">
                  <span className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
                    {row.entry.fullName || "–"}
                    {row.entry.role === "FACILITATOR" && (
                      <Badge tone="accent">{roster("roles.FACILITATOR")}</Badge>
                    )}
                    {row.entry.isGroupLead && <Badge>{roster("list.lead")}</Badge>}
                  </span>
                  {row.entry.idNumber && (
                    <span className="tabular-nums text-ink-3">
                      {formatIdNumber(row.entry.idNumber)}
                    </span>
                  )}
                  {row.entry.email && <span className="text-ink-3">{row.entry.email}</span>}
                </div>
              </td>
              <td>
                <div className="grid min-w-0 gap-0.5 wrap-anywhere">
                  <span>{row.agencyName || "–"}</span>
                  <span className="text-ink-3">
                    {[row.entry.position, row.entry.workUnit, row.entry.grade]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </div>
              </td>
              <td className={row.groupName || row.facilitatorName ? undefined : "max-sm:hidden"}>
                <div className="grid min-w-0 gap-0.5">
                  <span>{row.groupName}</span>
                  <span className="text-ink-3">{row.facilitatorName}</span>
                </div>
              </td>
              <td
                className={row.issues.length + row.changes.length > 0 ? undefined : "max-sm:hidden"}
              >
                <RowNotes row={row} />
              </td>
            </tr>
          ))}
          {shown.length === 0 && <EmptyRow columns={5}>{t("none")}</EmptyRow>}
        </tbody>
      </Table>
      {shown.length > PAGE && (
        <div className="flex items-center justify-between gap-3 border-t border-line px-4 py-2.5 text-sm sm:px-4.5">
          <Button
            variant="ghost"
            size="sm"
            disabled={from === 0}
            onClick={() => setPage(from / PAGE - 1)}
          >
            {t("previous")}
          </Button>
          <span className="text-ink-2 tabular-nums">
            {t("page", { from: from + 1, to, total: shown.length })}
          </span>
          <Button
            variant="ghost"
            size="sm"
            disabled={to >= shown.length}
            onClick={() => setPage(from / PAGE + 1)}
          >
            {t("next")}
          </Button>
        </div>
      )}
    </>
  );
}

function RowNotes({ row }: { row: PlannedRow }) {
  const t = useTranslations("roster.import");
  const fields = useTranslations("roster.fields");
  const issueText = useIssueText();
  const nameOf = (field: string) => {
    const known = ROSTER_FIELDS.find((other) => other === field);
    return known ? fields(known) : null;
  };
  const say = (issue: RowIssue) => {
    const field = nameOf(issue.path);
    return field ? `${field}: ${issueText(issue)}` : issueText(issue);
  };
  const changeName = (change: Changeable) =>
    change === "isGroupLead" ? t("changed.isGroupLead") : (nameOf(change) ?? change);
  // Errors first: they keep the row out.
  const issues = [...row.issues].sort((a, b) => a.severity.localeCompare(b.severity));
  return (
    <ul className="grid min-w-0 gap-1">
      {issues.map((issue) => (
        <li
          key={`${issue.path} ${issue.code}`}
          className={
            issue.severity === "error" ? "flex gap-1.5 text-late" : "flex gap-1.5 text-ink-2"
          }
        >
          {issue.severity === "error" ? (
            <CircleAlertIcon size={15} className="mt-0.5 flex-none" />
          ) : (
            <TriangleAlertIcon size={15} className="mt-0.5 flex-none" />
          )}
          <span className="min-w-0">{say(issue)}</span>
        </li>
      ))}
      {row.changes.length > 0 && (
        <li className="text-ink-2">
          {t("changes", { fields: row.changes.map(changeName).join(", ") })}
        </li>
      )}
    </ul>
  );
}

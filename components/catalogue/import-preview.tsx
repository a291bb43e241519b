"use client";

import { useTranslations } from "next-intl";
import { useIssueText } from "@/components/cohort/issue-text";
import { Badge, type Tone } from "@/components/ui/badge";
import { Table } from "@/components/ui/table";
import type { PreviewRow, RowAction } from "@/lib/catalogue/model";

const TONES: Record<RowAction, Tone> = {
  add: "good",
  change: "accent",
  same: "neutral",
  shared: "neutral",
  faulty: "late",
};

/** Every row of a file with what importing it would do; those to be mended come first. */
export function ImportPreview({
  rows,
  columns,
}: {
  rows: PreviewRow[];
  columns: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("catalogue.files");
  const issueText = useIssueText();
  if (rows.length === 0) return null;
  const faulty = rows.filter(({ action }) => action === "faulty");
  const ordered = [...faulty, ...rows.filter(({ action }) => action !== "faulty")];
  return (
    <Table label={t("preview")} stack sticky={rows.length > 20}>
      <thead>
        <tr>
          <th scope="col">{t("entry")}</th>
          <th scope="col" data-align="end">
            {t("row")}
          </th>
          <th scope="col">{t("action")}</th>
          <th scope="col">{t("issues")}</th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((row) => (
          <tr key={row.number}>
            <td className="wrap-anywhere">{row.name || "–"}</td>
            <td data-label={t("row")} data-align="end">
              {row.number}
            </td>
            <td data-label={t("action")}>
              <Badge tone={TONES[row.action]}>{t(`actions.${row.action}`)}</Badge>
            </td>
            <td data-label={row.issues.length + row.changed.length > 0 ? t("issues") : undefined}>
              <div className="min-w-0 wrap-anywhere">
                {row.issues.map((issue) => (
                  <p key={`${issue.path} ${issue.code}`} className="text-late">
                    {columns[issue.path] ?? issue.path}: {issueText(issue)}
                  </p>
                ))}
                {row.changed.length > 0 &&
                  t("changes", {
                    columns: row.changed.map((column) => columns[column] ?? column).join(", "),
                  })}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

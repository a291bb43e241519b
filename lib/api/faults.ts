import "server-only";
import { getTranslations } from "next-intl/server";
import type { FieldIssue } from "@/lib/document/issue";
import { faultTable } from "@/lib/spreadsheet/fault-table";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import type { Table } from "@/lib/spreadsheet/table";

/** What of an uploaded file cannot be taken over: its rows as they are, and what is wrong with each. */
export interface Faults {
  sheet: Sheet;
  headings: readonly string[];
  rows: readonly { number: number; issues: readonly FieldIssue[] }[];
  /** What a field is called; undefined for what belongs to no column. */
  nameOf: (path: string) => string | undefined;
}

/** The faulty rows of a file, with the reasons in the words of whoever asks; null without any. */
export async function faultsTable({
  sheet,
  headings,
  rows,
  nameOf,
}: Faults): Promise<Table | null> {
  if (rows.length === 0) return null;
  const [t, issues] = await Promise.all([getTranslations("common"), getTranslations("issues")]);
  const say = ({ code, params, path }: FieldIssue) => {
    const key = code as "invalid";
    const text = issues.has(key) ? issues(key, params as never) : issues("invalid");
    const name = nameOf(path);
    return name ? `${name}: ${text}` : text;
  };
  const said = rows.map(({ number, issues: found }) => ({ number, reasons: found.map(say) }));
  return faultTable(sheet, headings, said, {
    name: t("faults.name"),
    row: t("faults.row"),
    reasons: t("faults.reasons"),
  });
}

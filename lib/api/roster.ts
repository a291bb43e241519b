import "server-only";
import { getTranslations } from "next-intl/server";
import { faultsTable } from "@/lib/api/faults";
import type { PlannedImport } from "@/lib/roster/data";
import { ROSTER_FIELDS, type RosterField, type RosterPreview } from "@/lib/roster/model";
import {
  exportTable,
  type RosterExportRow,
  type RosterWords,
  templateTables,
} from "@/lib/roster/tables";
import type { Table } from "@/lib/spreadsheet/table";

/** What the browser gets of a plan: nothing of what only the import needs. */
export function previewOf({ intake, standing, plan, digest }: PlannedImport): RosterPreview {
  const { writes: _, demoted: __, ...shown } = plan;
  const readable = intake.header !== null && intake.missingFields.length === 0;
  return {
    digest: readable ? digest : null,
    format: intake.format,
    sheets: intake.sheets,
    sheet: intake.sheet,
    header: intake.header,
    missingFields: intake.missingFields,
    top: intake.top,
    samples: intake.samples,
    ignored: intake.roster.ignored,
    plan: shown,
    agencies: standing.agencies.map(({ id, name }) => ({ id, name })),
  };
}

/** The words of a roster's files, in the language of whoever asks. */
async function rosterWords(): Promise<RosterWords> {
  const t = await getTranslations("roster");
  const headings = Object.fromEntries(
    ROSTER_FIELDS.map((field) => [field, t(`fields.${field}`)]),
  ) as Record<RosterField, string>;
  return {
    sheet: t("file.sheet"),
    headings,
    participant: t("roles.PARTICIPANT"),
    facilitator: t("roles.FACILITATOR"),
    yes: t("file.yes"),
  };
}

export async function rosterTemplate(): Promise<Table[]> {
  const t = await getTranslations("roster.file");
  const lines = ["one", "text", "role", "agency", "group", "lead", "facilitator", "again"] as const;
  return templateTables(await rosterWords(), {
    sheet: t("notesSheet"),
    heading: t("notesSheet"),
    lines: lines.map((line) => t(`notes.${line}`)),
  });
}

export async function rosterTable(people: readonly RosterExportRow[]): Promise<Table> {
  return exportTable(await rosterWords(), people);
}

/** The faulty rows of a file, with the reasons in words. */
export async function rosterFaults({ intake, plan }: PlannedImport): Promise<Table | null> {
  if (!intake.header) return null;
  const t = await getTranslations("roster");
  const names = new Map<string, string>(
    ROSTER_FIELDS.map((field) => [field, t(`fields.${field}`)]),
  );
  return faultsTable({
    sheet: intake.source,
    headings: intake.header.headings,
    rows: plan.rows
      .filter(({ action }) => action === "faulty")
      .map(({ number, issues }) => ({
        number,
        issues: issues.filter(({ severity }) => severity === "error"),
      })),
    nameOf: (path) => names.get(path),
  });
}

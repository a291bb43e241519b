import "server-only";
import { getTranslations } from "next-intl/server";
import type { PlannedFile } from "@/lib/allocation/data";
import type { PlaceKind } from "@/lib/allocation/model";
import type { allocationTable } from "@/lib/allocation/tables";
import { faultsTable } from "@/lib/api/faults";
import type { Table } from "@/lib/spreadsheet/table";

/** The words of an allocation's file, in the language of whoever asks. */
export async function allocationWords(
  kind: PlaceKind,
): Promise<Parameters<typeof allocationTable>[1]> {
  const t = await getTranslations("allocation");
  return {
    sheet: t("title"),
    headings: {
      number: t("file.number"),
      name: t("file.name"),
      agency: t("file.agency"),
      place: t(`place.${kind}`),
    },
  };
}

/** The faulty rows of a file, with the reasons in words; null without any. */
export async function allocationFaults(
  kind: PlaceKind,
  { preview, sheet, headings }: PlannedFile,
): Promise<Table | null> {
  const { headings: words } = await allocationWords(kind);
  const names = new Map<string, string>(Object.entries(words));
  return faultsTable({
    sheet,
    headings,
    rows: preview.rows
      .filter(({ issues }) => issues.length > 0)
      .map(({ row, issues }) => ({ number: row, issues })),
    nameOf: (path) => names.get(path),
  });
}

import type { AllocationField } from "@/lib/allocation/columns";
import type { Standing } from "@/lib/allocation/planning";
import type { Table, Value } from "@/lib/spreadsheet/table";

/** The allocation as it stands, in the form in which it can be sent again. */
export function allocationTable(
  { people, places }: Standing,
  words: { sheet: string; headings: Readonly<Record<AllocationField, string>> },
): Table {
  const labels = new Map(places.map(({ id, label }) => [id, label]));
  const { headings } = words;
  return {
    name: words.sheet,
    columns: [
      { header: headings.number, width: 8 },
      { header: headings.name, width: 34, text: true },
      { header: headings.agency, width: 20, text: true },
      { header: headings.place, width: 34, text: true, choices: [...labels.values()] },
    ],
    rows: people.map(({ number, name, agency, held }): Value[] => [
      number,
      name,
      agency,
      // Who has several keeps them; a file says one.
      held.length === 1 ? (labels.get(held[0]?.placeId ?? "") ?? "") : "",
    ]),
  };
}

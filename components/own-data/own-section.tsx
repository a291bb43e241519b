import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/i18n/use-format";
import { type OwnWords, ownLabels } from "@/lib/own-data/label";
import type { OwnSection } from "@/lib/own-data/model";

/** Sections of more columns than a table bears are read row by row, as facts. */
const TABLE_COLUMNS = 7;

/** One section of what Lokus holds about the reader. */
export function OwnSectionCard({ section }: { section: OwnSection }) {
  const t = useTranslations("ownData");
  const audit = useTranslations("audit");
  const format = useFormat();
  const labels = ownLabels(t as unknown as OwnWords, audit as unknown as OwnWords, format);
  const { name, columns, rows, more } = section;
  const wide = columns.length > TABLE_COLUMNS || name === "identity";
  return (
    <Card as="section" aria-labelledby={`own-${name}`}>
      <CardHeader id={`own-${name}`} title={labels.section(section)} />
      {rows.length === 0 && <CardBody className="text-md text-ink-3">{t("empty")}</CardBody>}
      {rows.length > 0 && wide && (
        <ul className="divide-y divide-line">
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no ids and never move
            <li key={index} className="px-4 py-4 sm:px-4.5">
              <DefinitionList
                items={columns.flatMap((column, place) => {
                  const value = labels.value(row[place] ?? null);
                  return value === "" ? [] : [{ id: column, term: labels.column(column), value }];
                })}
              />
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && !wide && (
        <Table label={labels.section(section)} stack>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {labels.column(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no ids and never move
              <tr key={index}>
                {columns.map((column, place) => (
                  <td
                    key={column}
                    data-label={place === 0 ? undefined : labels.column(column)}
                    className="wrap-anywhere"
                  >
                    {labels.value(row[place] ?? null) || "–"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {more && (
        <p className="border-t border-line px-4 py-2.5 text-sm text-ink-3 sm:px-4.5">
          {t("more", { count: rows.length })}
        </p>
      )}
    </Card>
  );
}

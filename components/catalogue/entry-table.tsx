import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import type { EntryKind, EntrySaved } from "@/lib/catalogue/model";
import type { Result } from "@/lib/platform/result";
import { AddEntry, EntryButtons } from "./entry-buttons";
import type { EntryField } from "./entry-field";
import { type EditableEntry, EntryScope } from "./entry-scope";
import { OwnBadge } from "./own-badge";
import type { EntryInput } from "./use-entry";

export interface EntryColumn<Row> {
  label: string;
  cell(row: Row): ReactNode;
  /** A number, at the end of its column. */
  end?: boolean;
  /** Too short to be broken. */
  nowrap?: boolean;
}

/**
 * A list of the catalogue as a table: what each entry is called, leading to its page, what is said of
 * it, and whose it is. Whoever organises adds to it in a dialog, and edits in it where the list says how.
 */
export function EntryTable<Row extends { id: string; own: boolean; archived?: boolean }>({
  kind,
  centerId,
  fields,
  save,
  words,
  rows,
  first,
  columns,
  canOrganize,
  editable,
  children,
}: {
  kind: EntryKind;
  centerId: string;
  fields: readonly EntryField[];
  save(input: EntryInput): Promise<Result<EntrySaved>>;
  words: { title: string; note: string; add: string; edit: string };
  rows: readonly Row[];
  /** The name of an entry; `below` stands under it. */
  first: {
    label: string;
    href(row: Row): string;
    name(row: Row): string;
    below?(row: Row): ReactNode;
  };
  columns: readonly EntryColumn<Row>[];
  canOrganize: boolean;
  /** An own entry as its form has it; absent where entries are edited on their pages. */
  editable?: (row: Row) => EditableEntry;
  /** Below the table: its pages, or that there is nothing. */
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  const edits = canOrganize && editable !== undefined;
  return (
    <EntryScope
      kind={kind}
      centerId={centerId}
      fields={fields}
      titles={{ add: words.add, edit: words.edit }}
      save={save}
    >
      <Card as="section">
        <CardHeader
          title={words.title}
          note={words.note}
          actions={canOrganize && <AddEntry size="sm" label={words.add} />}
        />
        {rows.length > 0 && (
          <Table label={words.title} stack>
            <thead>
              <tr>
                <th scope="col">{first.label}</th>
                {columns.map(({ label, end }) => (
                  <th key={label} scope="col" data-align={end ? "end" : undefined}>
                    {label}
                  </th>
                ))}
                <th scope="col">{t("owner")}</th>
                {edits && (
                  <th scope="col" data-align="end">
                    <span className="sr-only">{t("actions")}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <div className="min-w-0 wrap-anywhere">
                      <SoftLink
                        href={first.href(row)}
                        className="link inline-flex items-center font-semibold touch:min-h-11"
                      >
                        {first.name(row)}
                      </SoftLink>
                      {first.below?.(row)}
                    </div>
                  </td>
                  {columns.map(({ label, cell, end, nowrap }) => (
                    <td
                      key={label}
                      data-label={label}
                      data-align={end ? "end" : undefined}
                      data-nowrap={nowrap ? "" : undefined}
                      className={end || nowrap ? undefined : "wrap-anywhere"}
                    >
                      {cell(row)}
                    </td>
                  ))}
                  <td data-label={t("owner")} data-nowrap="">
                    <OwnBadge own={row.own} archived={row.archived} />
                  </td>
                  {edits && (
                    <td data-align="end">{row.own && <EntryButtons entry={editable(row)} />}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        {children}
      </Card>
    </EntryScope>
  );
}

/** A link in a cell, large enough for a finger. */
export function CellLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <SoftLink href={href} className="link inline-flex items-center touch:min-h-11">
      {children}
    </SoftLink>
  );
}

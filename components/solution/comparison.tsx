"use client";

import { useTranslations } from "next-intl";
import { useField, useForm } from "@/components/document/form-context";
import { cx } from "@/components/ui/cx";
import { FieldFoot } from "@/components/ui/field";
import { MCNAMARA_KEYS, SOLUTION_BOUNDS, type Solution } from "@/lib/solution/model";
import type { SieveRow } from "./group-sieve";

/** The alternatives of an obstacle side by side, and the choice of one of them. */
export function Comparison({
  path,
  rows,
  anchor,
}: {
  path: string;
  rows: SieveRow[];
  anchor: string | undefined;
}) {
  const t = useTranslations("solutionForm.choice");
  const { store } = useForm();
  const at = `${path}.selected`;
  const { label, error, leave } = useField(at);
  const list = `${path}.alternatives`;
  const choose = (id: string) => {
    const alternatives = store.get(list) as Solution[];
    store.set(
      list,
      alternatives.map((solution) =>
        solution.isSelected === (solution.id === id)
          ? solution
          : { ...solution, isSelected: solution.id === id },
      ),
    );
  };
  const open = rows.length >= SOLUTION_BOUNDS.alternatives.min;
  return (
    <section
      id={anchor}
      tabIndex={-1}
      aria-labelledby={`${at}-title`}
      className="min-w-0 border-t border-line pt-4.5 outline-none"
    >
      <h3 id={`${at}-title`} className="font-bold">
        {t("title")}
      </h3>
      <p className="text-md text-ink-2">{open ? t("lede") : t("tooFew")}</p>
      {open && (
        <fieldset
          id={at}
          tabIndex={-1}
          onBlur={leave}
          aria-describedby={error ? `${at}-error` : undefined}
          className="mt-3 grid min-w-0 gap-1.5 outline-none"
        >
          <legend className="sr-only">{label}</legend>
          <table
            aria-label={t("table")}
            className="w-full border-separate border-spacing-0 text-left text-md max-sm:block"
          >
            <Columns />
            <tbody className="max-sm:block">
              {rows.map((row, index) => (
                <Row
                  key={row.id}
                  row={row}
                  position={index + 1}
                  name={at}
                  last={index === rows.length - 1}
                  onChoose={() => choose(row.id)}
                />
              ))}
            </tbody>
          </table>
          <p aria-hidden="true" className="text-xs text-ink-3 sm:hidden">
            {t("legend")}
          </p>
          <FieldFoot id={at} error={error} />
        </fieldset>
      )}
    </section>
  );
}

// On the phone a row is two lines: the alternative, and its figures under their columns.
const ROW = "max-sm:grid max-sm:grid-cols-5";
const FIGURE = "px-1 py-2 text-center tabular-nums max-sm:pt-0 sm:px-2.5";

function Columns() {
  const t = useTranslations("solutionForm.choice");
  const terms = useTranslations("terms");
  const head = "border-y border-line bg-sunken px-1 py-2 text-xs font-semibold text-ink-2";
  const figure = cx(head, "text-center sm:px-2.5");
  return (
    <thead className="max-sm:block">
      <tr className={ROW}>
        <th
          scope="col"
          className={cx(head, "rounded-tl-sm border-l pl-3 text-left max-sm:sr-only")}
        >
          {terms("field.SOLUTION.groups.alternatives.label")}
        </th>
        {MCNAMARA_KEYS.map((key, index) => (
          <th
            key={key}
            scope="col"
            className={cx(figure, index === 0 && "max-sm:rounded-tl-sm max-sm:border-l")}
          >
            <Short short={t(`short.${key}`)}>{terms(`mcnamara.${key}.label`)}</Short>
          </th>
        ))}
        <th scope="col" className={figure}>
          <Short short={t("totalShort")}>{terms("derived.mcnamaraTotal")}</Short>
        </th>
        <th scope="col" className={cx(figure, "rounded-tr-sm border-r")}>
          <Short short={t("orderShort")}>{t("order")}</Short>
        </th>
      </tr>
    </thead>
  );
}

/** A word that has no room on the phone: short to the eye, in full to a screen reader. */
function Short({ short, children }: { short: string; children: string }) {
  return (
    <>
      <span aria-hidden="true" className="sm:hidden">
        {short}
      </span>
      <span className="max-sm:sr-only">{children}</span>
    </>
  );
}

function Row({
  row,
  position,
  name,
  last,
  onChoose,
}: {
  row: SieveRow;
  position: number;
  name: string;
  last: boolean;
  onChoose: () => void;
}) {
  const t = useTranslations("solutionForm.alternative");
  const { title, values, total, rank, isTop, isSelected } = row;
  const soft = isSelected && "bg-hue-soft";
  const cell = cx("border-b border-line", soft);
  return (
    <tr className={ROW}>
      <th
        scope="row"
        className={cx(
          "border-b border-l border-line p-0 font-normal max-sm:col-span-full max-sm:border-r max-sm:border-b-0",
          soft,
          last && "sm:rounded-bl-sm",
        )}
      >
        <label className="flex min-h-11 items-center gap-2.5 py-2 pr-1 pl-3 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent touch:min-h-12">
          <input
            type="radio"
            name={name}
            checked={isSelected}
            onChange={onChoose}
            className="size-4.5 flex-none accent-hue outline-none"
          />
          <span className={cx("min-w-0 wrap-anywhere", isSelected && "font-semibold")}>
            {title || t("item", { position })}
          </span>
        </label>
      </th>
      {MCNAMARA_KEYS.map((key, index) => (
        <td
          key={key}
          className={cx(
            cell,
            FIGURE,
            index === 0 && "max-sm:border-l",
            index === 0 && last && "max-sm:rounded-bl-sm",
          )}
        >
          {values[key] ?? "–"}
        </td>
      ))}
      <td className={cx(cell, FIGURE, "font-bold", isTop && "text-hue")}>{total ?? "–"}</td>
      <td className={cx(cell, FIGURE, "border-r", last && "rounded-br-sm")}>{rank ?? "–"}</td>
    </tr>
  );
}

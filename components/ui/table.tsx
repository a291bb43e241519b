import type { ReactNode, TableHTMLAttributes } from "react";
import { cx } from "./cx";

type TableProps = TableHTMLAttributes<HTMLTableElement> & {
  /** Names the table, and its box where the box can be scrolled. */
  label: string;
  /** On the desktop the table scrolls in a box of the screen's height, under its own head. */
  sticky?: boolean;
  /** The first column stays in view when the rest scrolls sideways. */
  pinned?: boolean;
  /**
   * On the phone each row becomes a block of labelled lines: give each cell `data-label`. For
   * tables of few columns; keep the first cell without a label, it is the row's name.
   */
  stack?: boolean;
};

/**
 * A table that goes to the edges of its card. Write plain `<thead>`, `<tr>`, `<th scope>`, `<td>`:
 * their look comes from the table. Cells understand `data-align="end|center"` and `data-nowrap`;
 * a row with `data-group` names the rows below it.
 */
export function Table({ label, sticky, pinned, stack, className, children, ...rest }: TableProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, this is a box that scrolls
    <div
      className="table-scroll"
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling by arrow keys needs focus
      tabIndex={0}
      data-sticky={sticky ? "" : undefined}
    >
      <table
        {...rest}
        aria-label={label}
        className={cx("table", className)}
        data-pin={pinned ? "" : undefined}
        data-stack={stack ? "" : undefined}
      >
        {children}
      </table>
    </div>
  );
}

/** A row that says that there are none. */
export function EmptyRow({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <tr>
      <td colSpan={columns} className="py-8 text-center text-ink-3">
        {children}
      </td>
    </tr>
  );
}

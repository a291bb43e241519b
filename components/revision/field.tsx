import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { CheckIcon } from "@/components/ui/icons";
import type { Mark, Remark } from "./mark";

/** The id under which a field can be reached: `#field-scores.2.note`. */
export function fieldId(path: string): string {
  return `field-${path}`;
}

/**
 * One field of a revision: what it is called, what was written, what was said about it, and a place
 * to say more.
 */
export function ViewField({
  mark,
  path,
  label,
  children,
  className,
}: {
  mark: Mark;
  path: string;
  /** Short, where the section already says what it is about. */
  label: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <FieldFrame mark={mark} path={path} className={className}>
      <p
        data-field-label=""
        className={cx("min-h-7 text-sm leading-7 font-semibold text-ink-2", room(mark))}
      >
        {label}
      </p>
      {children}
    </FieldFrame>
  );
}

/** A field that needs no label of its own: a row of a list. */
export function ViewRow({
  mark,
  path,
  children,
  className,
}: {
  mark: Mark;
  path: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <FieldFrame mark={mark} path={path} className={className}>
      <div className={cx("min-w-0", room(mark))}>{children}</div>
    </FieldFrame>
  );
}

/** The anchor stands in the field's corner; text keeps away from it. */
function room(mark: Mark): string | undefined {
  return mark.fieldAnchor && "pr-10 touch:pr-12";
}

function FieldFrame({
  mark,
  path,
  className,
  children,
}: {
  mark: Mark;
  path: string;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div
      id={fieldId(path)}
      // A remark elsewhere on the page leads here: the field can hold the focus.
      tabIndex={-1}
      className={cx(
        "group/field relative min-w-0 rounded-sm outline-none target:bg-accent-soft target:shadow-[0_0_0_0.5rem_var(--accent-soft)]",
        className,
      )}
    >
      {children}
      <Remarks mark={mark} path={path} />
      {mark.fieldAnchor?.({ path, label: mark.label(path) })}
    </div>
  );
}

/** What was said about a field. */
function Remarks({ mark, path }: { mark: Mark; path: string }) {
  const remarks = mark.annotations?.[path] ?? [];
  if (remarks.length === 0) return null;
  return (
    <ul data-remarks="" className="mt-2 grid gap-2">
      {remarks.map((remark) => (
        <li key={remark.id}>
          <RemarkNote remark={remark} />
        </li>
      ))}
    </ul>
  );
}

export function RemarkNote({ remark }: { remark: Remark }) {
  return (
    <div
      className={cx(
        "rounded-sm border-l-3 px-3 py-2 text-md",
        remark.kind === "reason" ? "border-late bg-late-soft" : "border-accent bg-accent-soft",
      )}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-semibold">{remark.author}</span>
        <span className="text-ink-2">{remark.when}</span>
      </p>
      <p className="whitespace-pre-line wrap-anywhere">{remark.text}</p>
      {remark.answered && (
        <p
          data-tone={remark.answered.said ? "good" : undefined}
          className={cx(
            "mt-0.5 flex items-center gap-1 text-sm",
            remark.answered.said ? "font-medium text-hue" : "text-ink-2",
          )}
        >
          {remark.answered.said && <CheckIcon size={14} className="flex-none" />}
          {remark.answered.text}
        </p>
      )}
      {remark.status && (
        <p data-tone={remark.status.tone} className="mt-0.5 text-sm font-medium text-hue">
          {remark.status.text}
        </p>
      )}
      {remark.changes && remark.changes.length > 0 && (
        <ul className="mt-1 grid gap-1 text-sm text-ink-2">
          {remark.changes.map(({ id, text, before }) => (
            <li key={id} className="min-w-0 wrap-anywhere">
              {text}
              {before !== null && (
                <del className="block whitespace-pre-line text-ink-2 decoration-ink-3">
                  {before}
                </del>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Words as the author wrote them, lines kept, in lines of a length that can be read. */
export function Prose({ children, className }: { children: string; className?: string }) {
  return (
    <p className={cx("max-w-[68ch] whitespace-pre-line wrap-anywhere", className)}>{children}</p>
  );
}

/** Something that was left empty; a submission has it only where it may be. */
export function Blank({ children }: { children: ReactNode }) {
  return <p className="text-ink-3">{children}</p>;
}

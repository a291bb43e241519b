import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from "react";
import { cx } from "./cx";
import { SoftLink } from "./soft-link";

/** The look of a button of one icon, for links that load ahead. */
export const iconButtonClass =
  "inline-grid size-9 touch:size-12 flex-none place-items-center rounded-sm text-ink-2 hover:bg-sunken hover:text-ink disabled:opacity-55 disabled:pointer-events-none print:hidden";

type AsButton = { label: string; icon: ReactNode; href?: undefined } & Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  "aria-label" | "title"
>;
type AsLink = { label: string; icon: ReactNode } & Omit<
  ComponentProps<typeof SoftLink>,
  "aria-label" | "title"
>;

/** A button of one icon. `label` names it for screen readers and shows on hover. */
export function IconButton(props: AsButton | AsLink) {
  if (props.href !== undefined) {
    const { label, icon, className, ...rest } = props;
    return (
      <SoftLink
        {...rest}
        aria-label={label}
        title={label}
        className={cx(iconButtonClass, className)}
      >
        {icon}
      </SoftLink>
    );
  }
  const { label, icon, className, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={cx(iconButtonClass, className)}
    >
      {icon}
    </button>
  );
}

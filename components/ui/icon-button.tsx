import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from "react";
import { AheadLink } from "./ahead-link";
import { cx } from "./cx";

const look =
  "inline-grid size-9 touch:size-12 flex-none place-items-center rounded-sm text-ink-2 hover:bg-sunken hover:text-ink disabled:opacity-55 disabled:pointer-events-none print:hidden";

type AsButton = { label: string; icon: ReactNode; href?: undefined } & Omit<
  ButtonHTMLAttributes<HTMLButtonElement>,
  "aria-label" | "title"
>;
type AsLink = { label: string; icon: ReactNode } & Omit<
  ComponentProps<typeof AheadLink>,
  "aria-label" | "title"
>;

/** A button of one icon. `label` names it for screen readers and shows on hover. */
export function IconButton(props: AsButton | AsLink) {
  if (props.href !== undefined) {
    const { label, icon, className, ...rest } = props;
    return (
      <AheadLink {...rest} aria-label={label} title={label} className={cx(look, className)}>
        {icon}
      </AheadLink>
    );
  }
  const { label, icon, className, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={cx(look, className)}
    >
      {icon}
    </button>
  );
}

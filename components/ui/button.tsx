import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from "react";
import { AheadLink } from "./ahead-link";
import { cx } from "./cx";
import { Spinner } from "./spinner";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:border-ink-3 hover:bg-sunken",
  ghost: "border-transparent text-ink-2 hover:bg-sunken hover:text-ink",
  danger: "border-late/50 bg-surface text-late hover:border-late hover:bg-late-soft",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-8 px-2.5 py-1 text-sm touch:min-h-12 touch:px-3.5",
  md: "min-h-10 px-4 py-2 text-md touch:min-h-12",
  lg: "min-h-12 px-5 py-2.5 text-base",
};

/** The look of a button, for what is a button in nothing but looks. */
export function buttonClass(variant: ButtonVariant = "primary", size: ButtonSize = "md"): string {
  return cx(
    "inline-flex items-center justify-center gap-2 rounded-sm border",
    "text-center font-semibold leading-tight select-none",
    "transition-[background-color,border-color,color] duration-120",
    "disabled:opacity-55 disabled:pointer-events-none aria-disabled:opacity-55 aria-disabled:pointer-events-none",
    "print:hidden",
    sizes[size],
    variants[variant],
  );
}

type Common = {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Before the words; decoration. */
  icon?: ReactNode;
  /** Takes the whole width. */
  block?: boolean;
};

type AsButton = Common &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    href?: undefined;
    /** The action is under way: a spinner stands in the icon's place and further presses do nothing. */
    pending?: boolean;
  };

type AsLink = Common & ComponentProps<typeof AheadLink> & { pending?: undefined };

/** A button, or with `href` a link that looks like one. `type` is "button" unless told otherwise. */
export function Button(props: AsButton | AsLink) {
  if (props.href !== undefined) {
    const { variant, size, icon, block, className, children, pending: _, ...rest } = props;
    return (
      <AheadLink {...rest} className={cx(buttonClass(variant, size), block && "w-full", className)}>
        {icon}
        {children}
      </AheadLink>
    );
  }
  const { variant, size, icon, block, className, children, pending, disabled, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={cx(buttonClass(variant, size), block && "w-full", className)}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}

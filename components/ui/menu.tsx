import Link from "next/link";
import type { ButtonHTMLAttributes, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button";
import { ChevronDownIcon, EllipsisIcon } from "./icons";

type MenuProps = {
  /** Unique on the page. */
  id: string;
  /** The words of the button; with `compact` only its name for screen readers. */
  label: string;
  /** Three dots instead of words. */
  compact?: boolean;
  variant?: ButtonVariant;
  size?: ButtonSize;
  children: ReactNode;
};

/**
 * A button that opens a list of things to do. A native popover: it opens without any script, closes
 * with Escape or a press elsewhere, and gives the focus back. On the phone it rises from below.
 */
export function Menu({
  id,
  label,
  compact,
  variant = "secondary",
  size = "md",
  children,
}: MenuProps) {
  return (
    <>
      {compact ? (
        <button
          type="button"
          popoverTarget={id}
          aria-label={label}
          title={label}
          className="inline-grid size-9 flex-none place-items-center rounded-sm text-ink-2 hover:bg-sunken hover:text-ink touch:size-12 print:hidden"
        >
          <EllipsisIcon size={18} />
        </button>
      ) : (
        <button type="button" popoverTarget={id} className={buttonClass(variant, size)}>
          {label}
          <ChevronDownIcon size={16} />
        </button>
      )}
      <div id={id} popover="auto" className="popup min-w-48 p-1.5">
        {children}
      </div>
    </>
  );
}

const item =
  "flex min-h-9 w-full items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left text-md font-medium hover:bg-sunken aria-[current]:bg-accent-soft touch:min-h-12 [&_svg]:flex-none [&_svg]:text-ink-3";

/** An entry of a menu that leads somewhere. */
export function MenuLink({
  href,
  icon,
  children,
}: {
  href: string;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Link href={href} className={item}>
      {icon}
      {children}
    </Link>
  );
}

/** An entry of a menu that does something; inside a form, with `type="submit"`, it sends it. */
export function MenuButton({
  icon,
  children,
  ...rest
}: { icon?: ReactNode } & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className">) {
  return (
    <button type="button" {...rest} className={item}>
      {icon}
      {children}
    </button>
  );
}

"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { AheadLink } from "@/components/ui/ahead-link";

/** A link that knows when the page it leads to, or one below it, is the one being seen. */
export function NavLink({
  href,
  className,
  children,
}: {
  href: string;
  className?: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href || (href !== "/" && path.startsWith(`${href}/`));
  return (
    <AheadLink
      href={href}
      aria-current={here ? (path === href ? "page" : "true") : undefined}
      className={className}
    >
      {children}
    </AheadLink>
  );
}

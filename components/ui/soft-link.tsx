import type { AnchorHTMLAttributes } from "react";

/**
 * A link of which a page has very many: a plain anchor, served by SoftNavigation in the shell. For
 * the others there is `next/link`, which also loads ahead.
 */
export function SoftLink({
  href,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return <a data-soft="" href={href} {...rest} />;
}

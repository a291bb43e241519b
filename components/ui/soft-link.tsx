import type { AnchorHTMLAttributes } from "react";

/**
 * A link within Lokus: a plain anchor, which `SoftNavigation` in the shell follows without loading
 * the document anew, and whose page it loads ahead when somebody is about to follow it. Where one
 * must be loaded ahead unasked, there is `next/link`.
 *
 * @param scroll false where the page is to stay where it is: it is the same one, seen otherwise
 */
export function SoftLink({
  href,
  scroll = true,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; scroll?: boolean }) {
  return <a data-soft={scroll ? "" : "still"} href={href} {...rest} />;
}

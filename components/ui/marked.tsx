import type { HTMLAttributes } from "react";
import type { Markup } from "./markup";

type MarkedProps = Omit<HTMLAttributes<HTMLElement>, "children" | "content"> & { content: Markup };

/** A box whose contents are written as text. */
export function Marked({ content, ...rest }: MarkedProps) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a Markup escapes every value in it
  return <div {...rest} dangerouslySetInnerHTML={{ __html: content.html }} />;
}

/** The rows of a table, written as text. */
export function MarkedRows({ content }: { content: Markup }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a Markup escapes every value in it
  return <tbody dangerouslySetInnerHTML={{ __html: content.html }} />;
}

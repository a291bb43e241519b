import type { HTMLAttributes } from "react";
import { layBy } from "@/lib/platform/page-text";
import type { Markup } from "./markup";
import { PageText } from "./page-text";

type Attributes = Omit<HTMLAttributes<HTMLElement>, "children" | "content">;
type MarkedProps = Attributes & { content: Markup };

/** A box whose contents are written as text. */
export function Marked({ content, ...rest }: MarkedProps) {
  return <Text as="div" html={content.html} {...rest} />;
}

/** A numbered list whose entries are written as text. */
export function MarkedList({ content, ...rest }: MarkedProps) {
  return <Text as="ol" html={content.html} {...rest} />;
}

/** The rows of a table, written as text. */
export function MarkedRows({ content }: { content: Markup }) {
  return <Text as="tbody" html={content.html} />;
}

function Text({
  as: Tag,
  html,
  ...rest
}: Attributes & { as: "div" | "ol" | "tbody"; html: string }) {
  const place = layBy(html);
  if (place !== null) return <PageText as={Tag} place={place} {...rest} />;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a Markup escapes every value in it
  return <Tag {...rest} dangerouslySetInnerHTML={{ __html: html }} />;
}

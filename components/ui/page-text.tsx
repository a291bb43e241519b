"use client";

import { useRouter } from "next/navigation";
import { type HTMLAttributes, useEffect, useState } from "react";
import { laidBy } from "@/lib/platform/page-text";

type PageTextProps = Omit<HTMLAttributes<HTMLElement>, "children"> & {
  as: "div" | "ol" | "tbody";
  /** Where the text was laid by. */
  place: number;
};

/** What was read off this page, for when the router shows it again from its memory. */
const read = new Map<number, string>();

/**
 * A text that stands in the HTML of the page and not in its data (lib/platform/page-text.ts). The
 * browser takes it over as it stands.
 */
export function PageText({ as: Tag, place, ...rest }: PageTextProps) {
  const [html] = useState(() => laidBy(place) ?? find(place));
  const router = useRouter();
  useEffect(() => {
    // The page was left before it was taken over: what is asked for now comes with its text.
    if (html === null) router.refresh();
  }, [html, router]);
  return (
    <Tag
      {...rest}
      data-page-text={place}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a Markup escapes every value in it
      dangerouslySetInnerHTML={{ __html: html ?? "" }}
    />
  );
}

function find(place: number): string | null {
  const known = read.get(place);
  if (known !== undefined) return known;
  const found = document.querySelector(`[data-page-text="${place}"]`)?.innerHTML ?? null;
  if (found !== null) read.set(place, found);
  return found;
}

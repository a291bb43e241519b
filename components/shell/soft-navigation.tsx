"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Makes plain `<a data-soft href="/…">` navigate without loading the document anew.
 *
 * A board has hundreds of links; as `<Link>` each would be a client component that is sent a second
 * time as data and hydrated. Those are plain anchors instead, and this one listener serves them all.
 */
export function SoftNavigation() {
  const router = useRouter();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : null;
      const href = target?.closest("a[data-soft]")?.getAttribute("href");
      if (!href?.startsWith("/")) return;
      event.preventDefault();
      router.push(href);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [router]);
  return null;
}

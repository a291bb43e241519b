"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/** How long a pointer rests on a link, in milliseconds, before its page is loaded ahead. */
const REST = 80;

/** The link of ours that something happened in, unless the browser is to do with it as it does. */
function softLinkOf({ target }: Event): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[data-soft]") : null;
  if (link?.origin !== location.origin || link.target || link.hasAttribute("download")) {
    return undefined;
  }
  // Files and streams are no pages.
  return link.pathname.startsWith("/api/") ? undefined : link;
}

const addressOf = ({ pathname, search, hash }: HTMLAnchorElement) => pathname + search + hash;

/**
 * Makes plain `<a data-soft href="…">` navigate without loading the document anew.
 *
 * A board has hundreds of links; as `<Link>` each would be a client component that is sent a second
 * time as data and hydrated, and each that comes into sight would have its page made ready by the
 * server, on a participant's data too. Those are plain anchors instead, and this one listener serves
 * them all: it loads ahead what a pointer rests on or the keyboard comes to, and shows that a page is
 * on its way.
 */
export function SoftNavigation() {
  const router = useRouter();
  const [onItsWay, start] = useTransition();
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onIntent = (event: Event) => {
      clearTimeout(rest);
      // A finger that touches a link follows it at once, or scrolls.
      if (event instanceof PointerEvent && event.pointerType !== "mouse") return;
      const link = softLinkOf(event);
      if (!link || link.ariaCurrent === "page") return;
      rest = setTimeout(() => router.prefetch(addressOf(link)), REST);
    };
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = softLinkOf(event);
      if (!link) return;
      event.preventDefault();
      start(() => router.push(addressOf(link), { scroll: link.dataset.soft !== "still" }));
    };
    document.addEventListener("click", onClick);
    document.addEventListener("pointerover", onIntent, { passive: true });
    document.addEventListener("focusin", onIntent);
    return () => {
      clearTimeout(rest);
      document.removeEventListener("click", onClick);
      document.removeEventListener("pointerover", onIntent);
      document.removeEventListener("focusin", onIntent);
    };
  }, [router]);
  if (!onItsWay) return null;
  return <div data-noprint="" className="on-its-way fixed inset-x-0 top-0 z-50 h-0.75" />;
}

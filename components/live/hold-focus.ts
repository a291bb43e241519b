/**
 * Remembers what has the focus, for texts that are written anew as a whole. Returns how to give it
 * back to what stands in its place, where the page has taken it away.
 */
export function holdFocus(): () => void {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return () => {};
  const href = focused.getAttribute("href");
  const place = href === null ? -1 : linksTo(href).indexOf(focused);
  return () => {
    const lost = !focused.isConnected && document.activeElement === document.body;
    if (!lost) return;
    const again = focused.id
      ? document.getElementById(focused.id)
      : href === null
        ? null
        : (linksTo(href)[place] ?? null);
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  };
}

function linksTo(href: string): Element[] {
  return [...document.querySelectorAll("a[href]")].filter(
    (link) => link.getAttribute("href") === href,
  );
}

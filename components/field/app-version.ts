type Container = Pick<
  ServiceWorkerContainer,
  "controller" | "addEventListener" | "removeEventListener"
>;

/**
 * Tells when another version of the application has taken over this page, whichever tab asked for it:
 * what the page loads from then on may not fit what it has. The first version that a page gets replaces none.
 *
 * @returns the way to end it
 */
export function watchVersion(container: Container, onReplaced: () => void): () => void {
  let controlled = container.controller !== null;
  const change = () => {
    if (controlled) onReplaced();
    controlled = true;
  };
  container.addEventListener("controllerchange", change);
  return () => container.removeEventListener("controllerchange", change);
}

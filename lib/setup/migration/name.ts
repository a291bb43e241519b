/**
 * The folder of a new migration, `20261124130000_add_visit_notes`, in UTC so that names sort by age
 * wherever they were made. Undefined when the title is not one.
 */
export function migrationName(title: string, now: Date): string | undefined {
  if (!/^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/.test(title)) return undefined;
  const stamp = now.toISOString().replace(/\D/g, "").slice(0, 14);
  return `${stamp}_${title.replaceAll("-", "_")}`;
}

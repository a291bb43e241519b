import { useTranslations } from "next-intl";
import { OWNERSHIPS } from "@/lib/catalogue/model";
import type { EntryListQuery } from "@/lib/catalogue/schema";
import { EntryFilters } from "./entry-filters";

/** Narrows a list of what a centre and all centres have: by type, by owner, by state. */
export function EntryListFilters<Type extends string>({
  action,
  search,
  query,
  type,
}: {
  action: string;
  search: string;
  query: EntryListQuery & { type?: Type | undefined };
  type: { label: string; any: string; options: readonly { value: Type; label: string }[] };
}) {
  const t = useTranslations("catalogue");
  return (
    <EntryFilters
      action={action}
      address={entryListHref(action, query)}
      search={search}
      q={query.q}
      selects={[
        { name: "type", value: query.type, ...type },
        {
          name: "owner",
          label: t("owner"),
          any: t("anyOwner"),
          value: query.owner,
          options: OWNERSHIPS.map((value) => ({ value, label: t(`ownerOf.${value}`) })),
        },
        {
          name: "archived",
          label: t("status"),
          any: t("inUse"),
          value: query.archived,
          options: [{ value: "1", label: t("onlyArchived") }],
        },
      ]}
    />
  );
}

/** The address of such a list. */
export function entryListHref(
  action: string,
  { q, type, owner, archived }: Partial<EntryListQuery> & { type?: string | undefined },
  page = 1,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, type, owner, archived })) {
    if (value) query.set(name, value);
  }
  if (page > 1) query.set("page", String(page));
  const written = query.toString();
  return written ? `${action}?${written}` : action;
}

import "server-only";
import { cache } from "react";
import { db } from "@/lib/platform/db";
import { glance, searchKind } from "@/lib/search/data";
import type { SearchGroup } from "@/lib/search/model";
import { searchScope } from "@/lib/search/policy";
import { type SearchQuery, searchQuerySchema } from "@/lib/search/schema";
import { requireActor } from "@/lib/session/actor";

export interface SearchDto {
  query: SearchQuery;
  groups: SearchGroup[];
}

/** What was found: the first hits of every kind, or a page of one kind. */
export const loadSearch = cache(
  async (searchParams: Record<string, string | string[] | undefined>): Promise<SearchDto> => {
    const scope = searchScope(await requireActor());
    const query = searchQuerySchema.parse(searchParams);
    const groups = query.kind
      ? [await searchKind(db(), scope, query.kind, query.q, query.page)]
      : await glance(db(), scope, query.q);
    return { query, groups };
  },
);

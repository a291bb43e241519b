import type { ReactNode } from "react";
import { Pagination } from "@/components/ui/pagination";
import type { RegionProfile } from "@/lib/host/model";
import type { RegionPages } from "@/lib/host/schema";
import { AwardList } from "./award-list";
import { RegionInnovations } from "./region-innovations";
import { type Managed, UnitList } from "./unit-list";

/** What a region has: innovations and units, and its awards beside them; each a page at a time. */
export function RegionLists({
  profile,
  pages,
  path,
  manage,
  honourable = [],
  office,
  innovationActions,
}: {
  profile: RegionProfile;
  /** Which page of each list is shown. */
  pages: RegionPages;
  /** The region's address. */
  path: string;
  manage: Managed | null;
  honourable?: readonly { id: string; name: string }[];
  office?: boolean;
  innovationActions?: ReactNode;
}) {
  const { units, innovations, awards } = profile;
  const pagination = (list: keyof RegionPages) => (
    <Pagination
      page={profile[list].page}
      pages={profile[list].pages}
      hrefOf={(page) => hrefOf(path, { ...pages, [list]: page })}
    />
  );
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid min-w-0 gap-5">
        <RegionInnovations innovations={innovations} actions={innovationActions} office={office}>
          {pagination("innovations")}
        </RegionInnovations>
        <UnitList units={units} manage={manage} office={office}>
          {pagination("units")}
        </UnitList>
      </div>
      <AwardList awards={awards} manage={manage} honourable={honourable} office={office}>
        {pagination("awards")}
      </AwardList>
    </div>
  );
}

function hrefOf(path: string, pages: RegionPages): string {
  const query = new URLSearchParams();
  for (const [list, page] of Object.entries(pages)) if (page > 1) query.set(list, String(page));
  const written = query.toString();
  return written ? `${path}?${written}` : path;
}

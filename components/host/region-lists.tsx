import type { ReactNode } from "react";
import { Pagination } from "@/components/ui/pagination";
import type { RegionProfile } from "@/lib/host/model";
import type { RegionPages } from "@/lib/host/schema";

/** What a region has: innovations and units, and its awards beside them. */
export function RegionLists({
  innovations,
  units,
  awards,
}: {
  innovations: ReactNode;
  units: ReactNode;
  awards: ReactNode;
}) {
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid min-w-0 gap-5">
        {innovations}
        {units}
      </div>
      {awards}
    </div>
  );
}

/** The pages of one of a region's lists; the others stay where they are. */
export function RegionPagination({
  profile,
  pages,
  path,
  list,
}: {
  profile: RegionProfile;
  /** Which page of each list is shown. */
  pages: RegionPages;
  /** The region's address. */
  path: string;
  list: keyof RegionPages;
}) {
  return (
    <Pagination
      page={profile[list].page}
      pages={profile[list].pages}
      hrefOf={(page) => hrefOf(path, { ...pages, [list]: page })}
    />
  );
}

function hrefOf(path: string, pages: RegionPages): string {
  const query = new URLSearchParams();
  for (const [list, page] of Object.entries(pages)) if (page > 1) query.set(list, String(page));
  const written = query.toString();
  return written ? `${path}?${written}` : path;
}

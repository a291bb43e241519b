import "server-only";
import type { Reader } from "@/lib/platform/db";
import type { SavedViewRow } from "@/lib/saved-view/model";
import type { ViewScope } from "@/lib/saved-view/policy";

type RawView = Omit<SavedViewRow, "can">;

/** The reader's own views and those that others of the centre share, by page and name. One statement. */
export async function listViews(reader: Reader, scope: ViewScope): Promise<SavedViewRow[]> {
  const { centerId, personId, mayShare, mayTidy } = scope;
  const views = await reader.$queryRaw<RawView[]>`
    SELECT v.id, v.page::text AS page, v.name, v.query, v.shared, v.version,
      CASE WHEN v.owner_id <> ${personId}::uuid THEN p.display_name END AS "ownerName"
    FROM saved_views v JOIN people p ON p.id = v.owner_id
    WHERE v.center_id = ${centerId}::uuid AND (v.shared OR v.owner_id = ${personId}::uuid)
    ORDER BY v.page, lower(v.name), v.id`;
  return views.map((view) => {
    const isOwn = view.ownerName === null;
    return {
      ...view,
      can: { change: isOwn && (mayShare || !view.shared), remove: isOwn || mayTidy },
    };
  });
}

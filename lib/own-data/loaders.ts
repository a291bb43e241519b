import "server-only";
import { cache } from "react";
import { findOwnData } from "@/lib/own-data/data";
import { OWN_PAGE_ROWS, type OwnData } from "@/lib/own-data/model";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

/** What Lokus holds about the one who asks; of long sections the latest rows. */
export const loadOwnData = cache(
  async (): Promise<OwnData> => findOwnData(db(), await requireActor(), OWN_PAGE_ROWS),
);

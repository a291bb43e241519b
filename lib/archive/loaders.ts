import "server-only";
import { cache } from "react";
import { listDownloads } from "@/lib/archive/data";
import type { ArchiveDownload } from "@/lib/archive/model";
import { loadOrganizing } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { db } from "@/lib/platform/db";

/** The archive of a cohort, for its organisers, and who took it before. */
export const loadArchive = cache(
  async (cohortId: string): Promise<{ cohort: CohortHeader; downloads: ArchiveDownload[] }> => {
    const { cohort, authorized } = await loadOrganizing(cohortId);
    return { cohort, downloads: await listDownloads(db(), authorized) };
  },
);

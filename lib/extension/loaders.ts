import "server-only";
import { cache } from "react";
import { z } from "zod";
import { loadAssigning, type SearchParams } from "@/lib/cohort/loaders";
import { listExtendable, listExtensions } from "@/lib/extension/data";
import type { ExtensionDesk } from "@/lib/extension/model";
import { db } from "@/lib/platform/db";

const pageSchema = z.coerce.number().int().min(1).max(1_000_000).catch(1);

/** The form with which organisers and facilitators give more time, and what was given before. */
export const loadExtensionDesk = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<ExtensionDesk> => {
    const { cohort, authorized, isStaff } = await loadAssigning(cohortId);
    const [participants, extensions] = await Promise.all([
      listExtendable(db(), authorized),
      listExtensions(db(), authorized, pageSchema.parse(searchParams.page)),
    ]);
    const groups = new Map(
      participants.flatMap(({ groupId, group }) => (groupId && group ? [[groupId, group]] : [])),
    );
    return {
      cohort,
      participants: participants.map(({ id, name, group }) => ({ id, name, group })),
      groups: [...groups].map(([id, name]) => ({ id, name })),
      ...extensions,
      scope: authorized.scope.kind,
      isStaff,
    };
  },
);

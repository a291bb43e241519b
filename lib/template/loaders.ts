import "server-only";
import { cache } from "react";
import { loadOffice } from "@/lib/center/loaders";
import { db } from "@/lib/platform/db";
import { listTemplates } from "@/lib/template/data";
import type { TemplateRow } from "@/lib/template/model";
import { templatesQuerySchema } from "@/lib/template/schema";

export interface TemplatesPage {
  centerId: string;
  templates: TemplateRow[];
  /** What the form begins with, where one is asked for; `row` is null for a wholly new one. */
  form: { as: "new" | "edit" | "copy"; row: TemplateRow | null } | null;
  canOrganize: boolean;
}

/** A centre's templates, and the form for one of them where the address asks for it. */
export const loadTemplates = cache(
  async (
    centerId: string,
    searchParams: Record<string, string | string[] | undefined>,
  ): Promise<TemplatesPage> => {
    const { authorized, can } = await loadOffice(centerId);
    const templates = await listTemplates(db(), authorized);
    const query = templatesQuerySchema.parse(searchParams);
    const row = templates.find(({ id }) => id === (query.edit ?? query.copy)) ?? null;
    const as = query.edit ? "edit" : query.copy ? "copy" : query.new ? "new" : null;
    return {
      centerId,
      templates,
      // What is not there, or is not to be changed by the reader, leads to the list.
      form: can.organize && as && (row || as === "new") ? { as, row } : null,
      canOrganize: can.organize,
    };
  },
);

import type { z } from "zod";
import { type ApiResult, refuseApi } from "@/lib/api/answer";
import { toIssues } from "@/lib/document/issue";

/** The query of an address, read by a schema; the last of a repeated key counts. */
export function queryOf<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): ApiResult<z.output<Schema>> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = schema.safeParse(query);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : refuseApi("invalid", { issues: toIssues(parsed.error, query) });
}

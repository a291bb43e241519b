import type { FieldIssue } from "@/lib/document/issue";
import type { Flaw, FlawDetails } from "@/lib/spreadsheet/sheet";

/** Why a file was not read, as an issue of the field `file`; words stand in `issues`. */
export function flawIssue(flaw: Flaw, details: FlawDetails): FieldIssue {
  const { max, sheet, row, line } = details;
  const params = {
    // Limits in bytes are told in megabytes.
    ...(max === undefined
      ? {}
      : { max: /large$/.test(flaw) ? Math.round(max / (1024 * 1024)) : max }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(row === undefined && line === undefined ? {} : { row: row ?? line ?? 0 }),
  };
  return {
    path: "file",
    code: `file_${flaw}`,
    ...(Object.keys(params).length > 0 ? { params } : {}),
  };
}

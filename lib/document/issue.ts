import type * as z from "zod/mini";

/**
 * One thing wrong with one field. `path` is dot-joined, items by index (`scores.2.note`), empty for
 * the whole; `code` is a key of the message namespace `issues`, `params` fill that message.
 */
export type FieldIssue = {
  path: string;
  code: string;
  params?: Record<string, string | number>;
};

/**
 * What a check of a document found. `issues` refuse it, `warnings` never do. `document` is the
 * normalised document wherever its shape could be read at all.
 */
export type DocumentCheck<Document> = {
  document: Document | null;
  issues: FieldIssue[];
  warnings: FieldIssue[];
};

/** A Zod issue that carries our own code, as `refuse` in fields.ts makes it. */
type CodedParams = { code: string } & Record<string, unknown>;

/**
 * Zod's issues in our codes, in the order found, each once.
 *
 * @param input what was parsed; with it, a value that is not there is told from a value of the
 *   wrong type, which Zod's own issue does not say
 */
export function toIssues(
  error: { issues: readonly z.core.$ZodIssue[] },
  input?: unknown,
): FieldIssue[] {
  const seen = new Set<string>();
  const issues: FieldIssue[] = [];
  for (const issue of error.issues) {
    const path = issue.path.map(String).join(".");
    for (const found of translate(issue, path, input)) {
      const key = JSON.stringify(found);
      if (seen.has(key)) continue;
      seen.add(key);
      issues.push(found);
    }
  }
  return issues;
}

function translate(issue: z.core.$ZodIssue, path: string, input: unknown): FieldIssue[] {
  switch (issue.code) {
    case "custom": {
      const coded = codedParams(issue.params);
      return [coded ? withParams(path, coded) : { path, code: "invalid" }];
    }
    case "invalid_type":
      return [{ path, code: isMissing(input, issue.path) ? "required" : "invalid_type" }];
    case "too_small":
      if (issue.origin === "string") {
        const min = Number(issue.minimum);
        if (min === 1) return [{ path, code: "required" }];
        return [{ path, code: "too_short", params: { min } }];
      }
      if (issue.origin === "array" || issue.origin === "set") {
        return [{ path, code: "too_few", params: { min: Number(issue.minimum) } }];
      }
      return [{ path, code: "too_small", params: { min: Number(issue.minimum) } }];
    case "too_big":
      if (issue.origin === "string") {
        return [{ path, code: "too_long", params: { max: Number(issue.maximum) } }];
      }
      if (issue.origin === "array" || issue.origin === "set") {
        return [{ path, code: "too_many", params: { max: Number(issue.maximum) } }];
      }
      return [{ path, code: "too_big", params: { max: Number(issue.maximum) } }];
    case "not_multiple_of":
      return [{ path, code: "not_a_step", params: { step: Number(issue.divisor) } }];
    case "invalid_value":
    case "invalid_union":
      return [{ path, code: "invalid_choice" }];
    case "invalid_format":
      return [{ path, code: FORMAT_CODES[issue.format] ?? "invalid_format" }];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: path === "" ? key : `${path}.${key}`,
        code: "unknown_field",
      }));
    default:
      return [{ path, code: "invalid" }];
  }
}

const FORMAT_CODES: Partial<Record<string, string>> = {
  email: "invalid_email",
  url: "invalid_link",
  date: "invalid_date",
  datetime: "invalid_date",
  uuid: "invalid_id",
  guid: "invalid_id",
};

function isMissing(input: unknown, path: PropertyKey[]): boolean {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return false;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value === null || (value === undefined && input !== undefined);
}

function codedParams(params: Record<string, unknown> | undefined): CodedParams | null {
  return typeof params?.code === "string" ? (params as CodedParams) : null;
}

function withParams(path: string, { code, ...rest }: CodedParams): FieldIssue {
  const params: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(rest)) {
    if (typeof value === "string" || typeof value === "number") params[key] = value;
  }
  return Object.keys(params).length > 0 ? { path, code, params } : { path, code };
}

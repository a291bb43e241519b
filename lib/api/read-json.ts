import "server-only";
import { type JSONVisitor, visit } from "jsonc-parser";
import { type ApiResult, refuseApi } from "@/lib/api/answer";
import { readBytes } from "@/lib/api/read-bytes";

/** Bytes that one request may carry: a hundred ordinary drafts, or the four longest documents. */
export const MAX_BODY_BYTES = 1_048_576;

/** Levels of nesting; the deepest document has seven. */
const MAX_DEPTH = 32;

/**
 * Reads a JSON body. Stops reading where it becomes too long, and refuses what two readers could
 * read differently: bytes that are not UTF-8, and an object with the same key twice.
 */
export async function readJson(request: Request): Promise<ApiResult<unknown>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    return refuseApi("unsupported_type", { details: { expected: "application/json" } });
  }
  const bytes = await readBytes(request, MAX_BODY_BYTES);
  if (!bytes) return refuseApi("too_large", { details: { maxBytes: MAX_BODY_BYTES } });
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const flaw = findFlaw(text);
    if (flaw) return refuseApi("malformed", { details: flaw });
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refuseApi("malformed");
  }
}

/** Thrown out of the visitor, which has no other way to stop: a deeper text would end the stack. */
class Flaw extends Error {
  constructor(readonly details: { cause: string; offset: number }) {
    super(details.cause);
  }
}

/** What `JSON.parse` would accept in silence. Syntax is left to it. */
function findFlaw(text: string): { cause: string; offset: number } | null {
  const open: (Set<string> | null)[] = [];
  const begin = (isObject: boolean) => (offset: number) => {
    open.push(isObject ? new Set() : null);
    if (open.length > MAX_DEPTH) throw new Flaw({ cause: "too_deep", offset });
  };
  const end = () => {
    open.pop();
  };
  const visitor: JSONVisitor = {
    onObjectBegin: begin(true),
    onArrayBegin: begin(false),
    onObjectProperty(key, offset) {
      const keys = open.at(-1);
      if (keys?.has(key)) throw new Flaw({ cause: "duplicate_key", offset });
      keys?.add(key);
    },
    onObjectEnd: end,
    onArrayEnd: end,
  };
  try {
    visit(text, visitor, { disallowComments: true });
    return null;
  } catch (error) {
    if (error instanceof Flaw) return error.details;
    throw error;
  }
}

/**
 * Long texts that a page which is opened anew need not send twice.
 *
 * What a server component hands to React is sent as HTML and once more as the data from which the
 * browser takes the page over. A text of a hundred kilobytes is left out of the data: it waits in
 * the scope of its request while the HTML is made, and the browser reads it off the page. Whoever
 * comes by the client's router gets no HTML, and so the text in the data.
 *
 * Runs where React makes HTML too, which may not import what is for the server alone: the scope is
 * reached by the name that `lib/platform/request.ts` gave it.
 */

type Scope = { readonly opensPage?: boolean; pageTexts?: string[] };
type Scopes = { getStore(): Scope | undefined };

function scope(): Scope | undefined {
  const holder = globalThis as unknown as Record<symbol, Scopes | undefined>;
  return holder[Symbol.for("lokus.requests")]?.getStore();
}

/** Shorter ones are not worth it. Characters. */
const LEAST = 2000;

/** Lays a text by for the HTML of this answer; null where it has to travel as data. */
export function layBy(text: string): number | null {
  const request = scope();
  if (!request?.opensPage || text.length < LEAST) return null;
  request.pageTexts ??= [];
  return request.pageTexts.push(text) - 1;
}

/** A text that was laid by in this request; undefined in the browser. */
export function laidBy(place: number): string | undefined {
  return scope()?.pageTexts?.[place];
}

import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { processWide } from "@/lib/platform/process-wide";

/** What is known of the HTTP request that is being answered. */
export interface RequestScope {
  /** Names the request in logs, and is answered as `x-request-id`. */
  readonly id: string;
  /** The sender's address, as far as it can be trusted (lib/platform/client-address.ts). */
  readonly address: string;
  /** What is asked for, with its query. */
  readonly path?: string;
  /** A browser opens the page anew and gets HTML; otherwise the client's router asks for data. */
  readonly opensPage?: boolean;
  /** Texts that stand in the HTML of this answer alone (lib/platform/page-text.ts). */
  pageTexts?: string[];
  /** Who asks, once that is known. */
  actorId?: string;
}

const scopes = processWide("requests", () => new AsyncLocalStorage<RequestScope>());

/** The request on whose behalf this code runs; none in scripts and tests. */
export function currentRequest(): RequestScope | undefined {
  return scopes.getStore();
}

/** Runs work on behalf of a request. */
export function inRequest<T>(scope: RequestScope, work: () => T): T {
  return scopes.run(scope, work);
}

/** From here on, whatever this piece of work starts runs on behalf of the request. */
export function enterRequest(scope: RequestScope): void {
  scopes.enterWith(scope);
}

/** Notes who asks, for every later line of the log. */
export function noteActor(actorId: string): void {
  const scope = scopes.getStore();
  if (scope) scope.actorId = actorId;
}

import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddress } from "@/lib/platform/client-address";
import { reportRequest } from "@/lib/platform/report";
import { enterRequest } from "@/lib/platform/request";
import { routeName } from "@/lib/platform/route-name";

/** A request id that somebody else may choose: it is copied into logs and into the answer. */
const ACCEPTABLE_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The id that a proxy gave the request, when it looks like one; else a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === "string" && ACCEPTABLE_ID.test(given) ? given : crypto.randomUUID();
}

/**
 * Gives every HTTP request of this process, pages, actions, endpoints and files alike, its id and
 * its scope, and reports its answer.
 *
 * Node itself announces requests before any handler sees them; Next has no place that all pass
 * (`proxy.ts` may not share memory with pages).
 *
 * @see https://nodejs.org/api/diagnostics_channel.html#http
 */
export function watchRequests(trustedProxies: number): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const started = performance.now();
    const id = requestId(request.headers["x-request-id"]);
    response.setHeader("x-request-id", id);
    enterRequest({
      id,
      address: clientAddress(
        request.socket.remoteAddress,
        request.headers["x-forwarded-for"],
        trustedProxies,
      ),
      path: request.url,
      // Next's router asks with this header; a page is opened without it.
      opensPage: request.method === "GET" && request.headers.rsc === undefined,
    });
    const { method = "", url = "" } = request;
    response.once("finish", () =>
      reportRequest({
        method: METHODS.has(method) ? method : "OTHER",
        route: routeName(url),
        status: response.statusCode,
        ms: performance.now() - started,
      }),
    );
  });
}

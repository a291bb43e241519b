import "server-only";
import { type ApiRefusal, refusalResponse, refuseApi, refuseFailure } from "@/lib/api/answer";
import type { Actor } from "@/lib/platform/actor";
import { appContext, type Context } from "@/lib/platform/context";
import { env } from "@/lib/platform/env";
import { currentActor } from "@/lib/session/actor";

interface Call<Params> {
  request: Request;
  params: Params;
  actor: Actor;
  ctx: Context;
}

/**
 * A route for a signed-in person. Whoever is not signed in gets 401, a page of another site 403, and
 * a failure of ours an answer without internals.
 */
export function defineRoute<Params = object>(
  answer: (call: Call<Params>) => Promise<Response | ApiRefusal>,
) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      if (isCrossSite(request)) return refusalResponse(refuseApi("cross_site"));
      const actor = await currentActor();
      if (!actor) return refusalResponse(refuseApi("signed_out"));
      if (actor.noticePending) return refusalResponse(refuseApi("notice_pending"));
      const answered = await answer({ request, params: await params, actor, ctx: appContext() });
      return answered instanceof Response ? answered : refusalResponse(answered);
    } catch (error) {
      return refusalResponse(refuseFailure(error));
    }
  };
}

/**
 * Whether a browser sent this for a page of another site. Browsers say so themselves, in a header
 * that scripts cannot set; those too old for it send Origin with every POST. A program that sends
 * neither carries no cookies that somebody else's page could use.
 */
export function isCrossSite(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = request.headers.get("origin");
  return origin !== null && origin !== new URL(env().APP_URL).origin && !isOwnHost(request, origin);
}

/** The same host by another of its names (localhost and 127.0.0.1). */
function isOwnHost(request: Request, origin: string): boolean {
  try {
    return new URL(origin).host === request.headers.get("host");
  } catch {
    return false;
  }
}

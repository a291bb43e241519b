import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { refusalResponse, refuseApi } from "@/lib/api/answer";
import { env } from "@/lib/platform/env";
import { authOptions } from "@/lib/session/auth";
import { takeIntent } from "@/lib/session/intent";
import { failedEntrance } from "@/lib/session/return-path";
import { SSO, ssoName } from "@/lib/session/sso";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/**
 * What of next-auth is used. Its own pages would show where ours belong, its log takes lines from
 * anybody, and some of its addresses answer a slip with 500.
 */
const USED = {
  GET: ["csrf", "providers", "session", "signin", "error"],
  POST: ["callback/credentials", "signin/credentials", "signout"],
} as const satisfies Record<string, string[]>;

/** With an identity provider: the way there, and the way back. */
const USED_WITH_SSO = { GET: [`callback/${SSO}`], POST: [`signin/${SSO}`] };

function answer(method: keyof typeof USED) {
  return async (request: NextRequest, context: RouteContext): Promise<Response> => {
    const { nextauth } = await context.params;
    const used: readonly string[] = [
      ...USED[method],
      ...(ssoName() === null ? [] : USED_WITH_SSO[method]),
    ];
    if (!used.includes(nextauth.join("/"))) return refusalResponse(refuseApi("not_found"));
    // Its forms, as next-auth's own client sends them; JSON it would read without a net.
    const type = request.headers.get("content-type") ?? "";
    if (method === "POST" && !type.startsWith("application/x-www-form-urlencoded")) {
      return refusalResponse(refuseApi("unsupported_type"));
    }
    const response: Response = await NextAuth(
      request as never,
      context as never,
      authOptions(takeIntent),
    );
    if (method === "GET") keepWayBack(request, response);
    return response;
  };
}

/** Whoever failed at the identity provider is still on the way to the page that they asked for. */
function keepWayBack(request: NextRequest, response: Response): void {
  const location = response.headers.get("location");
  const home = env().APP_URL;
  const prefix = home.startsWith("https:") ? "__Secure-" : "";
  const wanted = request.cookies.get(`${prefix}next-auth.callback-url`)?.value;
  const door = location && failedEntrance(location, wanted, home);
  if (door) response.headers.set("location", door);
}

export const GET = answer("GET");
export const POST = answer("POST");

import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { refusalResponse, refuseApi } from "@/lib/api/answer";
import { authOptions } from "@/lib/session/auth";

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/**
 * What of next-auth is used. Its own pages would show where ours belong, its log takes lines from
 * anybody, and some of its addresses answer a slip with 500.
 */
const USED = {
  GET: ["csrf", "providers", "session", "signin", "error"],
  POST: ["callback/credentials", "signin/credentials", "signout"],
} as const satisfies Record<string, string[]>;

function answer(method: keyof typeof USED) {
  return async (request: NextRequest, context: RouteContext): Promise<Response> => {
    const { nextauth } = await context.params;
    const used: readonly string[] = USED[method];
    if (!used.includes(nextauth.join("/"))) return refusalResponse(refuseApi("not_found"));
    // Its forms, as next-auth's own client sends them; JSON it would read without a net.
    const type = request.headers.get("content-type") ?? "";
    if (method === "POST" && !type.startsWith("application/x-www-form-urlencoded")) {
      return refusalResponse(refuseApi("unsupported_type"));
    }
    return NextAuth(request as never, context as never, authOptions());
  };
}

export const GET = answer("GET");
export const POST = answer("POST");

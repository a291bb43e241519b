import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/platform/csp";

/**
 * Gives each page its Content-Security-Policy, and keeps addresses that nobody can decode from the
 * router, which fails on them. Nothing else belongs here: who may see what is decided on the row, in
 * loaders and mutations, where it cannot be walked around.
 */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const isReadable = canDecode(pathname);
  if (pathname.startsWith("/api/")) {
    // As every address under /api that there is not; no handler there could read this one.
    if (isReadable) return NextResponse.next();
    return NextResponse.json({ ok: false, reason: "not_found" }, { status: 404 });
  }
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  // Behind a reverse proxy the request itself is plain; the header only ever adds strictness.
  const secure =
    request.nextUrl.protocol === "https:" || request.headers.get("x-forwarded-proto") === "https";
  const policy = contentSecurityPolicy({
    nonce,
    development: process.env.NODE_ENV === "development",
    secure,
  });

  const headers = new Headers(request.headers);
  // Next reads the nonce out of the request's policy and puts it on the scripts it writes.
  headers.set("Content-Security-Policy", policy);

  const response = isReadable
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(new URL("/nowhere", request.url), { request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

/** Whether the percent signs of a path stand for text: `%E0%A4%A` and half a surrogate do not. */
function canDecode(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

export const config = {
  // Everything but machine answers (their policy is fixed, in next.config.js) and the build's files.
  // What ends like a file may still be a page, and what is fetched ahead is shown later.
  matcher: [
    "/((?!api/|_next/static/|_next/image).*)",
    // Of machine addresses those that must be decoded; none of ours has to be.
    "/api/(.*%.*)",
  ],
};

import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/platform/csp";

/**
 * Gives each page its Content-Security-Policy. Nothing else belongs here: who may see what is
 * decided on the row, in loaders and mutations, where it cannot be walked around.
 */
export function proxy(request: NextRequest) {
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

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  return response;
}

export const config = {
  // Everything but machine answers (their policy is fixed, in next.config.js) and the build's files.
  // What ends like a file may still be a page, and what is fetched ahead is shown later.
  matcher: "/((?!api/|_next/static/|_next/image).*)",
};

import { connection } from "next/server";
import { env } from "@/lib/platform/env";
import { metrics, serverMetrics } from "@/lib/platform/metrics";
import { bearerTokenMatches } from "@/lib/platform/secret";

/** The server's metrics for Prometheus. Without METRICS_TOKEN there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  await connection();
  const { METRICS_TOKEN: token } = env();
  if (!token) return new Response(null, { status: 404 });
  if (!bearerTokenMatches(request.headers.get("authorization"), token)) {
    return new Response(null, { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
  }
  return new Response(await serverMetrics(), {
    headers: { "Content-Type": metrics().registry.contentType, "Cache-Control": "no-store" },
  });
}

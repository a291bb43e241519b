import { connection } from "next/server";
import { jsonResponse } from "@/lib/api/answer";
import { readHealth } from "@/lib/api/health";
import { appContext } from "@/lib/platform/context";

/** For load balancers and monitors: 200 when all is well, 503 when the database does not answer. */
export async function GET() {
  await connection();
  const health = await readHealth(appContext().db);
  return jsonResponse(health, health.status === "ok" ? 200 : 503);
}

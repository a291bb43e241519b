/**
 * Every address that the application answers, as a pattern. A closed list, held to `app/` by a test:
 * logs and metrics name these, because an address itself may be anything that anybody types, and
 * some carry a token.
 */
export const ROUTES = [
  "/",
  "/account",
  "/account/data",
  "/admin",
  "/api/calendar/[token]",
  "/api/cohorts/[cohortId]/agenda",
  "/api/cohorts/[cohortId]/attendance",
  "/api/sessions/[sessionId]/code",
  "/attend/[sessionId]/[token]",
  "/attendance/[sessionId]",
  "/attendance/[sessionId]/screen",
  "/visit",
  "/wishes/[cohortId]",
  "/api/account/data",
  "/api/[...nowhere]",
  "/api/assignments",
  "/api/assignments/[assignmentId]",
  "/api/auth/[...nextauth]",
  "/api/cohorts/[cohortId]/allocation",
  "/api/cohorts/[cohortId]/archive",
  "/api/cohorts/[cohortId]/roster",
  "/api/commands",
  "/api/field",
  "/api/field/key",
  "/api/files/[address]",
  "/api/health",
  "/api/metrics",
  "/api/office/[centerId]/audit",
  "/api/office/[centerId]/catalogue/[list]",
  "/api/openapi.json",
  "/api/roster-template",
  "/api/search",
  "/api/uploads",
  "/api/uploads/[uploadId]",
  "/cohorts",
  "/cohorts/[cohortId]",
  "/cohorts/[cohortId]/analysis",
  "/cohorts/[cohortId]/archive",
  "/cohorts/[cohortId]/allocation",
  "/cohorts/[cohortId]/assign",
  "/cohorts/[cohortId]/extend",
  "/cohorts/[cohortId]/obstacles",
  "/cohorts/[cohortId]/roster",
  "/cohorts/[cohortId]/roster/[enrolmentId]",
  "/cohorts/[cohortId]/roster/import",
  "/cohorts/[cohortId]/setup",
  "/cohorts/[cohortId]/people",
  "/cohorts/[cohortId]/visit",
  "/cohorts/[cohortId]/work",
  "/cohorts/new",
  "/field/[locale]",
  "/help",
  "/hosts/[hostId]",
  "/forgot-password",
  "/innovations",
  "/innovations/[innovationId]",
  "/office",
  "/office/[centerId]",
  "/office/[centerId]/audit",
  "/office/[centerId]/rubrics",
  "/office/[centerId]/rubrics/[rubricId]",
  "/office/[centerId]/rubrics/[rubricId]/edit",
  "/office/[centerId]/rubrics/compare",
  "/office/[centerId]/rubrics/new",
  "/office/[centerId]/mail",
  "/office/[centerId]/people",
  "/office/[centerId]/people/[personId]",
  "/office/[centerId]/people/[personId]/merge",
  "/office/[centerId]/privacy",
  "/privacy",
  "/office/[centerId]/agencies",
  "/office/[centerId]/agencies/[agencyId]",
  "/office/[centerId]/awards",
  "/office/[centerId]/units",
  "/awards/[awardId]",
  "/units/[unitId]",
  "/office/[centerId]/hosts",
  "/office/[centerId]/hosts/[hostId]",
  "/office/[centerId]/innovations/[innovationId]/edit",
  "/office/[centerId]/import/[list]",
  "/office/[centerId]/innovations/new",
  "/notifications",
  "/reviews",
  "/reviews/[assignmentId]/[stage]",
  "/reviews/[assignmentId]/chain",
  "/search",
  "/confirm-email/[token]",
  "/join/[token]",
  "/set-password/[token]",
  "/sign-in",
  "/tasks",
  "/tasks/[assignmentId]",
  "/tasks/[assignmentId]/[stage]",
  "/tasks/[assignmentId]/chain",
] as const;

const PATTERNS = ROUTES.map((route) => ({
  route,
  // A fixed segment is more than a variable one.
  variables: route.split("[").length,
  pattern: new RegExp(`^${route.replace(/\[\.\.\.\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/]+")}/?$`),
  // Of two that end in anything, the one that says more before it.
  catchesAll: route.includes("[..."),
  depth: route.split("/").length,
})).sort(
  (a, b) =>
    Number(a.catchesAll) - Number(b.catchesAll) || a.variables - b.variables || b.depth - a.depth,
);

/** The pattern of an address; `file` for files of the build, `other` for what is neither. */
export function routeName(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  if (/^\/_next\/|\.[a-z0-9]{2,12}$/.test(path)) {
    const named = PATTERNS.find(({ route }) => route === path);
    return named?.route ?? "file";
  }
  return PATTERNS.find(({ pattern }) => pattern.test(path))?.route ?? "other";
}

/** What a page can be told of: that something has changed, never what. */

/** As the database says them (migration `live_changes`). Each names a cohort, unless it says otherwise. */
const KINDS = [
  "work",
  "people",
  "visit",
  "attendance",
  "devices",
  "cohort",
  "grades",
  /** Names the enrolment of a facilitator. */
  "queue",
  /** Names somebody whose rights, session or notifications changed. */
  "person",
  /** Names somebody who has signed out in one of their browsers. */
  "session",
] as const;
type Kind = (typeof KINDS)[number];

/** The catalogue of whatever centre: its names are shown in every cohort. */
const CATALOGUE = "catalogue *";

const TOPIC = new RegExp(`^(?:${KINDS.join("|")}) [\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}$`);

/** Whether the database could have said it; anybody who may connect can notify. */
export function isTopic(text: string): boolean {
  return text === CATALOGUE || TOPIC.test(text);
}

const topic = (kind: Kind, id: string) => `${kind} ${id}`;

export const personTopic = (personId: string) => topic("person", personId);
export const sessionTopic = (personId: string) => topic("session", personId);

/** All that the dashboards of a cohort are read from. */
export function dashboardTopics(cohortId: string): string[] {
  const kinds: Kind[] = ["work", "people", "visit", "devices", "cohort"];
  return [...kinds.map((kind) => topic(kind, cohortId)), CATALOGUE];
}

/** All that the grades of a cohort are read from. */
export function gradesTopics(cohortId: string): string[] {
  const kinds: Kind[] = ["grades", "work", "people", "cohort"];
  return [...kinds.map((kind) => topic(kind, cohortId)), CATALOGUE];
}

/** All that the sheets of attendance of a cohort are read from. */
export function attendanceTopics(cohortId: string): string[] {
  return (["attendance", "people", "visit"] as const).map((kind) => topic(kind, cohortId));
}

/** All that the queue of a reviewer is read from, who facilitates by these enrolments. */
export function queueTopics(facilitatorIds: readonly string[]): string[] {
  return facilitatorIds.map((id) => topic("queue", id));
}

/** What of a cohort somebody looks at. */
export const LIVE_VIEWS = ["dashboard", "attendance", "grades"] as const;
export type LiveView = (typeof LIVE_VIEWS)[number];

/** Where a page of a cohort hears of changes. */
export function cohortStream(cohortId: string, view: LiveView = "dashboard"): string {
  const path = `/api/cohorts/${cohortId}/live`;
  return view === "dashboard" ? path : `${path}?of=${view}`;
}

/** Where the review queue does. */
export const QUEUE_STREAM = "/api/reviews/live";

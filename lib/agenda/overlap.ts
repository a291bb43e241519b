import type { AgendaSession } from "@/lib/agenda/model";
import type { FieldIssue } from "@/lib/document/issue";

/** What two sessions need to be compared. */
export type Timed = Pick<
  AgendaSession,
  "id" | "title" | "day" | "startsMinute" | "endsMinute" | "forAll" | "groups" | "speakers"
>;

/** Do they take place at the same time? One that begins as the other ends does not. */
export function meetsInTime(a: Timed, b: Timed): boolean {
  return a.day === b.day && a.startsMinute < b.endsMinute && b.startsMinute < a.endsMinute;
}

/** Is somebody expected in both? A session for all has everybody of every group. */
function shareGroup(a: Timed, b: Timed): boolean {
  if (a.forAll || b.forAll) return true;
  return a.groups.some(({ id }) => b.groups.some((other) => other.id === id));
}

/** The same name however it is spaced or written large. */
function sameSpeaker(a: string, b: string): boolean {
  const plain = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();
  return plain(a) === plain(b);
}

/**
 * What is wrong with a session in its visit and beside the others: a day outside the visit, an end
 * that does not come after the start, and a group that would have to be in two places.
 */
export function sessionIssues(
  session: Timed,
  visit: { startsOn: string; endsOn: string },
  others: readonly Timed[],
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (session.day < visit.startsOn || session.day > visit.endsOn) {
    issues.push({
      path: "day",
      code: "outside_visit",
      params: { from: visit.startsOn, to: visit.endsOn },
    });
  }
  if (session.endsMinute <= session.startsMinute) {
    issues.push({ path: "ends", code: "session_ends_before_start" });
    return issues;
  }
  const clash = others.find(
    (other) => other.id !== session.id && meetsInTime(session, other) && shareGroup(session, other),
  );
  if (clash) {
    issues.push({ path: "starts", code: "session_overlaps", params: { title: clash.title } });
  }
  return issues;
}

/**
 * Sessions in which a speaker is expected while they speak elsewhere, by session. It is said and not
 * refused: two people may share a name, and a speaker may come for a part.
 */
export function speakerClashes(
  sessions: readonly Timed[],
): Map<string, { speaker: string; title: string }[]> {
  const clashes = new Map<string, { speaker: string; title: string }[]>();
  for (const session of sessions) {
    const found = sessions
      .filter((other) => other.id !== session.id && meetsInTime(session, other))
      .flatMap((other) =>
        session.speakers
          .filter(({ name }) => other.speakers.some((speaker) => sameSpeaker(speaker.name, name)))
          .map(({ name }) => ({ speaker: name, title: other.title })),
      );
    if (found.length > 0) clashes.set(session.id, found);
  }
  return clashes;
}

import type { FileMove, FilePlan, FileRow } from "@/lib/allocation/model";
import { type Move, problemOf, type Standing } from "@/lib/allocation/planning";
import type { FieldIssue } from "@/lib/document/issue";
import { nameKey } from "@/lib/roster/matching";

/**
 * What carrying out a file would do, given what stands. Pure: the same rows and the same standing give the
 * same plan, in the preview and in the import. A row without a place leaves its participant as they are;
 * whoever is not in the file stays so too. All rows are held to what the balancer is held to.
 */
export function planFile(
  standing: Standing,
  rows: readonly FileRow[],
): { plan: FilePlan; moves: Move[] } {
  const weights = { wishes: 0, spread: 0, load: 0 };
  const problem = problemOf(standing, { weights, seed: 0 });
  const planned = rows.map((row): FileMove => {
    const issues = [...row.issues];
    const found = row.issues.length > 0 ? null : findPerson(standing, row);
    if (found && "code" in found) issues.push(found);
    const at = found && "at" in found ? found.at : null;
    const place = row.issues.length > 0 ? null : placeOf(standing, row.place);
    if (place === undefined) {
      issues.push({ path: "place", code: "unknown_place" });
    } else if (at !== null && place !== null) {
      const person = standing.people[at];
      const candidate = problem.people[at];
      const isHeld =
        candidate?.fixed.some((one) => one.place === place) || candidate?.present === place;
      const keeps = person && (person.held.length > 1 || person.held.some(({ begun }) => begun));
      if (!isHeld && person?.leads) issues.push({ path: "place", code: "leads_group" });
      else if (!isHeld && keeps) issues.push({ path: "place", code: "work_begun" });
      else if (!isHeld && candidate?.conflicts.includes(place)) {
        issues.push({ path: "place", code: "interest_conflict" });
      }
    }
    return { row: row.row, name: row.name, person: at, place: place ?? null, issues };
  });
  refuseDoubles(planned);
  refuseOverfull(standing, planned);
  const moves = planned.flatMap((row): Move[] => {
    const move = moveOf(standing, row);
    return move && row.issues.length === 0 ? [move] : [];
  });
  const faulty = planned.filter(({ issues }) => issues.length > 0).length;
  return { plan: { rows: planned, moves: moves.length, faulty }, moves };
}

function findPerson(standing: Standing, row: FileRow): { at: number } | FieldIssue {
  const key = nameKey(row.name);
  const alike = [...standing.people.entries()].filter(([, { name }]) => nameKey(name) === key);
  if (row.number !== "") {
    const numbered = alike.find(([, { number }]) => String(number) === row.number);
    // A number that belongs to another name is a slip of one of the two.
    return numbered ? { at: numbered[0] } : { path: "name", code: "unknown_person" };
  }
  const [found, ...others] = alike;
  if (!found) return { path: "name", code: "unknown_person" };
  return others.length === 0 ? { at: found[0] } : { path: "name", code: "name_ambiguous" };
}

/** Null where none is written; undefined where nothing is called so. */
function placeOf({ places }: Standing, text: string): number | null | undefined {
  if (text === "") return null;
  const key = nameKey(text);
  const found = [...places.entries()].filter(
    ([, { label, name }]) => nameKey(label) === key || nameKey(name) === key,
  );
  return found.length === 1 ? found[0]?.[0] : undefined;
}

function refuseDoubles(rows: readonly FileMove[]): void {
  const seen = new Map<number, FileMove>();
  for (const row of rows) {
    if (row.person === null) continue;
    const other = seen.get(row.person);
    if (!other) {
      seen.set(row.person, row);
      continue;
    }
    row.issues.push({ path: "name", code: "duplicate_person", params: { row: other.row } });
    if (!other.issues.some(({ code }) => code === "duplicate_person")) {
      other.issues.push({ path: "name", code: "duplicate_person", params: { row: row.row } });
    }
  }
}

function moveOf(standing: Standing, { person: at, place }: FileMove): Move | null {
  const person = at === null ? undefined : standing.people[at];
  const to = place === null ? undefined : standing.places[place]?.id;
  if (!person || to === undefined) return null;
  if (person.held.some(({ placeId }) => placeId === to)) return null;
  const [held] = person.held;
  const from = held ? { placeId: held.placeId, assignmentId: held.assignmentId } : null;
  return { enrolmentId: person.id, from, to };
}

/** Whoever would come to a place that then has more than it takes. */
function refuseOverfull(standing: Standing, rows: readonly FileMove[]): void {
  const load = new Map<string, number>();
  const add = (placeId: string, count: number) =>
    load.set(placeId, (load.get(placeId) ?? 0) + count);
  for (const { held } of standing.people) for (const { placeId } of held) add(placeId, 1);
  const coming = rows.flatMap((row) => {
    const move = row.issues.length === 0 ? moveOf(standing, row) : null;
    return move ? [{ row, move }] : [];
  });
  for (const { move } of coming) {
    if (move.from) add(move.from.placeId, -1);
    add(move.to, 1);
  }
  for (const { row, move } of coming) {
    const max = standing.places.find(({ id }) => id === move.to)?.capacity ?? null;
    if (max !== null && (load.get(move.to) ?? 0) > max) {
      row.issues.push({ path: "place", code: "place_full", params: { max } });
    }
  }
}

import type { CriterionContent, RubricContent } from "@/lib/rubric/model";

/** What of a criterion is compared, in the order in which it is shown. */
export const CRITERION_ASPECTS = [
  "label",
  "definition",
  "weight",
  "reverse",
  "mandatory",
  "levels",
  "place",
] as const;
export type CriterionAspect = (typeof CRITERION_ASPECTS)[number];

/** A value of the scale with what it means in either version; empty where it is not said. */
export interface LevelPair {
  value: number;
  left: { id: string; en: string };
  right: { id: string; en: string };
  changed: boolean;
}

/** One criterion of two versions. It is in the left one only, in the right one only, or in both. */
export interface CriterionPair {
  code: string;
  status: "removed" | "added" | "changed" | "same";
  left: CriterionContent | null;
  right: CriterionContent | null;
  changed: CriterionAspect[];
  levels: LevelPair[];
}

export interface RubricDifference {
  scaleChanged: boolean;
  pairs: CriterionPair[];
  counts: Record<CriterionPair["status"], number>;
}

/**
 * Two versions side by side. Criteria are matched by their code, which they keep from version to
 * version; the order is that of the right version, with what it has no more where it used to stand.
 * A criterion has changed its place when the criteria that both have stand in another order there.
 */
export function compareRubrics(left: RubricContent, right: RubricContent): RubricDifference {
  const leftBy = new Map(left.criteria.map((criterion) => [criterion.code, criterion]));
  const rightBy = new Map(right.criteria.map((criterion) => [criterion.code, criterion]));
  const moved = movedCodes(
    left.criteria.map(({ code }) => code).filter((code) => rightBy.has(code)),
    right.criteria.map(({ code }) => code).filter((code) => leftBy.has(code)),
  );
  const codes = right.criteria.map(({ code }) => code);
  left.criteria.forEach(({ code }, index) => {
    if (rightBy.has(code)) return;
    const before = left.criteria[index - 1]?.code;
    codes.splice(before === undefined ? 0 : codes.indexOf(before) + 1, 0, code);
  });
  const pairs = codes.map((code) =>
    pairOf(code, leftBy.get(code) ?? null, rightBy.get(code) ?? null, moved.has(code)),
  );
  const counts = { removed: 0, added: 0, changed: 0, same: 0 };
  for (const { status } of pairs) counts[status] += 1;
  return { scaleChanged: left.scaleKind !== right.scaleKind, pairs, counts };
}

function pairOf(
  code: string,
  left: CriterionContent | null,
  right: CriterionContent | null,
  moved: boolean,
): CriterionPair {
  const levels = levelPairs(left, right);
  if (!left || !right) {
    return { code, status: left ? "removed" : "added", left, right, changed: [], levels };
  }
  const differs: Record<CriterionAspect, boolean> = {
    label: left.labelId !== right.labelId || left.labelEn !== right.labelEn,
    definition:
      left.definitionId !== right.definitionId || left.definitionEn !== right.definitionEn,
    weight: left.weight !== right.weight,
    reverse: left.reverse !== right.reverse,
    mandatory: left.mandatory !== right.mandatory,
    levels: levels.some((level) => level.changed),
    place: moved,
  };
  const changed = CRITERION_ASPECTS.filter((aspect) => differs[aspect]);
  return { code, status: changed.length > 0 ? "changed" : "same", left, right, changed, levels };
}

const NOTHING = { id: "", en: "" };

function levelPairs(left: CriterionContent | null, right: CriterionContent | null): LevelPair[] {
  const texts = (criterion: CriterionContent | null) =>
    new Map(
      (criterion?.levels ?? []).map(({ value, labelId, labelEn }) => [
        value,
        { id: labelId, en: labelEn },
      ]),
    );
  const [before, after] = [texts(left), texts(right)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort((a, b) => a - b)
    .map((value) => {
      const pair = { left: before.get(value) ?? NOTHING, right: after.get(value) ?? NOTHING };
      const changed = pair.left.id !== pair.right.id || pair.left.en !== pair.right.en;
      return { value, ...pair, changed: changed && left !== null && right !== null };
    });
}

/** Of two orders of the same codes, the fewest that would have to move: all but the longest run kept. */
function movedCodes(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((code, index) => [code, index]));
  const places = after.map((code) => place.get(code) ?? 0);
  // Longest increasing subsequence; rubrics have tens of criteria, so the simple way is fast enough.
  const best = places.map(() => 1);
  const previous = places.map(() => -1);
  let last = -1;
  places.forEach((value, index) => {
    for (let earlier = 0; earlier < index; earlier += 1) {
      if ((places[earlier] ?? 0) < value && (best[earlier] ?? 0) + 1 > (best[index] ?? 0)) {
        best[index] = (best[earlier] ?? 0) + 1;
        previous[index] = earlier;
      }
    }
    if (last === -1 || (best[index] ?? 0) > (best[last] ?? 0)) last = index;
  });
  const kept = new Set<string>();
  for (let at = last; at !== -1; at = previous[at] ?? -1) kept.add(after[at] ?? "");
  return new Set(after.filter((code) => !kept.has(code)));
}

import { STAGE_KINDS } from "@/lib/assignment/model";
import { callsForDiscussion, spreadOf } from "@/lib/dashboard/spread";
import { OBSTACLE_CATEGORIES } from "@/lib/obstacle/model";
import { facts, list, paragraph, strong } from "@/lib/report/chapters";
import { letterOf, section, visitText } from "@/lib/report/composing";
import {
  type CohortFindings,
  type InnovationFindings,
  REPORT_BOUNDS,
  type ReportWords,
} from "@/lib/report/model";
import type { Block, Manuscript } from "@/lib/typesetting/manuscript";

/** Wide enough for the word at the head of each, in either language. */
const STAGE_SHARES = { EVALUATE: 13, OBSTACLES: 12.5, SOLUTION: 12.5, PLAN: 11 } as const;

/**
 * What a cohort found, innovation by innovation, to be put behind the report that a group writes: strengths
 * and obstacles as equals. Who wrote what is not told; who takes an innovation over is.
 */
export function composeAnnex(findings: CohortFindings, words: ReportWords): Manuscript {
  const { r, format } = words;
  const { cohort, innovations, participants } = findings;
  const title = r("annex.title");
  return {
    title: `${title} – ${cohort.name}`,
    author: cohort.center,
    language: words.locale,
    footer: `${title} · ${cohort.name}`,
    blocks: [
      { kind: "cover", size: "small", text: cohort.center },
      { kind: "cover", size: "large", text: title.toLocaleUpperCase(words.locale) },
      { kind: "cover", size: "small", text: cohort.program },
      { kind: "cover", size: "small", text: cohort.name },
      { kind: "cover", size: "small", text: visitText(cohort, words) },
      ...paragraph(r("annex.basis", { participants })),
      strong(r("annex.overview")),
      {
        kind: "table",
        columns: [
          { header: r("innovation"), share: 17 },
          { header: r("annex.works"), share: 9 },
          ...STAGE_KINDS.map((kind) => ({
            header: words.stage(`kind.${kind}`),
            share: STAGE_SHARES[kind],
          })),
          { header: r("annex.mean"), share: 11 },
          { header: r("annex.deviation"), share: 14 },
        ],
        rows: innovations.map(({ code, works, approved, scores }) => {
          const { mean, deviation } = spreadOf(scores);
          return [
            code,
            String(works),
            ...STAGE_KINDS.map((kind) => String(approved[kind])),
            mean === null ? "–" : format.decimal(mean),
            deviation === null ? "–" : format.decimal(deviation),
          ];
        }),
      },
      ...innovations.flatMap((innovation, index) =>
        innovationPart(innovation, letterOf(index), cohort.spreadThreshold, words),
      ),
    ],
  };
}

function innovationPart(
  found: InnovationFindings,
  letter: string,
  threshold: number,
  words: ReportWords,
): Block[] {
  const { r, terms, format } = words;
  const { mean, deviation } = spreadOf(found.scores);
  return [
    section(letter, `${found.name} (${found.owner}, ${found.region})`),
    ...facts([
      [
        r("annex.mean"),
        mean === null
          ? null
          : r("annex.scored", { mean: format.decimal(mean), count: found.scores.length }),
      ],
      [r("annex.deviation"), deviation === null ? null : format.decimal(deviation)],
      [
        r("annex.range"),
        mean === null
          ? null
          : `${format.decimal(Math.min(...found.scores))}–${format.decimal(Math.max(...found.scores))}`,
      ],
    ]),
    ...(callsForDiscussion(deviation, threshold)
      ? [strong(r("annex.discuss", { threshold }))]
      : []),
    strong(terms("section.EVALUATE.strengths")),
    ...bounded(found.strengths, r),
    strong(r("annex.obstacles")),
    ...obstacles(found, words),
    strong(r("annex.solutions")),
    ...bounded(
      found.solutions.map(
        ({ title, transferType, forHost }) =>
          `${title} (${terms(`transferType.${transferType}`)}, ${words.revision(forHost ? "forHost" : "forUnit")})`,
      ),
      r,
    ),
    strong(r("annex.plans")),
    ...bounded(
      found.plans.map(({ title, acronym, participant, agency }) =>
        r("annex.plan", { title: acronym ? `${title} (${acronym})` : title, participant, agency }),
      ),
      r,
    ),
  ];
}

/** How many there are of each category, and then each, with its root. */
function obstacles({ obstacles: all }: InnovationFindings, { r, terms }: ReportWords): Block[] {
  const counted = OBSTACLE_CATEGORIES.map((category) => ({
    name: terms(`obstacleCategory.${category}`),
    count: all.filter((obstacle) => obstacle.category === category).length,
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return [
    ...paragraph(counted.map(({ name, count }) => `${name}: ${count}`).join("; ")),
    ...bounded(
      all.map(({ title, category, rootCause }) =>
        [
          `${title} (${terms(`obstacleCategory.${category}`)})`,
          rootCause && `${terms("derived.rootCause")}: ${rootCause}`,
        ]
          .filter(Boolean)
          .join(". "),
      ),
      r,
    ),
  ];
}

/** So many of them; what several say in the same words stands once, with how often, and first. */
function bounded(items: readonly string[], r: ReportWords["r"]): Block[] {
  const times = new Map<string, number>();
  for (const item of items) times.set(item, (times.get(item) ?? 0) + 1);
  const told = [...times].sort(([, one], [, other]) => other - one);
  const shown = told.slice(0, REPORT_BOUNDS.findings);
  const more = told.length - shown.length;
  if (shown.length === 0) return paragraph(r("annex.none"));
  return [
    ...list(
      shown.map(([text, count]) => (count > 1 ? `${text} ${r("annex.times", { count })}` : text)),
    ),
    ...paragraph(more > 0 ? r("annex.more", { count: more }) : ""),
  ];
}

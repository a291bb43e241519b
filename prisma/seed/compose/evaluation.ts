import type { Complete, IsoDate } from "@/lib/document/model";
import type { InnovationStage } from "@/lib/document/taxonomy";
import {
  EVALUATION_BOUNDS,
  type Evaluation,
  type Evidence,
  FACETS,
  METHODS,
  type ResultMeasure,
} from "@/lib/evaluation/model";
import type { RubricDefinition } from "@/lib/rubric/model";
import {
  CRITERIA,
  type CriterionCode,
  type InnovationContent,
  type Wordings,
} from "../content/model";
import { SUMMARY_CLOSINGS } from "../content/review";
import { type Observation, writerFor } from "./author";
import type { Writer } from "./writer";

export interface EvaluationFrame {
  innovationId: string;
  rubric: RubricDefinition;
  visitDate: IsoDate;
}

/** Which of our criteria a rubric's criterion is: by its code, else by its place. */
export function criterionCode(rubric: RubricDefinition, criterionId: string): CriterionCode {
  const index = rubric.criteria.findIndex(({ id }) => id === criterionId);
  const code = rubric.criteria[index]?.code;
  return CRITERIA.find((known) => known === code) ?? CRITERIA[index % CRITERIA.length] ?? "novelty";
}

/** The id of the evidence that speaks of an obstacle; the obstacle names it again. */
export function obstacleEvidenceId(observation: Observation, key: string): string {
  return writerFor(observation.author, "evaluation").id(`evidence:obstacle:${key}`);
}

/** The document of stage 1. */
export function composeEvaluation(
  observation: Observation,
  frame: EvaluationFrame,
): Complete<Evaluation> {
  const { author, innovation, scores, tone } = observation;
  const writer = writerFor(author, "evaluation");
  const { random } = writer;
  const { rubric } = frame;
  const shares = (index: number) => scores[CRITERIA[index] ?? "novelty"];

  const sources = random
    .sample(innovation.sources, random.int(2, 4))
    .map((source, index) => ({ id: writer.id(`source:${index}`), name: "", ...source }));
  return {
    innovationId: frame.innovationId,
    rubricVersionId: rubric.id,
    visitDate: frame.visitDate,
    methods: METHODS.filter((method) =>
      method === "INTERVIEW" ? true : random.chance(method === "OBSERVATION" ? 0.85 : 0.4),
    ),
    sources,
    scores: rubric.criteria.map((criterion) => {
      const code = criterionCode(rubric, criterion.id);
      const value = scores[code];
      const needed = value === rubric.scale.min || value === rubric.scale.max;
      return {
        criterionId: criterion.id,
        value,
        note: needed || random.chance(0.7) ? note(innovation, code, value, writer) : "",
      };
    }),
    evidence: evidence(
      observation,
      rubric,
      sources.map(({ id }) => id),
      writer,
    ),
    strengths: random
      .shuffle(innovation.strengths)
      .slice(0, random.int(2, 4))
      .map((wordings, index) => ({
        id: writer.id(`strength:${index}`),
        text: writer.pick(wordings, EVALUATION_BOUNDS.strength.max),
      })),
    results: random
      .sample(innovation.results, random.int(1, 3))
      .map((result, index) => measure(result, index, frame.visitDate, writer)),
    innovationStage: stageOf(innovation, tone, writer),
    facet: random.chance(0.75) ? random.pick(FACETS) : undefined,
    summary: [
      writer.pick(innovation.summary.opening),
      // In turn rather than by chance: there are few wordings, and these are read side by side.
      turn(innovation.summary[tone], author.rosterNumber),
      ...(random.chance(0.5) ? [contrast(innovation, shares, writer)] : []),
      writer.pick(innovation.summary.lesson),
      writer.pick(SUMMARY_CLOSINGS),
    ].join(" "),
    confidence: random.pick([3, 3, 4, 4, 4, 5, 2]),
  };
}

/** Evidence as it stands where only the first of those who were met is named: that one said it all. */
export function saidByFirst({
  evidence,
  sources,
}: Pick<Complete<Evaluation>, "evidence" | "sources">): Complete<Evidence>[] {
  return evidence.map((item) => (item.sourceId ? { ...item, sourceId: sources[0]?.id } : item));
}

/** Neighbours on the roster write differently; every fifth one writes about the same innovation. */
function turn(wordings: Wordings, rosterNumber: number): string {
  return wordings[Math.floor(rosterNumber / 5) % wordings.length] ?? wordings[0];
}

const LABELS: Record<CriterionCode, string> = {
  novelty: "kebaruan",
  effectiveness: "keefektifan",
  benefit: "kemanfaatan",
  transferability: "kemudahan penyebaran",
  sustainability: "keberlanjutan",
};

/** One sentence on the strongest and the weakest side, as far as the scores show one. */
function contrast(
  innovation: InnovationContent,
  share: (index: number) => number,
  writer: Writer,
): string {
  const ranked = CRITERIA.map((code, index) => ({ code, value: share(index) })).sort(
    (a, b) => b.value - a.value,
  );
  const best = ranked[0];
  const worst = ranked.at(-1);
  if (!best || !worst || best.value === worst.value) {
    return `Kelima ukuran ${innovation.shortName} saya nilai hampir setara, tanpa sisi yang menonjol.`;
  }
  return writer.pick([
    `Sisi terkuatnya ialah ${LABELS[best.code]}, sedangkan ${LABELS[worst.code]} paling memerlukan perhatian.`,
    `Dari lima ukuran, ${LABELS[best.code]} paling meyakinkan dan ${LABELS[worst.code]} paling lemah.`,
    `Nilai ${LABELS[worst.code]} saya berikan lebih rendah daripada ${LABELS[best.code]} karena buktinya belum sebanding.`,
  ]);
}

function note(
  innovation: InnovationContent,
  code: CriterionCode,
  value: number,
  writer: Writer,
): string {
  const notes = innovation.notes[code];
  const wordings =
    value >= 5 ? notes.top : value === 4 ? notes.good : value === 3 ? notes.fair : notes.low;
  return writer.pick(wordings, EVALUATION_BOUNDS.note.max);
}

/** A quote for each top score and for each obstacle found at the host, and perhaps a link. */
function evidence(
  { innovation, scores, obstacles }: Observation,
  rubric: RubricDefinition,
  sourceIds: readonly string[],
  writer: Writer,
): Complete<Evidence>[] {
  // In turn: what is told is told by all of those who were met.
  const speaker = (turn: number) => sourceIds[turn % sourceIds.length];
  const idOf = (code: CriterionCode | undefined) =>
    rubric.criteria.find(({ id }) => criterionCode(rubric, id) === code)?.id;
  const { caption } = EVALUATION_BOUNDS;

  const supporting = rubric.criteria.flatMap((criterion, at): Complete<Evidence>[] => {
    const code = criterionCode(rubric, criterion.id);
    const value = scores[code];
    const top = value === rubric.scale.max;
    if (!top && !(value === rubric.scale.max - 1 && writer.random.chance(0.35))) return [];
    return [
      {
        id: writer.id(`evidence:${code}`),
        kind: "QUOTE",
        caption: writer.pick(innovation.quotes[code], caption.max),
        url: "",
        sourceId: speaker(at),
        criterionId: criterion.id,
      },
    ];
  });
  const telling = obstacles.flatMap(({ content }, at): Complete<Evidence>[] => {
    if (content.quotes.length === 0) return [];
    const weak = content.criterion !== undefined && scores[content.criterion] <= 3;
    return [
      {
        id: writer.id(`evidence:obstacle:${content.key}`),
        kind: "QUOTE",
        caption: writer.pick(content.quotes, caption.max),
        url: "",
        sourceId: speaker(at),
        criterionId: weak ? idOf(content.criterion) : undefined,
      },
    ];
  });
  const link = writer.random.chance(0.6) ? [writer.random.pick(innovation.links)] : [];
  return [
    ...supporting,
    ...telling,
    ...link.map(
      ({ caption: text, url, criterion }): Complete<Evidence> => ({
        id: writer.id("evidence:link"),
        kind: "LINK",
        caption: text,
        url,
        criterionId: idOf(criterion),
      }),
    ),
  ];
}

function measure(
  result: InnovationContent["results"][number],
  index: number,
  visitDate: IsoDate,
  writer: Writer,
): Complete<ResultMeasure> {
  const { before, after } = result;
  const vary = (value: number | undefined) => {
    if (value === undefined || value === 0 || result.exact) return value;
    if (value < 10) return Math.max(1, value + writer.random.int(0, 2));
    return Math.round(value * (0.8 + writer.random.next() * 0.4));
  };
  const varied = vary(before);
  return {
    id: writer.id(`result:${index}`),
    indicator: result.indicator,
    before: varied,
    beforeOn: undefined,
    // What was better stays better, whatever the numbers drawn.
    after:
      before !== undefined && varied !== undefined && after !== undefined && after < before
        ? Math.min(after, varied - 1)
        : vary(after),
    afterOn: after !== undefined && writer.random.chance(0.5) ? visitDate : undefined,
    unit: result.unit,
    source: result.source,
    explanation: result.explanation ?? "",
  };
}

function stageOf(
  innovation: InnovationContent,
  tone: Observation["tone"],
  { random }: Writer,
): InnovationStage {
  return innovation.profile.split && tone === "weak" && random.chance(0.6)
    ? "PILOT"
    : "IMPLEMENTED";
}

import { addDays } from "@/lib/document/fields";
import type { Complete, IsoDate } from "@/lib/document/model";
import type { Evaluation, EvaluationContext } from "@/lib/evaluation/model";
import type { Obstacles, ObstaclesContext } from "@/lib/obstacle/model";
import { deriveObstacles } from "@/lib/obstacle/scoring";
import type { Plan, PlanContext } from "@/lib/plan/model";
import type { RubricCriterion, RubricDefinition, ScaleKind } from "@/lib/rubric/model";
import type { Solutions, SolutionsContext } from "@/lib/solution/model";

/**
 * Contexts and minimal documents that pass a submit, one stage carried into the next. A test takes
 * one and breaks what it is about.
 */

/** A uuid that says what it stands for: the same for the same two numbers. */
export function uuid(group: number, item: number): string {
  const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");
  return `${hex(group, 8)}-0000-7000-8000-${hex(item, 12)}`;
}

/** Indonesian filler with exactly `letters` letters, spaces not counted. */
export function words(letters: number): string {
  const source = "pelayananterpadukepadamasyarakatdilaksanakansetiapharikerja";
  let text = "";
  for (let index = 0; index < letters; index++) {
    if (index > 0 && index % 9 === 0) text += " ";
    text += source.charAt(index % source.length);
  }
  return text;
}

export const TODAY: IsoDate = "2018-08-10";
export const VISIT = { startsOn: "2018-08-06", endsOn: "2018-08-08", mode: "ONSITE" } as const;

const SCALES = {
  SCALE_1_5: { kind: "SCALE_1_5", min: 1, max: 5, step: 1 },
  YES_NO: { kind: "YES_NO", min: 0, max: 1, step: 1 },
  LEVEL_0_3: { kind: "LEVEL_0_3", min: 0, max: 3, step: 1 },
  SCALE_0_100: { kind: "SCALE_0_100", min: 0, max: 100, step: 1 },
} as const satisfies Record<ScaleKind, RubricDefinition["scale"]>;

/** A criterion, the n-th of its rubric. */
export function criterion(
  group: number,
  index: number,
  overrides: Partial<RubricCriterion> = {},
): RubricCriterion {
  return {
    id: uuid(group, index),
    code: `c${index}`,
    label: { id: `Kriteria ${index}`, en: `Criterion ${index}` },
    definition: { id: "", en: "" },
    weight: 20,
    reverse: false,
    mandatory: false,
    levels: [],
    ...overrides,
  };
}

/** A sound rubric of each scale: five criteria of 20 %, a gate of five, levels with bobot, 0–100. */
export function exampleRubric(kind: ScaleKind = "SCALE_1_5"): RubricDefinition {
  const group = { SCALE_1_5: 0xa1, YES_NO: 0xa2, LEVEL_0_3: 0xa3, SCALE_0_100: 0xa7 }[kind];
  const base = { id: uuid(group, 0), version: 1, scale: SCALES[kind] };
  switch (kind) {
    case "SCALE_1_5":
      return {
        ...base,
        code: "kipp-2021",
        weighting: { kind: "PERCENT" },
        criteria: [1, 2, 3, 4, 5].map((index) => criterion(group, index)),
      };
    case "YES_NO":
      return {
        ...base,
        code: "pp38-gate",
        weighting: { kind: "GATE" },
        criteria: [1, 2, 3, 4, 5].map((index) =>
          criterion(group, index, { weight: 0, mandatory: true }),
        ),
      };
    case "LEVEL_0_3":
      return {
        ...base,
        code: "iga-short",
        weighting: { kind: "LEVEL_TIMES_WEIGHT", maxTotal: 54 },
        criteria: [3, 2, 2, 2, 1, 2, 3, 3].map((weight, index) =>
          criterion(group, index + 1, { weight }),
        ),
      };
    case "SCALE_0_100":
      return {
        ...base,
        code: "participant-work",
        weighting: { kind: "PERCENT" },
        criteria: [30, 30, 25, 15].map((weight, index) => criterion(group, index + 1, { weight })),
      };
  }
}

/** Ten criteria of transfer readiness, the third of which (complexity) is reversed. */
export function exampleTransferRubric(): RubricDefinition {
  return {
    id: uuid(0xa4, 0),
    code: "transfer-readiness",
    version: 1,
    scale: SCALES.SCALE_1_5,
    weighting: { kind: "PERCENT" },
    criteria: Array.from({ length: 10 }, (_, index) =>
      criterion(0xa4, index + 1, { weight: 10, reverse: index === 2 }),
    ),
  };
}

export function exampleEvaluationContext(
  overrides: Partial<EvaluationContext> = {},
): EvaluationContext {
  return {
    innovationId: uuid(0xb1, 1),
    rubric: exampleRubric(),
    visit: VISIT,
    today: TODAY,
    ...overrides,
  };
}

/** Every criterion in the middle of its scale, two strengths, one link. */
export function exampleEvaluation(
  context: EvaluationContext = exampleEvaluationContext(),
): Complete<Evaluation> {
  const { scale, criteria } = context.rubric;
  const middle = scale.kind === "YES_NO" ? scale.max : Math.ceil((scale.min + scale.max) / 2);
  return {
    innovationId: context.innovationId,
    rubricVersionId: context.rubric.id,
    visitDate: context.visit.startsOn,
    methods: ["INTERVIEW"],
    sources: [
      { id: uuid(1, 1), name: "", role: "Kepala Bidang", unit: "Dinas Sosial", type: "OFFICIAL" },
    ],
    scores: criteria.map(({ id }) => ({ criterionId: id, value: middle, note: "" })),
    evidence: [
      {
        id: uuid(1, 2),
        kind: "LINK",
        caption: "Profil layanan di situs resmi",
        url: "https://slrt.bandungkab.go.id/profil",
      },
    ],
    strengths: [
      { id: uuid(1, 3), text: "Fasilitator desa yang aktif mendatangi warga" },
      { id: uuid(1, 4), text: "Komitmen pimpinan daerah yang tertuang dalam Perda" },
    ],
    results: [],
    innovationStage: "IMPLEMENTED",
    summary: words(100),
    confidence: 4,
  };
}

/** What stage 2 is given of a submitted evaluation. */
export function obstaclesContextOf(
  evaluation: Complete<Evaluation>,
  rubric: RubricDefinition,
): ObstaclesContext {
  return {
    rubric,
    evaluation: {
      evidence: evaluation.evidence.map(({ id, kind, caption }) => ({ id, kind, caption })),
      scores: evaluation.scores.map(({ criterionId, value }) => ({ criterionId, value })),
    },
  };
}

export function exampleObstaclesContext(): ObstaclesContext {
  const context = exampleEvaluationContext();
  return obstaclesContextOf(exampleEvaluation(context), context.rubric);
}

/** One obstacle in the own unit, eligible, scored, with its root cause. */
export function exampleObstacles(): Complete<Obstacles> {
  return { obstacles: [exampleObstacle(1)] };
}

/** The n-th valid obstacle, eligible and prioritised. */
export function exampleObstacle(index: number): Complete<Obstacles>["obstacles"][number] {
  return {
    id: uuid(2, index),
    title: `Pemutakhiran data belum berjalan ${index}`,
    description: words(50),
    locus: "OWN_UNIT",
    category: "DATA",
    tags: [],
    evidenceIds: [],
    apkl: { actual: true, problematic: true, public: true, feasible: true },
    usg: { urgency: 4, seriousness: 4, growth: 3 },
    causes: ["Data dikirim dari desa sekali setahun", "Petugas data desa belum ditetapkan"],
    fishbone: [],
    affected: "Keluarga miskin di desa",
    existingResponse: "",
  };
}

/** What stage 3 is given of submitted obstacles: the prioritised ones, the most pressing first. */
export function solutionsContextOf(document: Complete<Obstacles>): SolutionsContext {
  const derived = new Map(deriveObstacles(document).map((entry) => [entry.id, entry]));
  return {
    obstacles: document.obstacles
      .flatMap((obstacle) => {
        const of = derived.get(obstacle.id);
        if (!of?.prioritised || of.rank === null || of.usgTotal === null) return [];
        const { id, title, category, locus, causes, fishbone } = obstacle;
        return [
          { id, title, category, locus, rank: of.rank, usgTotal: of.usgTotal, causes, fishbone },
        ];
      })
      .sort((a, b) => a.rank - b.rank),
    innovations: [{ id: uuid(0xb1, 1), code: "SLRT", name: "SLRT Sabilulungan" }],
  };
}

export function exampleSolutionsContext(): SolutionsContext {
  return solutionsContextOf(exampleObstacles());
}

/** Two alternatives for each obstacle, the first and better one selected, for the own unit. */
export function exampleSolutions(
  context: SolutionsContext = exampleSolutionsContext(),
): Complete<Solutions> {
  return {
    groups: context.obstacles.map(({ id }, index) => ({
      obstacleId: id,
      alternatives: [
        { ...exampleSolution(context, index * 10 + 1), ...SELECTED_PARTS },
        {
          ...exampleSolution(context, index * 10 + 2),
          mcnamara: { contribution: 3, cost: 2, feasibility: 3 },
        },
      ],
    })),
  };
}

type ExampleSolution = Complete<Solutions>["groups"][number]["alternatives"][number];

const SELECTED_PARTS = {
  isSelected: true,
  resources: { people: 3, budgetIdr: 15_000_000, budgetSource: "APBD", legalNeed: "" },
  risks: [
    {
      id: uuid(3, 0xfff),
      text: "Petugas desa berganti di tengah jalan",
      likelihood: 3,
      impact: 3,
      mitigation: "",
    },
  ],
} as const satisfies Partial<ExampleSolution>;

/** The n-th valid alternative, not selected. */
export function exampleSolution(context: SolutionsContext, index: number): ExampleSolution {
  return {
    id: uuid(3, index),
    causeRef: "cause:0",
    title: `Jadwal kirim data setiap bulan ${index}`,
    description: words(50),
    transferType: "ADOPT",
    sourceInnovationId: context.innovations[0]?.id,
    adaptedWhat: "",
    mcnamara: { contribution: 5, cost: 4, feasibility: 4 },
    risks: [],
    resources: { legalNeed: "" },
    isSelected: false,
    rationale: "",
    forHost: false,
  };
}

/** What stage 4 is given of submitted solutions. */
export function planContextOf(document: Complete<Solutions>): PlanContext {
  return {
    solutions: document.groups.flatMap(({ obstacleId, alternatives }) =>
      alternatives
        .filter(({ isSelected }) => isSelected)
        .map(({ id, title, forHost, transferType }) => ({
          id,
          title,
          obstacleId,
          forHost,
          transferType,
        })),
    ),
    participant: {
      fullName: "Siti Rahmawati",
      idNumber: "198609262015052001",
      agencyId: uuid(0xc1, 1),
      workUnit: "Seksi Pelayanan Sosial Dasar",
    },
    agencies: [{ id: uuid(0xc1, 1), name: "Kementerian Sosial Republik Indonesia" }],
    transferRubric: exampleTransferRubric(),
    takenAcronyms: ["SIAGA"],
    today: TODAY,
  };
}

export function examplePlanContext(): PlanContext {
  return planContextOf(exampleSolutions());
}

/** One milestone a term, three stakeholders, a leader, one risk. */
export function examplePlan(context: PlanContext = examplePlanContext()): Complete<Plan> {
  const start = addDays(context.today, 10);
  const milestone = (
    index: number,
    term: "SHORT" | "MEDIUM" | "LONG",
    from: number,
    to: number,
  ) => ({
    id: uuid(4, index),
    term,
    title: `Tonggak ${index}`,
    start: addDays(start, from),
    end: addDays(start, to),
    output: "Dokumen tersusun",
    owner: "Kepala Seksi",
    evidenceNeeded: "Berita acara",
    status: "PLANNED" as const,
  });
  const stakeholder = (index: number, influence: number, interest: number) => ({
    id: uuid(5, index),
    name: `Pemangku ${index}`,
    internal: index === 1,
    influence,
    interest,
    attitude: "NEUTRAL" as const,
    strategy: "",
  });
  return {
    solutionIds: context.solutions
      .filter(({ forHost }) => !forHost)
      .slice(0, 3)
      .map(({ id }) => id),
    title: "Sistem pengiriman data bulanan desa",
    acronym: "",
    agencyId: context.participant.agencyId,
    unit: context.participant.workUnit,
    problemStatement: words(100),
    noveltyStatement: words(50),
    form: "PUBLIC_SERVICE",
    type: "DIGITAL",
    affair: "SOCIAL",
    objectives: { short: words(20), medium: words(20), long: words(20) },
    outputs: [
      {
        id: uuid(6, 1),
        name: "Data terkirim",
        indicator: "Desa mengirim",
        target: 12,
        unit: "desa",
      },
    ],
    beneficiaries: [{ id: uuid(7, 1), group: "Keluarga penerima manfaat", count: 120 }],
    milestones: [
      milestone(1, "SHORT", 0, 60),
      milestone(2, "MEDIUM", 61, 300),
      milestone(3, "LONG", 301, 800),
    ],
    stakeholders: [stakeholder(1, 5, 5), stakeholder(2, 2, 4), stakeholder(3, 1, 1)],
    team: [{ id: uuid(8, 1), role: "LEADER", name: "Kepala Seksi" }],
    budgetIdr: 25_000_000,
    budgetSource: "APBN",
    risks: [
      {
        id: uuid(9, 1),
        text: "Anggaran dialihkan pada triwulan kedua",
        likelihood: 2,
        impact: 4,
        mitigation: "",
      },
    ],
    sustainability: words(50),
    successor: "Kepala Seksi",
    mentor: {
      name: "Bambang Sutrisno",
      position: "Kepala Subdirektorat",
      idType: "NIP",
      idNumber: "197003121995031002",
      email: "bambang.sutrisno@kemsos.go.id",
      phone: "",
    },
    transferReadiness: context.transferRubric.criteria.map(({ id }) => ({
      criterionId: id,
      value: 3,
    })),
  };
}

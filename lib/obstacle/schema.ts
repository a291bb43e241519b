import {
  choice,
  choices,
  itemId,
  key,
  list,
  object,
  optional,
  type Schema,
  scale,
  text,
  yesNo,
} from "@/lib/document/fields";
import type { DocumentCheck, FieldIssue } from "@/lib/document/issue";
import type { Complete, DocumentMode } from "@/lib/document/model";
import {
  cachedShape,
  type DocumentRules,
  documentSchema,
  readDocument,
  type StageDefinition,
  textIssues,
} from "@/lib/document/schema";
import {
  type Apkl,
  FISHBONE_BRANCHES,
  type FishboneCause,
  OBSTACLE_BOUNDS,
  OBSTACLE_CATEGORIES,
  OBSTACLE_LOCI,
  OBSTACLES_SECTIONS,
  type Obstacle,
  type Obstacles,
  type ObstaclesContext,
  USG_KEYS,
  type Usg,
} from "@/lib/obstacle/model";
import {
  deriveObstacles,
  isEligible,
  type ObstacleDerived,
  rankObstacles,
  rootCauseOf,
} from "@/lib/obstacle/scoring";

const BOUNDS = OBSTACLE_BOUNDS;

/** Share of the scale from which on a criterion is no weak one: 4 of 5, or level 3 of 3. */
const STRONG_SHARE = 0.8;

/** The document as a participant first finds it. */
export function emptyObstacles(_context: ObstaclesContext): Obstacles {
  return { obstacles: [] };
}

/** A new obstacle, for the form's "add". */
export function emptyObstacle(id: string): Obstacle {
  return {
    id,
    title: "",
    description: "",
    locus: null,
    category: null,
    tags: [],
    evidenceIds: [],
    apkl: { actual: null, problematic: null, public: null, feasible: null },
    usg: {},
    causes: [],
    fishbone: [],
    affected: "",
    existingResponse: "",
  };
}

/** A document fitted to what stage 1 now says: evidence that is no longer there is let go. */
export function carryObstacles(document: Obstacles, { evaluation }: ObstaclesContext): Obstacles {
  const known = new Set(evaluation.evidence.map(({ id }) => id));
  return {
    obstacles: document.obstacles.map((obstacle) => ({
      ...obstacle,
      evidenceIds: obstacle.evidenceIds.filter((id) => known.has(id)),
    })),
  };
}

export function obstaclesSchema(mode: "draft", context: ObstaclesContext): Schema<Obstacles>;
export function obstaclesSchema(
  mode: "submit",
  context: ObstaclesContext,
): Schema<Complete<Obstacles>>;
export function obstaclesSchema(mode: DocumentMode, context: ObstaclesContext) {
  return documentSchema(mode, rules(context));
}

/** All issues and warnings of a document, for a form or a command. */
export function checkObstacles(
  mode: DocumentMode,
  context: ObstaclesContext,
  input: unknown,
): DocumentCheck<Obstacles> {
  return readDocument(mode, rules(context), input);
}

function rules(context: ObstaclesContext): DocumentRules<Obstacles> {
  return {
    shape: (mode) => shape(mode, null),
    always: (document) => [
      ...document.obstacles.flatMap(fishboneIssues),
      ...document.obstacles.flatMap((obstacle, index) => criterionIssues(obstacle, index, context)),
    ],
    normalize: (document) => ({
      obstacles: document.obstacles.map((obstacle) => ({
        ...obstacle,
        evidenceIds: [...new Set(obstacle.evidenceIds)],
      })),
    }),
    submit: (document) => [
      ...titleIssues(document),
      ...document.obstacles.flatMap((obstacle, index) => [
        ...referenceIssues(obstacle, index, context),
        ...priorityIssues(obstacle, index),
        ...causeIssues(obstacle, index),
      ]),
      ...completionIssues(document),
    ],
    warn: (document) => document.obstacles.flatMap((o, index) => strongIssues(o, index, context)),
    finish: (document) => ({ obstacles: document.obstacles.map(withoutLeftovers) }),
  };
}

const shape = cachedShape<null, Obstacles>(build, () => "");

function build(mode: DocumentMode): Schema<Obstacles> {
  const usgScale = optional(scale(mode, BOUNDS.usg));
  return object<Obstacles>({
    obstacles: list(
      mode,
      object<Obstacle>({
        id: itemId(),
        criterionId: optional(key()),
        title: text(mode, BOUNDS.title),
        description: text(mode, { ...BOUNDS.description, multiline: true }),
        locus: choice(mode, OBSTACLE_LOCI),
        category: choice(mode, OBSTACLE_CATEGORIES),
        tags: choices(mode, OBSTACLE_CATEGORIES, BOUNDS.tags),
        evidenceIds: list(mode, key(), BOUNDS.evidenceIds),
        apkl: object<Apkl>({
          actual: yesNo(mode),
          problematic: yesNo(mode),
          public: yesNo(mode),
          feasible: yesNo(mode),
        }),
        usg: object<Usg>({ urgency: usgScale, seriousness: usgScale, growth: usgScale }),
        // The chain is asked of eligible obstacles only, by the rules; on others it may be half done.
        causes: list(
          "draft",
          text("draft", { max: BOUNDS.cause.max, multiline: true }),
          BOUNDS.causes,
        ),
        fishbone: list(
          mode,
          object<FishboneCause>({
            id: itemId(),
            branch: choice(mode, FISHBONE_BRANCHES),
            cause: text(mode, { ...BOUNDS.fishboneCause, multiline: true }),
          }),
          BOUNDS.fishbone,
        ),
        affected: text(mode, BOUNDS.affected),
        existingResponse: text(mode, {
          ...BOUNDS.existingResponse,
          required: false,
          multiline: true,
        }),
      }),
      BOUNDS.obstacles,
    ),
  });
}

function fishboneIssues({ fishbone }: Obstacle, index: number): FieldIssue[] {
  const { max } = BOUNDS.fishboneBranch;
  return FISHBONE_BRANCHES.flatMap((branch) => {
    const actual = fishbone.filter((cause) => cause.branch === branch).length;
    return actual > max
      ? [
          {
            path: `obstacles.${index}.fishbone`,
            code: "too_many_in_branch",
            params: { branch, max, actual },
          },
        ]
      : [];
  });
}

/** Titles differ in more than case and spacing; the later one is the one to change. */
function titleIssues({ obstacles }: Obstacles): FieldIssue[] {
  const seen = new Set<string>();
  return obstacles.flatMap(({ title }, index): FieldIssue[] => {
    const folded = title.toLocaleLowerCase("id").replace(/\s+/g, " ");
    if (folded === "") return [];
    if (seen.has(folded)) return [{ path: `obstacles.${index}.title`, code: "duplicate_title" }];
    seen.add(folded);
    return [];
  });
}

/** The rubric is frozen, so that a criterion it does not have is wrong in a draft too. */
function criterionIssues(
  { criterionId }: Obstacle,
  index: number,
  { rubric }: ObstaclesContext,
): FieldIssue[] {
  return criterionId === undefined || rubric.criteria.some(({ id }) => id === criterionId)
    ? []
    : [{ path: `obstacles.${index}.criterionId`, code: "unknown_criterion" }];
}

/**
 * What is said of the host must rest on evidence: for HOST, and for BOTH, which says of the host no
 * less.
 */
function referenceIssues(
  obstacle: Obstacle,
  index: number,
  { evaluation }: ObstaclesContext,
): FieldIssue[] {
  const path = `obstacles.${index}`;
  const issues: FieldIssue[] = [];
  const { evidenceIds, locus } = obstacle;
  const known = new Set(evaluation.evidence.map(({ id }) => id));
  evidenceIds.forEach((id, position) => {
    if (!known.has(id)) {
      issues.push({ path: `${path}.evidenceIds.${position}`, code: "unknown_evidence" });
    }
  });
  if ((locus === "HOST" || locus === "BOTH") && evidenceIds.length === 0) {
    issues.push({ path: `${path}.evidenceIds`, code: "host_evidence_required" });
  }
  return issues;
}

/** USG is asked of what passed APKL. */
function priorityIssues({ apkl, usg }: Obstacle, index: number): FieldIssue[] {
  if (!isEligible(apkl)) return [];
  return USG_KEYS.filter((key) => usg[key] === undefined).map((key) => ({
    path: `obstacles.${index}.usg.${key}`,
    code: "required",
  }));
}

/** A chain that was begun on an eligible obstacle is finished. */
function causeIssues({ apkl, causes }: Obstacle, index: number): FieldIssue[] {
  if (!isEligible(apkl) || causes.length === 0) return [];
  const path = `obstacles.${index}.causes`;
  const { min } = BOUNDS.causes;
  return [
    ...(causes.length < min
      ? [{ path, code: "too_few", params: { min, actual: causes.length } }]
      : []),
    ...causes.flatMap((cause, at) => textIssues(cause, BOUNDS.cause.min, `${path}.${at}`)),
  ];
}

/** At least one obstacle passed APKL and has its USG, and the first in rank has its root cause. */
function completionIssues({ obstacles }: Obstacles): FieldIssue[] {
  if (obstacles.length === 0) return [];
  const [first] = rankObstacles(obstacles);
  if (first === undefined) return [{ path: "obstacles", code: "no_prioritised" }];
  const index = obstacles.findIndex(({ id }) => id === first);
  const top = obstacles[index];
  return top && top.causes.length === 0
    ? [{ path: `obstacles.${index}.causes`, code: "root_cause_required" }]
    : [];
}

/** An obstacle that explains a criterion which scored well is worth a second look. */
function strongIssues(
  { criterionId }: Obstacle,
  index: number,
  { rubric, evaluation }: ObstaclesContext,
): FieldIssue[] {
  const criterion = rubric.criteria.find(({ id }) => id === criterionId);
  const value = evaluation.scores.find((score) => score.criterionId === criterionId)?.value;
  if (criterion === undefined || value === undefined) return [];
  const { min, max } = rubric.scale;
  const effective = criterion.reverse ? min + max - value : value;
  return effective >= max * STRONG_SHARE
    ? [{ path: `obstacles.${index}.criterionId`, code: "criterion_not_weak", params: { value } }]
    : [];
}

/** USG of what did not pass APKL, half a chain of causes there, and the category among its tags. */
function withoutLeftovers(obstacle: Obstacle): Obstacle {
  const tags = obstacle.tags.filter((tag) => tag !== obstacle.category);
  if (isEligible(obstacle.apkl)) return { ...obstacle, tags };
  return {
    ...obstacle,
    tags,
    usg: {},
    causes: rootCauseOf(obstacle) === null ? [] : obstacle.causes,
  };
}

export const obstaclesDefinition: StageDefinition<Obstacles, ObstaclesContext, ObstacleDerived[]> =
  {
    sections: OBSTACLES_SECTIONS,
    empty: emptyObstacles,
    carry: carryObstacles,
    check: checkObstacles,
    schema: (mode, context) => documentSchema(mode, rules(context)),
    derive: deriveObstacles,
  };

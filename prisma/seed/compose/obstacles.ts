import type { Complete } from "@/lib/document/model";
import {
  OBSTACLE_BOUNDS,
  OBSTACLE_CATEGORIES,
  type Obstacle,
  type Obstacles,
} from "@/lib/obstacle/model";
import type { RubricDefinition } from "@/lib/rubric/model";
import { type FoundObstacle, type Observation, writerFor } from "./author";
import { criterionCode, obstacleEvidenceId } from "./evaluation";
import type { Writer } from "./writer";

export function obstacleId(observation: Observation, key: string): string {
  return writerFor(observation.author, "obstacles").id(`obstacle:${key}`);
}

/** The id of a fishbone cause, by its place among the causes that the content knows. */
function fishboneId(observation: Observation, key: string, index: number): string {
  return writerFor(observation.author, "obstacles").id(`fishbone:${key}:${index}`);
}

/** The document of stage 2. */
export function composeObstacles(
  observation: Observation,
  rubric: RubricDefinition,
): Complete<Obstacles> {
  const writer = writerFor(observation.author, "obstacles");
  // Written down in the order in which they were met, not in that of their rank.
  const met = writer.random.shuffle(observation.obstacles);
  return { obstacles: met.map((found) => compose(found, observation, rubric, writer)) };
}

function compose(
  found: FoundObstacle,
  observation: Observation,
  rubric: RubricDefinition,
  writer: Writer,
): Complete<Obstacle> {
  const { content, eligible, traced, usg } = found;
  const { random } = writer;
  // Only a weak score is explained by an obstacle.
  const criterion = rubric.criteria.find(
    ({ id }) => criterionCode(rubric, id) === content.criterion,
  );
  const weak = content.criterion !== undefined && observation.scores[content.criterion] <= 3;
  const [urgency, seriousness, growth] = usg;
  const bones = content.fishbone
    .map(([branch, cause], index) => ({
      id: fishboneId(observation, content.key, index),
      branch,
      cause: writer.fill(cause),
    }))
    .filter(() => traced && random.chance(0.8));
  return {
    id: obstacleId(observation, content.key),
    criterionId: weak ? criterion?.id : undefined,
    title: writer.pick(content.titles, OBSTACLE_BOUNDS.title.max),
    description: writer.paragraph(content.facts),
    locus: content.locus,
    category: content.category,
    tags: OBSTACLE_CATEGORIES.filter((tag) => content.tags.includes(tag) && random.chance(0.7)),
    evidenceIds: content.quotes.length > 0 ? [obstacleEvidenceId(observation, content.key)] : [],
    apkl: eligible
      ? { actual: true, problematic: true, public: true, feasible: true }
      : { actual: true, problematic: true, public: random.chance(0.5), feasible: false },
    usg: eligible
      ? { urgency, seriousness, growth }
      : { urgency: undefined, seriousness: undefined, growth: undefined },
    causes: traced
      ? content.causes.map((cause) => writer.pick(cause, OBSTACLE_BOUNDS.cause.max))
      : [],
    fishbone: bones,
    affected: writer.pick(content.affected, OBSTACLE_BOUNDS.affected.max),
    existingResponse: random.chance(0.8) ? writer.pick(content.response) : "",
  };
}

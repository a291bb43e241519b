import type { InnovationCode } from "@/prisma/reference/catalogue";
import { AGENCY_CONTENT } from "../content/agencies";
import { INNOVATION_CONTENT } from "../content/innovations";
import {
  type AgencyContent,
  CRITERIA,
  type CriterionCode,
  type InnovationContent,
  type ObstacleContent,
  type ThemeKey,
} from "../content/model";
import type { Post } from "../content/posts";
import { Random } from "../random";
import { clamp, type Words, Writer } from "./writer";

/** Who writes about what: all that the contents of somebody's documents depend on. */
export interface Author {
  /** Tells authors apart; the same key writes the same. */
  key: string;
  rosterNumber: number;
  fullName: string;
  idNumber: string | null;
  agencyId: string;
  /** As the roster has it. */
  workUnit: string;
  post: Post;
  innovation: InnovationCode;
}

/** An obstacle that this author found, and how far it was followed. */
export interface FoundObstacle {
  content: ObstacleContent;
  usg: readonly [number, number, number];
  /** Passed APKL. */
  eligible: boolean;
  /** Traced to its root, and so carried into the solutions. */
  traced: boolean;
}

/** What one author saw, before it is put into words: all four documents agree on it. */
export interface Observation {
  author: Author;
  innovation: InnovationContent;
  agency: AgencyContent;
  scores: Record<CriterionCode, number>;
  /** STRONG, MIXED or WEAK, by the mean of the scores. */
  tone: "strong" | "mixed" | "weak";
  /** The most pressing first. */
  obstacles: readonly FoundObstacle[];
}

/** Changes that make sense in any unit. */
const EVERYWHERE: readonly ThemeKey[] = ["DATA_STEWARD", "TASK_FORCE", "HANDOVER"];

export function fitsPost(theme: ThemeKey, post: Post): boolean {
  return EVERYWHERE.includes(theme) || post.fits.includes(theme);
}

export function writerFor(author: Author, part: string): Writer {
  const innovation = INNOVATION_CONTENT[author.innovation];
  const { post } = author;
  const words: Words = {
    unit: post.unit,
    service: post.service,
    users: post.users,
    partner: post.partner,
    record: post.record,
    agency: AGENCY_CONTENT[post.agency].name,
    superior: post.superior,
    position: post.position,
    innovation: innovation.shortName,
    essence: innovation.essence,
  };
  const key = `${author.key}:${author.innovation}:${part}`;
  return new Writer(new Random(key), words, key, author.innovation);
}

/** Decides what an author saw. */
export function observe(author: Author): Observation {
  const innovation = INNOVATION_CONTENT[author.innovation];
  const agency = AGENCY_CONTENT[author.post.agency];
  const random = new Random(`${author.key}:${author.innovation}:observation`);
  const scores = drawScores(innovation, author, random);
  const mean = CRITERIA.reduce((sum, code) => sum + scores[code], 0) / CRITERIA.length;
  return {
    author,
    innovation,
    agency,
    scores,
    tone: mean >= 3.9 ? "strong" : mean >= 2.9 ? "mixed" : "weak",
    obstacles: drawObstacles(innovation, agency, author, scores, random),
  };
}

/** Where an innovation divides its evaluators, how far the two camps stand from the centre. */
const CAMP_DISTANCE = 0.7;

function drawScores(
  innovation: InnovationContent,
  author: Author,
  random: Random,
): Record<CriterionCode, number> {
  const { centre, split } = innovation.profile;
  const camp = split ? (author.rosterNumber % 2 === 0 ? CAMP_DISTANCE : -CAMP_DISTANCE) : 0;
  // One person judges more mildly than another, throughout.
  const lenience = (random.next() + random.next() - 1) * 0.9;
  const score = (code: CriterionCode) =>
    clamp(Math.round(centre[code] + camp + lenience + (random.next() - 0.5) * 1.3), 1, 5);
  return {
    novelty: score("novelty"),
    effectiveness: score("effectiveness"),
    benefit: score("benefit"),
    transferability: score("transferability"),
    sustainability: score("sustainability"),
  };
}

/** Enough ways out for the own unit: one beside an advice to the host, two without it. */
function isTraceable(obstacle: ObstacleContent, post: Post): boolean {
  const own = obstacle.own.filter(({ theme }) => fitsPost(theme, post)).length;
  return own >= (obstacle.advice ? 1 : 2);
}

function drawObstacles(
  innovation: InnovationContent,
  agency: AgencyContent,
  author: Author,
  scores: Record<CriterionCode, number>,
  random: Random,
): FoundObstacle[] {
  // A weak score asks for its reason, so obstacles behind weak scores come first.
  const weight = ({ criterion }: ObstacleContent) =>
    (criterion ? scores[criterion] : 3) + random.next() * 2.5;
  const atHost = innovation.obstacles
    .map((content) => ({ content, weight: weight(content) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ content }) => content);
  const traceable = atHost.filter((content) => isTraceable(content, author.post));
  const first = traceable[0];
  if (!first) throw new Error(`${author.key}: no obstacle of ${innovation.code} can be followed`);

  const others = atHost.filter((content) => content !== first).slice(0, random.int(1, 2));
  const atHome = random.pick(agency.obstacles);
  const found = random.shuffle([...others, atHome]);
  const drawn = found.map((content) => ({
    content,
    usg: jitter(content.usg, random),
    eligible: isTraceable(content, author.post) || random.chance(0.6),
  }));

  // The first one leads; a second is followed to its root by rather more than half of them.
  const highest = Math.max(...drawn.filter(({ eligible }) => eligible).map(total), 8);
  const lead = { content: first, usg: raise(jitter(first.usg, random), highest), eligible: true };
  const ranked = drawn
    .filter(({ eligible }) => eligible)
    .map((obstacle) => ({ ...obstacle, usg: lower(obstacle.usg, total(lead)), traced: false }))
    .sort((a, b) => total(b) - total(a));
  const second = ranked.find(({ content }) => isTraceable(content, author.post));
  if (second && random.chance(0.6)) second.traced = true;
  return [
    { ...lead, traced: true },
    ...ranked,
    ...drawn.filter(({ eligible }) => !eligible).map((note) => ({ ...note, traced: false })),
  ];
}

type Usg = readonly [number, number, number];

function total({ usg }: { usg: Usg }): number {
  return usg[0] + usg[1] + usg[2];
}

function jitter(usg: Usg, random: Random): Usg {
  return [
    clamp(usg[0] + random.int(-1, 1), 1, 5),
    clamp(usg[1] + random.int(-1, 1), 1, 5),
    clamp(usg[2] + random.int(-1, 1), 1, 5),
  ];
}

/** Lifts a total above `floor`, as far as the scale goes. */
function raise(usg: Usg, floor: number): Usg {
  const raised: [number, number, number] = [usg[0], usg[1], usg[2]];
  for (const index of [0, 1, 2, 0, 1, 2, 0, 1] as const) {
    if (raised[0] + raised[1] + raised[2] > floor) break;
    raised[index] = Math.min(5, raised[index] + 1);
  }
  return raised;
}

/** Brings a total below `ceiling`. */
function lower([urgency, seriousness, growth]: Usg, ceiling: number): Usg {
  const excess = urgency + seriousness + growth - (ceiling - 1);
  return excess > 0
    ? [urgency, seriousness, Math.max(1, growth - excess)]
    : [urgency, seriousness, growth];
}

import type { StageKind } from "@/lib/assignment/model";
import { INNOVATION_CODES, type InnovationCode } from "@/prisma/reference/catalogue";
import { GROUP_SIZE } from "./people";
import type { Story } from "./scenarios";

/** What becomes of one participant's assignment. */
export interface Part {
  story: Story;
  stage: StageKind;
  /** How much slower than the usual course this one has been in this stage, in hours. */
  delayHours: number;
}

type Line = readonly [Story, StageKind, delayHours?: number];

/** Nobody has given this participant anything to do yet. */
const UNASSIGNED = null;

/**
 * Who has come how far, by group and seat. Every state of every stage stands somewhere, every
 * facilitator has somebody waiting, and the delays put some behind their due dates and leave others
 * waiting for hours or for days.
 */
const PARTS: readonly (readonly (Line | null)[])[] = [
  [
    ["draft", "PLAN", 16],
    ["approved", "PLAN"],
    ["submitted", "SOLUTION", 10],
    ["returned", "OBSTACLES", 18],
    ["submitted", "EVALUATE", 30],
    ["draft", "SOLUTION", 12],
    ["submitted", "PLAN"],
    ["draft", "OBSTACLES", 22],
    ["reopened", "EVALUATE"],
  ],
  [
    ["submitted", "OBSTACLES", 4],
    ["returned", "PLAN"],
    ["draft", "EVALUATE", 52],
    ["resubmitted", "SOLUTION", 9],
    ["approved", "PLAN"],
    ["returned", "EVALUATE", 24],
    ["open", "OBSTACLES", 26],
    ["open", "SOLUTION", 14],
    ["claimed", "EVALUATE", 28],
  ],
  [
    ["returned", "SOLUTION", 8],
    ["resubmitted", "PLAN"],
    ["third", "OBSTACLES", 20],
    ["resubmitted", "EVALUATE", 26],
    ["draft", "SOLUTION", 13],
    ["open", "PLAN"],
    ["approved", "PLAN"],
    ["submitted", "OBSTACLES", 36],
    UNASSIGNED,
  ],
  [
    ["submitted", "EVALUATE", 6],
    ["draft", "OBSTACLES", 30],
    ["submitted", "SOLUTION", 96],
    ["submitted", "PLAN", 72],
    ["open", "EVALUATE"],
    ["returned", "OBSTACLES", 22],
    ["returned", "SOLUTION", 12],
    ["draft", "PLAN", 14],
    ["approved", "PLAN"],
  ],
  [
    ["open", "SOLUTION", 16],
    ["submitted", "OBSTACLES", 96],
    ["submitted", "PLAN", 3],
    ["withdrawn", "EVALUATE", 44],
    ["draft", "OBSTACLES", 34],
    ["submitted", "SOLUTION", 16],
    ["draft", "PLAN", 18],
    ["reopened", "OBSTACLES"],
    ["submitted", "EVALUATE", 120],
  ],
  [
    UNASSIGNED,
    ["submitted", "OBSTACLES", 20],
    ["returned", "PLAN", 2],
    ["draft", "SOLUTION", 15],
    ["open", "OBSTACLES", 20],
    ["submitted", "SOLUTION", 12],
    ["approved", "PLAN"],
    ["draft", "EVALUATE", 58],
    ["returned", "OBSTACLES", 28],
  ],
];

/** The part of a participant, by roster number from 1; null for who has no assignment. */
export function partOf(rosterNumber: number): Part | null {
  const group = PARTS[Math.floor((rosterNumber - 1) / GROUP_SIZE)];
  const line = group?.[(rosterNumber - 1) % GROUP_SIZE];
  if (!line) return null;
  const [story, stage, delayHours = 0] = line;
  return { story, stage, delayHours };
}

/** The innovation of a participant: in turn down the roster, so that each group sees all five. */
export function innovationOf(rosterNumber: number): InnovationCode {
  return INNOVATION_CODES[rosterNumber % INNOVATION_CODES.length] ?? "SLRT";
}

/** Who has a second innovation, to compare: not begun yet. */
export const SECOND_ASSIGNMENT = { rosterNumber: 1, innovation: "SILONCER" } as const;

/** Who was given a second innovation by mistake; it was cancelled. */
export const CANCELLED_ASSIGNMENT = { rosterNumber: 30, innovation: "SIPD" } as const;

import type { StageKind } from "@/lib/assignment/model";
import {
  cancelAssignment,
  saveDraft,
  submitStage,
  withdrawStage,
} from "@/lib/assignment/mutations";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { dayIn, fixedClock, isoDate } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type { Result } from "@/lib/platform/result";
import {
  addComment,
  approveStage,
  reopenStage,
  returnStage,
  saveWorkAssessment,
} from "@/lib/review/mutations";
import type { WorkScore } from "@/lib/review/schema";
import { findRubric } from "@/lib/rubric/data";
import type { RubricDefinition } from "@/lib/rubric/model";
import { INNOVATION_CODES } from "@/prisma/reference/catalogue";
import type { Author } from "./compose/author";
import { composeDocuments, type Documents } from "./compose/documents";
import { POSTS, type Post } from "./content/posts";
import { stableId } from "./ids";
import { Random } from "./random";
import type { Moment, Pace } from "./timeline";

const MINUTE = 60_000;
/** How long people take, at least, from one thing to the next. */
const GAP_MINUTES: Record<Moment, number> = { begin: 5, submit: 42, decide: 33 };

type Reasons = { fieldPath: string | null; text: string }[];

/** The people and papers of one assignment. */
interface Cast {
  assignmentId: string;
  participant: Actor;
  facilitator: Actor;
  documents: Documents;
  workRubric: RubricDefinition;
  random: Random;
}

interface StageMark {
  version: number;
  latestRevisionId: string | null;
}

interface StageBase {
  commandId: string;
  assignmentId: string;
  stage: StageKind;
  basedOn: number;
  revisionId: string;
}

interface StageResult {
  version: number;
  revisionId?: string;
}

/** What is said when a command that must succeed is refused: a bug of the scenario or of the rule. */
export class Refused extends Error {}

/**
 * Plays one assignment: every step is a real command of the right person at a given time. Command
 * ids follow from the assignment and the step, and a step that was taken before is not taken again,
 * so that an interrupted play can simply be played from the start.
 */
export class Play {
  private steps = 0;
  private clock = new Date(0);
  /** The stage that the last command was about, as it left it. */
  private known: (StageMark & { stage: StageKind }) | null = null;

  constructor(
    private readonly db: Db,
    readonly cast: Cast,
    readonly pace: Pace,
    /** Commands of an earlier, interrupted play. */
    private readonly taken: ReadonlySet<string>,
  ) {}

  /** Part of it had been played before. */
  get resumed(): boolean {
    return this.taken.size > 0;
  }

  get documents(): Documents {
    return this.cast.documents;
  }

  get random(): Random {
    return this.cast.random;
  }

  saveDraft(stage: StageKind, document: object, at: Date) {
    return this.onStage("save", stage, at, (ctx, base) =>
      saveDraft(ctx, this.cast.participant, { ...reference(base), document }),
    );
  }

  /** `claimedAt` is the device's word of when it was written. */
  submit(stage: StageKind, document: object, at: Date, claimedAt?: Date) {
    return this.onStage("submit", stage, at, (ctx, base) =>
      submitStage(ctx, this.cast.participant, {
        ...reference(base),
        document,
        ...(claimedAt ? { clientUpdatedAt: claimedAt.toISOString() } : {}),
      }),
    );
  }

  withdraw(stage: StageKind, at: Date) {
    return this.onStage("withdraw", stage, at, (ctx, base) =>
      withdrawStage(ctx, this.cast.participant, reference(base)),
    );
  }

  sendBack(stage: StageKind, reasons: Reasons, at: Date) {
    return this.onStage("return", stage, at, (ctx, base) =>
      returnStage(ctx, this.cast.facilitator, { ...base, reasons }),
    );
  }

  approve(stage: StageKind, at: Date) {
    return this.onStage("approve", stage, at, (ctx, base) =>
      approveStage(ctx, this.cast.facilitator, base),
    );
  }

  reopen(stage: StageKind, reasons: Reasons, at: Date) {
    return this.onStage("reopen", stage, at, (ctx, base) =>
      reopenStage(ctx, this.cast.facilitator, { ...base, reasons }),
    );
  }

  async comment(
    stage: StageKind,
    by: "participant" | "facilitator",
    remark: { field: string | null; text: string },
    at: Date,
  ): Promise<void> {
    const actor = this.cast[by];
    await this.step("comment", at, async (ctx, commandId) => {
      const { latestRevisionId } = await this.stage(stage);
      return addComment(ctx, actor, {
        commandId,
        assignmentId: this.cast.assignmentId,
        stage,
        revisionId: latestRevisionId ?? "",
        fieldPath: remark.field,
        body: remark.text,
      });
    });
  }

  async assess(scores: WorkScore[], at: Date): Promise<void> {
    const { assignmentId, facilitator } = this.cast;
    await this.step("assess", at, async (ctx, commandId) => {
      const saved = await this.db.workAssessment.findUnique({
        where: { assignmentId },
        select: { version: true },
      });
      const basedOn = saved?.version ?? 0;
      return saveWorkAssessment(ctx, facilitator, { commandId, assignmentId, basedOn, scores });
    });
  }

  async cancel(by: Actor, reason: string, at: Date): Promise<void> {
    await this.step("cancel", at, (ctx, commandId) =>
      cancelAssignment(ctx, by, { commandId, assignmentId: this.cast.assignmentId, reason }),
    );
  }

  /** When something happens: as this play's pace has it, and a while after what came before. */
  when(stage: StageKind, moment: Moment, round = 1): Date {
    const earliest = this.after(GAP_MINUTES[moment]).getTime();
    return new Date(Math.max(this.pace.at(stage, moment, round).getTime(), earliest));
  }

  /** A moment after the last step. */
  after(minutes: number): Date {
    return new Date(this.clock.getTime() + minutes * MINUTE);
  }

  /** A command on a stage, based on the version that stands. */
  private async onStage<T extends StageResult>(
    name: string,
    stage: StageKind,
    at: Date,
    run: (ctx: Context, base: StageBase) => Promise<Result<T>>,
  ): Promise<void> {
    let mark: StageMark | null = null;
    const value = await this.step(`${name}:${stage}`, at, async (ctx, commandId) => {
      mark = await this.stage(stage);
      const { version: basedOn, latestRevisionId } = mark;
      const { assignmentId } = this.cast;
      return run(ctx, {
        commandId,
        assignmentId,
        stage,
        basedOn,
        revisionId: latestRevisionId ?? "",
      });
    });
    if (!value || !mark) return;
    const { latestRevisionId } = mark as StageMark;
    this.known = {
      stage,
      version: value.version,
      latestRevisionId: value.revisionId ?? latestRevisionId,
    };
  }

  /** One command, unless it was carried out in an earlier run. */
  private async step<T>(
    name: string,
    at: Date,
    run: (ctx: Context, commandId: string) => Promise<Result<T>>,
  ): Promise<T | undefined> {
    this.steps += 1;
    const next = Math.max(at.getTime(), this.clock.getTime() + MINUTE);
    this.clock = new Date(Math.min(next, this.pace.limit?.getTime() ?? next));
    const commandId = stableId(`${this.cast.assignmentId}:${this.steps}:${name}`);
    if (this.taken.has(commandId)) {
      this.known = null;
      return undefined;
    }
    const result = await run(this.context(), commandId);
    if (!result.ok) {
      throw new Refused(`${name} of ${this.cast.assignmentId}: ${JSON.stringify(result)}`);
    }
    return result.value;
  }

  private context(): Context {
    return { db: this.db, clock: fixedClock(this.clock) };
  }

  private async stage(kind: StageKind): Promise<StageMark> {
    if (this.known?.stage === kind) return this.known;
    return this.db.stage.findUniqueOrThrow({
      where: { assignmentId_kind: { assignmentId: this.cast.assignmentId, kind } },
      select: { version: true, latestRevisionId: true },
    });
  }
}

/** What participants' commands carry: they speak of the stage, never of a revision. */
function reference({ revisionId: _, ...base }: StageBase): Omit<StageBase, "revisionId"> {
  return base;
}

const castSelect = {
  id: true,
  evaluationRubricId: true,
  transferRubricId: true,
  workRubricId: true,
  innovation: { select: { id: true, code: true, hostRegionId: true } },
  cohort: {
    select: {
      timeZone: true,
      visits: { select: { hostRegionId: true, startsOn: true, endsOn: true } },
    },
  },
  enrolment: {
    select: {
      rosterNumber: true,
      fullName: true,
      agencyId: true,
      workUnit: true,
      position: true,
      person: { select: { id: true, email: true, idNumber: true, sessionVersion: true } },
      facilitator: { select: { person: { select: { id: true, sessionVersion: true } } } },
    },
  },
} satisfies Prisma.AssignmentSelect;

/**
 * Opens an assignment for playing, whoever made it: people, rubrics and dates come from the
 * database, the words from the demo's content.
 *
 * @throws when the assignment has no facilitator, or its innovation's host is not visited
 */
export async function openPlay(db: Db, assignmentId: string, pace: Pace): Promise<Play> {
  const row = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: castSelect,
  });
  const { enrolment, innovation, cohort } = row;
  const visit = cohort.visits.find(({ hostRegionId }) => hostRegionId === innovation.hostRegionId);
  if (!enrolment.facilitator) throw new Error(`assignment ${assignmentId} has no facilitator`);
  if (!visit) throw new Error(`assignment ${assignmentId} has no visit`);
  const [participant, facilitator, evaluationRubric, transferRubric, workRubric] =
    await Promise.all([
      actorOf(db, enrolment.person),
      actorOf(db, enrolment.facilitator.person),
      findRubric(db, row.evaluationRubricId),
      findRubric(db, row.transferRubricId),
      findRubric(db, row.workRubricId),
    ]);
  const author: Author = {
    key: enrolment.person.email ?? enrolment.fullName,
    rosterNumber: enrolment.rosterNumber,
    fullName: enrolment.fullName,
    idNumber: enrolment.person.idNumber,
    agencyId: enrolment.agencyId,
    workUnit: enrolment.workUnit,
    post: postOf(enrolment),
    innovation: INNOVATION_CODES.find((code) => code === innovation.code) ?? "SLRT",
  };
  // People go to see on the first days of the visit, and never later than they write about it.
  const startsOn = isoDate(visit.startsOn);
  const begins = dayIn(cohort.timeZone, pace.at("EVALUATE", "begin", 1));
  const endsOn = isoDate(visit.endsOn);
  const [, visitDate = startsOn] = [startsOn, begins, endsOn].sort();
  const documents = composeDocuments(author, {
    innovationId: innovation.id,
    evaluationRubric,
    transferRubric,
    visitDate,
    visitEndsOn: endsOn,
  });
  const random = new Random(`${author.key}:${innovation.code}:play`);
  return new Play(
    db,
    { assignmentId, participant, facilitator, documents, workRubric, random },
    pace,
    await takenCommands(db, assignmentId),
  );
}

/** Commands that have already been carried out on an assignment. */
async function takenCommands(db: Db, assignmentId: string): Promise<Set<string>> {
  const events = await db.auditEvent.findMany({
    where: {
      subjectId: assignmentId,
      commandId: { not: null },
      type: { not: "assignment.created" },
    },
    select: { commandId: true },
  });
  return new Set(events.flatMap(({ commandId }) => (commandId ? [commandId] : [])));
}

async function actorOf(db: Db, person: { id: string; sessionVersion: number }): Promise<Actor> {
  const actor = await findActor(db, {
    personId: person.id,
    sessionVersion: person.sessionVersion,
  });
  if (!actor) throw new Error(`person ${person.id} cannot act`);
  return actor;
}

/** The post that somebody of the demo holds, or one made up from what the roster says. */
function postOf(enrolment: { workUnit: string; position: string }): Post {
  const known = POSTS.find(({ workUnit }) => workUnit === enrolment.workUnit);
  if (known) return known;
  const unit = enrolment.workUnit.split(" › ").at(-1) ?? enrolment.workUnit;
  return {
    agency: "KEMENSOS",
    workUnit: enrolment.workUnit,
    unit,
    position: enrolment.position,
    superior: `Atasan langsung ${enrolment.position}`,
    service: "pelayanan kepada masyarakat",
    users: "pengguna layanan",
    partner: "unit mitra",
    record: "catatan pelayanan",
    problem:
      "Permintaan dicatat pada beberapa tempat sehingga kemajuannya hanya diketahui petugas yang menerimanya",
    affair: "CENTRAL",
    reach: 500,
    fits: ["ONE_DOOR", "TRACKING", "EARLY_CHECK", "ASSISTED"],
  };
}

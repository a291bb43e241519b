import { beforeAll, describe, expect, it } from "vitest";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assign,
  createWorld,
  newId,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/**
 * SQL typed under the application's role, which tries to skip a stage or to rewrite what happened.
 * None of it may pass, whatever the code above would have said.
 */
const database = openDatabase();
let world: World;
let fresh: string;
let midway: string;

beforeAll(async () => {
  world = await createWorld(database.app);
  const [author, second] = world.participants;
  const [reviewer] = world.facilitators;
  if (!author || !second || !reviewer) throw new Error("an empty world");
  fresh = await assign(world, author);
  midway = await assign(world, second);
  value(await submit(world, second, midway, "EVALUATE"));
  value(await approve(world, reviewer, midway, "EVALUATE"));
  value(await submit(world, second, midway, "OBSTACLES"));
});

/** Tries it in a transaction of its own; gives the refusal, or null when it passed. */
async function attempt(...statements: string[]): Promise<string | null> {
  try {
    await database.app.$transaction(async (tx) => {
      for (const statement of statements) await tx.$executeRawUnsafe(statement);
    });
    return null;
  } catch (error) {
    return String(error);
  }
}

const set = (id: string, kind: string, change: string) =>
  `UPDATE stages SET ${change} WHERE assignment_id = '${id}' AND kind = '${kind}'`;

describe("as the application's role, nobody", () => {
  it("opens, submits or approves a stage before its time", async () => {
    for (const kind of STAGE_KINDS.slice(1)) {
      for (const state of ["OPEN", "SUBMITTED", "RETURNED", "APPROVED"]) {
        const refusal = await attempt(set(fresh, kind, `state = '${state}'`));
        expect(refusal, `${kind} ${state}`).toMatch(/stages_|stage|23514/);
      }
    }
  });

  it("approves what was never submitted or never decided", async () => {
    expect(await attempt(set(fresh, "EVALUATE", "state = 'APPROVED'"))).not.toBeNull();
    expect(await attempt(set(midway, "OBSTACLES", "state = 'APPROVED'"))).toMatch(/cannot go from/);
    expect(await attempt(set(midway, "OBSTACLES", "state = 'RETURNED'"))).toMatch(/cannot go from/);
  });

  it("passes off an old or a foreign revision as a submission", async () => {
    const foreign = await database.app.revision.findFirstOrThrow({
      where: { assignmentId: midway, kind: "EVALUATE" },
    });
    expect(
      await attempt(
        set(
          fresh,
          "EVALUATE",
          `state = 'SUBMITTED', submitted_at = now(), latest_revision_id = '${foreign.id}'`,
        ),
      ),
    ).not.toBeNull();
  });

  it("decides on work that is not theirs to decide on", async () => {
    const { id, latestRevisionId } = await database.app.stage.findUniqueOrThrow({
      where: { assignmentId_kind: { assignmentId: midway, kind: "OBSTACLES" } },
    });
    const approved = await database.app.stage.findUniqueOrThrow({
      where: { assignmentId_kind: { assignmentId: midway, kind: "EVALUATE" } },
    });
    const decide = (kind: string, by: string) => {
      const [stageId, revisionId] =
        kind === "REOPEN" ? [approved.id, approved.latestRevisionId] : [id, latestRevisionId];
      return `INSERT INTO review_decisions (id, stage_id, revision_id, kind, decided_by_id, decider_name, decided_at)
        VALUES ('${newId()}', '${stageId}', '${revisionId}', '${kind}', '${by}', 'x', now())`;
    };
    const [own, other] = world.facilitators.map(({ personId }) => personId);
    const may: Record<string, (string | undefined)[]> = {
      APPROVE: [own],
      RETURN: [own],
      REOPEN: [own, world.organizer.personId],
    };
    const everybody = [
      own,
      other,
      world.participants[0]?.personId,
      world.participants[1]?.personId,
      world.organizer.personId,
      world.viewer.personId,
      world.administrator.personId,
      world.stranger.personId,
      world.otherFacilitator.personId,
      newId(),
    ];
    for (const [kind, deciders] of Object.entries(may)) {
      for (const person of everybody) {
        // What passes is rolled back by the last statement.
        const refusal = await attempt(decide(kind, person ?? ""), "SELECT 1 / 0");
        expect(refusal, `${kind} ${person}`).toMatch(
          deciders.includes(person) ? /division by zero/ : /may not decide/,
        );
      }
    }
  });

  it("reviews what does not wait, or is not theirs, or puts a colleague aside in silence", async () => {
    const { id, latestRevisionId } = await database.app.stage.findUniqueOrThrow({
      where: { assignmentId_kind: { assignmentId: midway, kind: "OBSTACLES" } },
    });
    const approved = await database.app.stage.findUniqueOrThrow({
      where: { assignmentId_kind: { assignmentId: midway, kind: "EVALUATE" } },
    });
    const [own, other] = world.facilitators;
    const lease = (stage: string, revision: string | null, by: string, minutes = 15) =>
      `INSERT INTO review_leases (stage_id, revision_id, holder_id, holder_name, taken_at, renewed_at, expires_at)
       VALUES ('${stage}', '${revision}', '${by}', 'x', now(), now(), now() + interval '${minutes} minutes')`;
    const reviewer = own?.personId ?? "";
    expect(await attempt(lease(approved.id, approved.latestRevisionId, reviewer))).toMatch(/waits/);
    expect(await attempt(lease(id, latestRevisionId, other?.personId ?? ""))).toMatch(/may decide/);
    expect(await attempt(lease(id, latestRevisionId, world.organizer.personId))).toMatch(
      /may decide/,
    );
    expect(await attempt(lease(id, latestRevisionId, reviewer, 16))).toMatch(/review_leases_times/);
    expect(await attempt(lease(id, latestRevisionId, reviewer))).toBeNull();
    // Only the one to whom the work was handed over could take it; and then it has ended already.
    const move = (to: string) =>
      `UPDATE enrolments SET facilitator_id = '${to}' WHERE id = '${world.participants[1]?.enrolments[0]?.id}'`;
    expect(
      await attempt(
        move(other?.enrolments[0]?.id ?? ""),
        lease(id, latestRevisionId, other?.personId ?? ""),
        "SELECT 1 / 0",
      ),
    ).toMatch(/division by zero/);
    expect(await attempt(`DELETE FROM review_leases WHERE stage_id = '${id}'`)).toBeNull();
  });

  it("leaves later stages open when an earlier one stops passing", async () => {
    const reviewer = world.facilitators[0]?.personId;
    const { id, latestRevisionId } = await database.app.stage.findUniqueOrThrow({
      where: { assignmentId_kind: { assignmentId: midway, kind: "EVALUATE" } },
    });
    expect(
      await attempt(
        `INSERT INTO review_decisions (id, stage_id, revision_id, kind, decided_by_id, decider_name, decided_at)
         VALUES ('${newId()}', '${id}', '${latestRevisionId}', 'REOPEN', '${reviewer}', 'x', now())`,
        set(midway, "EVALUATE", "state = 'RETURNED'"),
      ),
    ).toMatch(/does not agree with the one before it/);
  });

  it("locks a stage that may be open", async () => {
    expect(
      await attempt(set(midway, "OBSTACLES", "state = 'LOCKED', resume_state = 'OPEN'")),
    ).toMatch(/does not agree/);
  });

  it("inserts a stage that begins further on, or a fifth one", async () => {
    expect(
      await attempt(
        `INSERT INTO stages (id, assignment_id, kind, state, due_at, updated_at)
         VALUES ('${newId()}', '${fresh}', 'PLAN', 'APPROVED', now(), now())`,
      ),
    ).not.toBeNull();
    expect(
      await attempt(
        `INSERT INTO assignments (id, cohort_id, enrolment_id, innovation_id, gate_policy,
           evaluation_rubric_id, transfer_rubric_id, work_rubric_id, created_by_id)
         SELECT '${newId()}', cohort_id, enrolment_id, '${world.innovationIds[1]}', gate_policy,
           evaluation_rubric_id, transfer_rubric_id, work_rubric_id, created_by_id
         FROM assignments WHERE id = '${fresh}'`,
      ),
    ).toMatch(/four stages/);
  });

  it("moves a stage, or takes stages and assignments away", async () => {
    expect(await attempt(set(fresh, "EVALUATE", `assignment_id = '${midway}'`))).not.toBeNull();
    expect(await attempt(set(fresh, "PLAN", "kind = 'EVALUATE'"))).not.toBeNull();
    for (const statement of [
      `DELETE FROM stages WHERE assignment_id = '${fresh}'`,
      `DELETE FROM assignments WHERE id = '${fresh}'`,
      "TRUNCATE stages CASCADE",
      "TRUNCATE assignments CASCADE",
    ]) {
      expect(await attempt(statement), statement).toMatch(/permission denied|42501/);
    }
  });

  it("changes the gate, the participant or the rubric of an assignment", async () => {
    for (const change of [
      "gate_policy = 'ON_SUBMISSION'",
      `innovation_id = '${world.innovationIds[1]}'`,
      "evaluation_rubric_id = work_rubric_id",
    ]) {
      expect(
        await attempt(`UPDATE assignments SET ${change} WHERE id = '${fresh}'`),
        change,
      ).toMatch(/do not change/);
    }
  });

  it("writes a revision of a locked stage, out of order, or on another upstream", async () => {
    const insert = (kind: string, number: number, upstream: string) =>
      `INSERT INTO revisions (id, assignment_id, stage_id, kind, number, upstream_revision_id, content,
         content_hash, timeliness, submitted_by_id, submitted_at)
       SELECT '${newId()}', assignment_id, id, kind, ${number}, ${upstream}, '{}', 'x', 'ON_TIME', '${newId()}', now()
       FROM stages WHERE assignment_id = '${fresh}' AND kind = '${kind}'`;
    expect(await attempt(insert("OBSTACLES", 1, "NULL"))).toMatch(/not open/);
    expect(await attempt(insert("EVALUATE", 2, "NULL"))).toMatch(/without gaps/);
    const foreign = await database.app.revision.findFirstOrThrow({
      where: { assignmentId: midway },
    });
    expect(await attempt(insert("EVALUATE", 1, `'${foreign.id}'`))).toMatch(/no upstream/);
  });

  it("rewrites or removes what happened", async () => {
    for (const table of ["revisions", "audit_events", "review_decisions", "review_reasons"]) {
      for (const statement of [
        `UPDATE ${table} SET id = id`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        expect(await attempt(statement), statement).toMatch(/permission denied|append-only|42501/);
      }
    }
    for (const table of [
      "evaluations",
      "criterion_scores",
      "obstacles",
      "solutions",
      "milestones",
    ]) {
      expect(await attempt(`DELETE FROM ${table}`), table).toMatch(/permission denied|42501/);
    }
  });

  it("switches the guards off", async () => {
    for (const statement of [
      "ALTER TABLE stages DISABLE TRIGGER ALL",
      "DROP TRIGGER stages_transition ON stages",
      "SET session_replication_role = replica",
      `CREATE OR REPLACE FUNCTION stage_passes("state" "StageState", "gate" "GatePolicy") RETURNS boolean LANGUAGE sql AS 'SELECT true'`,
    ]) {
      expect(await attempt(statement), statement).toMatch(/must be owner|permission denied|42501/);
    }
  });

  it("puts a table or a function of its own before the guards", async () => {
    // What PostgreSQL gives PUBLIC in a new database, and what an administrator may have added.
    const [{ name } = { name: "" }] = await database.owner.$queryRaw<{ name: string }[]>`
      SELECT current_database() AS name`;
    const role = new URL(database.appUrl).username;
    await database.owner.$executeRawUnsafe(
      `GRANT TEMPORARY, CREATE ON DATABASE "${name}" TO "${role}"`,
    );
    const tables = ["assignments", "stages", "revisions", "review_decisions"];
    const skip = `UPDATE public.stages SET state = 'OPEN' WHERE assignment_id = '${fresh}' AND kind = 'OBSTACLES'`;
    const waits = /waits for the one before it/;
    expect(
      await attempt(
        ...tables.map(
          (table) =>
            `CREATE TEMPORARY TABLE ${table} ON COMMIT DROP AS SELECT * FROM public.${table}`,
        ),
        "UPDATE pg_temp.stages SET state = 'APPROVED'",
        skip,
      ),
    ).toMatch(waits);
    expect(
      await attempt(
        "CREATE SCHEMA own",
        "SET LOCAL search_path = own, public",
        `CREATE FUNCTION own.stage_passes("StageState", "GatePolicy") RETURNS boolean LANGUAGE sql AS 'SELECT true'`,
        skip,
      ),
    ).toMatch(waits);
    // Whatever they guard: a new one must say where it looks as well.
    const guards = await database.owner.$queryRaw<{ name: string; settings: string[] | null }[]>`
      SELECT p.proname AS name, p.proconfig AS settings
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname = 'public' AND p.prorettype = 'trigger'::regtype`;
    expect(guards.length).toBeGreaterThan(50);
    const loose = guards.filter(
      ({ settings }) => !settings?.includes("search_path=pg_catalog, public, pg_temp"),
    );
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  it("puts somebody of another centre into a cohort, or takes back what was taken", async () => {
    const [guide] = world.facilitators;
    if (!guide) throw new Error("an empty world");
    const foreign = world.otherParticipant.personId;
    const id = newId();
    const insert = (accepted: string) =>
      `INSERT INTO enrolments (id, cohort_id, person_id, role, full_name, agency_id, work_unit, position,
         roster_number, accepted_at)
       SELECT '${id}', cohort_id, '${foreign}', 'PARTICIPANT', 'x', agency_id, '', '', 900, ${accepted}
       FROM enrolments WHERE id = '${guide.enrolments[0]?.id}'`;
    expect(await attempt(insert("now()"))).toBeNull();
    const offered = () => database.app.enrolment.findUniqueOrThrow({ where: { id } });
    expect(await offered()).toMatchObject({ acceptedAt: null });
    // Nothing is handed in under it.
    const assignmentId = await assign(world, {
      ...world.otherParticipant,
      enrolments: [{ id, cohortId: world.cohortId, role: "PARTICIPANT" }],
    });
    expect(
      await attempt(
        `INSERT INTO revisions (id, assignment_id, stage_id, kind, number, content, content_hash,
           timeliness, submitted_by_id, submitted_at)
         SELECT '${newId()}', assignment_id, id, kind, 1, '{}', 'x', 'ON_TIME', '${foreign}', now()
         FROM stages WHERE assignment_id = '${assignmentId}' AND kind = 'EVALUATE'`,
      ),
    ).toMatch(/has not taken the place/);
    const change = (what: string) => attempt(`UPDATE enrolments SET ${what} WHERE id = '${id}'`);
    expect(
      await change("accepted_at = now(), withdrawn_at = now(), withdrawn_reason = 'x'"),
    ).toMatch(/not taken/);
    expect(await change("accepted_at = now()")).toBeNull();
    expect(await change("accepted_at = NULL")).toMatch(/stays so/);
    expect(await change("accepted_at = now() + interval '1 day'")).toMatch(/stays so/);
  });

  it("changes a rubric that was used", async () => {
    expect(await attempt("UPDATE criteria SET weight = 1")).toMatch(/frozen/);
    expect(await attempt("UPDATE rubric_versions SET frozen_at = NULL")).toMatch(/frozen/);
  });
});

describe("not even the owner", () => {
  it("rewrites revisions and audit events by a slip", async () => {
    for (const table of ["revisions", "audit_events", "review_decisions", "review_reasons"]) {
      await expect(database.owner.$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow(
        /append-only/,
      );
    }
  });
});

import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { toJson } from "@/lib/api/openapi";
import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/context";
import type { Result } from "@/lib/platform/result";
import "@/tests/support/cases";
import { openDatabase } from "@/tests/support/database";
import { fingerprintOf } from "@/tests/support/fingerprint";
import { validFor } from "@/tests/support/values";
import { assign, createWorld, submit, value, type World } from "@/tests/support/world";

/**
 * Every action that a form of this application has, whichever it is: called with whatever its schema takes,
 * about rows that there are, by whoever has a session.
 */

interface Action {
  name: string;
  schema: z.ZodType;
  run(call: { ctx: Context; actor: Actor; input: unknown }): Promise<Result<unknown>>;
}

// Without the session, of which other tests are: the schema and what is done with what it took.
vi.mock("@/lib/session/action", () => ({
  defineAction: (schema: z.ZodType, run: Action["run"]) => ({ schema, run }),
  definePublicAction: () => null,
}));
vi.mock("next/cache", () => ({ revalidatePath: () => {}, refresh: () => {} }));

/** About oneself, whoever one is. */
const OWN = new Set([
  "acknowledgeNoticeAction",
  "finishTourAction",
  "unlinkAccountAction",
  "chooseMailAction",
  "correctIdentityAction",
  "readNotificationsAction",
]);
/** Several fields of these must fit together as no lot makes them; tests of their own call them. */
const BEYOND = [
  "addAttachmentAction",
  "applyAllocationAction",
  "changePasswordAction",
  "createAssignmentsAction",
  "createCenterAction",
  "createCohortAction",
  "saveEntryAction",
  "saveInnovationAction",
  "saveSessionAction",
  "saveTemplateAction",
  "setPrivacyContactAction",
  "updateCohortAction",
];
/** So often each of them is called. */
const RUNS = { anybody: 20, strangers: 20 };

const database = openDatabase();
let world: World;
let actions: Action[];
/** Those whose schemas take what is made by lot. */
let reached: Action[];
let ids: string[];

beforeAll(async () => {
  world = await createWorld(database.app);
  const [first] = world.participants as [Actor];
  const assignmentId = await assign(world, first);
  value(await submit(world, first, assignmentId, "EVALUATE"));
  const modules = import.meta.glob<Record<string, unknown>>("../../lib/*/actions.ts", {
    eager: true,
  });
  actions = Object.values(modules).flatMap((exported) =>
    Object.entries(exported).flatMap(([name, action]) =>
      typeof action === "object" && action !== null && "schema" in action
        ? [{ name, ...(action as Omit<Action, "name">) }]
        : [],
    ),
  );
  ids = await idsOf();
  reached = actions.filter(({ schema }) => {
    const made = fc.sample(madeFor(schema), { numRuns: 100, seed: 1 });
    return made.filter((raw) => schema.safeParse(raw).success).length > 5;
  });
});

/** What the JSON Schema of it takes. */
function madeFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  return validFor(toJson(schema, "input"), ids);
}

/** Of everything that belongs to the world's centre, or is shared. */
async function idsOf(): Promise<string[]> {
  const { centerId, cohortId } = world;
  const rows = await database.owner.$queryRaw<{ id: string }[]>`
    SELECT id FROM assignments WHERE cohort_id = ${cohortId}::uuid
    UNION SELECT id FROM enrolments WHERE cohort_id = ${cohortId}::uuid
    UNION SELECT person_id FROM enrolments WHERE cohort_id = ${cohortId}::uuid
    UNION SELECT s.id FROM stages s JOIN assignments a ON a.id = s.assignment_id
    UNION SELECT id FROM revisions UNION SELECT id FROM innovations UNION SELECT id FROM groups
    UNION SELECT id FROM agencies UNION SELECT id FROM rubrics UNION SELECT id FROM rubric_versions
    UNION SELECT id FROM criteria UNION SELECT id FROM host_regions`;
  // Those that nearly every command is about come more often.
  const often = Array.from({ length: rows.length }, (_, index) => [centerId, cohortId][index % 2]);
  return [...rows.map(({ id }) => id), ...often.map((id) => id ?? "")];
}

/** Calls of an action that its schema takes. */
function callsOf({ schema }: Action, actors: readonly Actor[]) {
  const input = madeFor(schema)
    .map((raw) => schema.safeParse(raw))
    .filter(({ success }) => success)
    .map(({ data }) => data);
  return fc.tuple(fc.constantFrom(...actors), input);
}

describe("every action", () => {
  it("is here", () => {
    expect(actions.length).toBeGreaterThan(70);
    const missed = actions.filter((action) => !reached.includes(action));
    expect(missed.map(({ name }) => name).toSorted()).toEqual(BEYOND.toSorted());
    for (const name of OWN) expect(actions.map((action) => action.name)).toContain(name);
  });

  it("answers whatever its schema takes, about whatever there is, to anybody", async () => {
    const actors = [
      world.organizer,
      world.viewer,
      world.administrator,
      world.facilitators[0] as Actor,
      world.participants[0] as Actor,
      world.stranger,
    ];
    for (const action of reached) {
      await fc.assert(
        fc.asyncProperty(callsOf(action, actors), async ([actor, input]) => {
          const result = await action.run({ ctx: world.ctx, actor, input });
          expect(typeof result.ok, action.name).toBe("boolean");
          if (!result.ok) expect(result.reason, action.name).not.toBe("unexpected");
        }),
        { numRuns: RUNS.anybody },
      );
    }
  }, 300_000);

  it("does nothing for who has no business here", async () => {
    const others = reached.filter(({ name }) => !OWN.has(name));
    const strangers = [world.stranger, world.otherFacilitator, world.otherParticipant];
    // Guessed links are counted.
    const print = () => fingerprintOf(database.owner, ["rate_limits"]);
    const before = await print();
    for (const action of others) {
      await fc.assert(
        fc.asyncProperty(callsOf(action, strangers), async ([actor, input]) => {
          // One's own canned comments are of no cohort.
          const { cohortId } = input as { cohortId?: unknown };
          fc.pre(action.name !== "addCannedAction" || cohortId !== null);
          const result = await action.run({ ctx: world.ctx, actor, input });
          expect(result.ok && action.name, JSON.stringify(input)).toBe(false);
        }),
        { numRuns: RUNS.strangers },
      );
    }
    expect(await print()).toBe(before);
  }, 300_000);
});

import { beforeAll, describe, expect, it } from "vitest";
import { cancelAssignment } from "@/lib/assignment/mutations";
import { findInnovationsByWords, listInnovations } from "@/lib/innovation/data";
import { catalogueScope } from "@/lib/innovation/policy";
import { catalogueQuerySchema } from "@/lib/innovation/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { glance, searchKind } from "@/lib/search/data";
import { SEARCH_GLANCE, SEARCH_PAGE, type SearchKind } from "@/lib/search/model";
import { searchScope } from "@/lib/search/policy";
import { createBusyCohort } from "@/tests/support/busy-cohort";
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

const database = openDatabase();
let world: World;
let assignmentId: string;
let author: Actor;
let facilitator: Actor;

beforeAll(async () => {
  world = await createWorld(database.app);
  [author] = world.participants as [Actor];
  [facilitator] = world.facilitators as [Actor];
  assignmentId = await assign(world, author);
  for (const stage of ["EVALUATE", "OBSTACLES", "SOLUTION"] as const) {
    value(await submit(world, author, assignmentId, stage));
    value(await approve(world, facilitator, assignmentId, stage));
  }
  value(await submit(world, author, assignmentId, "PLAN"));
}, 60_000);

const look = (actor: Actor, text: string) => glance(database.app, searchScope(actor), text);
const hits = async (actor: Actor, kind: SearchKind, text: string) =>
  (await searchKind(database.app, searchScope(actor), kind, text, 1)).hits;

/** The words of something that this world's author has written. */
async function written(table: "obstacles" | "innovation_plans"): Promise<string> {
  const [row] = await database.app.$queryRawUnsafe<{ title: string }[]>(
    `SELECT title FROM ${table} t JOIN stages s ON s.latest_revision_id = t.revision_id
     WHERE s.assignment_id = $1::uuid`,
    assignmentId,
  );
  if (!row) throw new Error(`nothing in ${table}`);
  return row.title;
}

describe("who finds what", () => {
  it.each(["obstacles", "plans"] as const)(
    "%s are found by their author, facilitator and staff",
    async (kind) => {
      const title = await written(kind === "obstacles" ? "obstacles" : "innovation_plans");
      const paths: Record<string, RegExp> = {
        own: new RegExp(`^/tasks/${assignmentId}/`),
        others: new RegExp(`^/reviews/${assignmentId}/`),
      };
      for (const [actor, path] of [
        [author, paths.own],
        [facilitator, paths.others],
        [world.organizer, paths.others],
        [world.viewer, paths.others],
      ] as const) {
        const [hit] = await hits(actor, kind, title);
        expect(hit?.title).toContain(title);
        expect(hit?.href).toMatch(path as RegExp);
      }
    },
  );

  it.each(["obstacles", "plans"] as const)("%s are found by nobody else", async (kind) => {
    const title = await written(kind === "obstacles" ? "obstacles" : "innovation_plans");
    const others = [
      world.participants[1],
      world.facilitators[1],
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
      world.administrator,
    ] as Actor[];
    for (const actor of others) expect(await hits(actor, kind, title)).toEqual([]);
  });

  it("people are found by staff of their centre and by their facilitator alone", async () => {
    const { fullName } = await database.app.enrolment.findFirstOrThrow({
      where: { id: author.enrolments[0]?.id ?? "" },
      select: { fullName: true },
    });
    const names = async (actor: Actor) =>
      (await hits(actor, "people", fullName)).map(({ id }) => id);
    const id = author.enrolments[0]?.id;
    expect(await names(world.organizer)).toContain(id);
    expect(await names(facilitator)).toContain(id);
    for (const actor of [
      author,
      world.participants[1],
      world.facilitators[1],
      world.stranger,
      world.otherFacilitator,
    ] as Actor[]) {
      expect(await names(actor)).not.toContain(id);
    }
  });

  it("a whole number finds its person for those who read numbers in full, and for nobody else", async () => {
    const id = author.enrolments[0]?.id ?? "";
    const number = "198609262015051001";
    await database.app.enrolment.update({
      where: { id },
      data: { idType: "NIP", idNumber: number },
    });
    const ids = async (actor: Actor, text: string) =>
      (await hits(actor, "people", text)).map((hit) => hit.id);
    expect(await ids(world.organizer, number)).toEqual([id]);
    expect(await ids(world.organizer, "19860926 201505 1 001")).toEqual([id]);
    // Not digit by digit.
    expect(await ids(world.organizer, number.slice(0, 12))).toEqual([]);
    for (const actor of [world.viewer, facilitator, author, world.stranger]) {
      expect(await ids(actor, number)).toEqual([]);
    }
  });

  it("who has left is found by staff, and by the facilitator no more", async () => {
    const leaver = world.participants[1] as Actor;
    const id = leaver.enrolments[0]?.id ?? "";
    const { fullName } = await database.app.enrolment.update({
      where: { id },
      data: { withdrawnAt: new Date(), withdrawnReason: "Pindah tugas" },
      select: { fullName: true },
    });
    const ids = async (actor: Actor) =>
      (await hits(actor, "people", fullName)).map((hit) => hit.id);
    expect(await ids(world.organizer)).toContain(id);
    expect(await ids(facilitator)).not.toContain(id);
    await database.app.enrolment.update({
      where: { id },
      data: { withdrawnAt: null, withdrawnReason: null },
    });
  });

  it("the same innovations are found as the catalogue lists", async () => {
    const actors = [
      world.organizer,
      world.viewer,
      facilitator,
      author,
      world.stranger,
      world.otherParticipant,
    ];
    for (const actor of actors) {
      const scope = catalogueScope(actor);
      if (!scope) throw new Error("no catalogue");
      const listed = await listInnovations(database.app, scope, catalogueQuerySchema.parse({}));
      const found = await findInnovationsByWords(database.app, scope, "inovasi:*", {
        take: 100,
        skip: 0,
      });
      expect(found.map(({ id }) => id).toSorted()).toEqual(
        listed.rows.map(({ id }) => id).toSorted(),
      );
      expect(found.length).toBeGreaterThan(0);
    }
    expect(await hits(world.administrator, "innovations", "inovasi")).toEqual([]);
  });
});

describe("words", () => {
  it("are found by their stem, by their beginning, and in any order", async () => {
    await database.app.innovation.update({
      where: { id: world.innovationIds[0] ?? "" },
      data: { name: "Sistem Perizinan Terpadu", summary: "Melayani permohonan masyarakat." },
    });
    for (const text of ["izin", "perizin", "TERPADU sistem", "permohonan", "mohon", "satu"]) {
      const found = await hits(world.organizer, "innovations", text);
      expect(
        found.map(({ id }) => id),
        text,
      ).toContain(world.innovationIds[0]);
    }
    expect(await hits(world.organizer, "innovations", "perizinan kesehatan")).toEqual([]);
  });

  it("that mean something to the query language mean nothing here", async () => {
    for (const text of ["'", "a' | 'b", "!sistem", "(", "<->", "%", "\\", ":*", "satu:*a"]) {
      await expect(look(world.organizer, text), text).resolves.toBeInstanceOf(Array);
    }
    expect(await look(world.organizer, "  &  ")).toEqual([]);
  });
});

it("what does not stand is not found", async () => {
  const other = world.participants[1] as Actor;
  const id = await assign(world, other);
  value(await submit(world, other, id, "EVALUATE"));
  value(await approve(world, facilitator, id, "EVALUATE"));
  value(await submit(world, other, id, "OBSTACLES"));
  const title = await written("obstacles");
  const own = async () =>
    (await hits(other, "obstacles", title)).filter(({ href }) => href.includes(id));
  expect(await own()).not.toEqual([]);
  value(
    await cancelAssignment(world.ctx, world.organizer, {
      commandId: newId(),
      assignmentId: id,
      reason: "Peserta pindah tugas",
    }),
  );
  expect(await own()).toEqual([]);
});

it("shows a few at first and the rest page by page, each once", async () => {
  await createBusyCohort(database.app, world, 54, new Date());
  const groups = await look(world.organizer, "peserta");
  const people = groups.find(({ kind }) => kind === "people");
  expect(people).toMatchObject({ more: true });
  expect(people?.hits).toHaveLength(SEARCH_GLANCE);
  const seen: string[] = [];
  for (let page = 1; ; page += 1) {
    const { hits: found, more } = await searchKind(
      database.app,
      searchScope(world.organizer),
      "people",
      "peserta",
      page,
    );
    seen.push(...found.map(({ id }) => id));
    if (!more) break;
    expect(found).toHaveLength(SEARCH_PAGE);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(54);
});

it.each([
  ["people", "enrolments_words"],
  ["innovations", "innovations_words"],
  ["obstacles", "obstacles_words"],
  ["plans", "innovation_plans_words"],
] as const)("the index of words serves the search for %s", async (kind, index) => {
  const plan: unknown[] = [];
  await database.app.$transaction(async (tx) => {
    // So few rows would be read one after the other, or looked up from the other side.
    await tx.$executeRawUnsafe("SET LOCAL enable_seqscan = off");
    await tx.$executeRawUnsafe("SET LOCAL enable_nestloop = off");
    const explain = {
      $queryRaw: async (strings: TemplateStringsArray, ...values: Prisma.Sql[]) => {
        const query = Prisma.sql(strings, ...values);
        plan.push(await tx.$queryRaw(Prisma.sql`EXPLAIN ${query}`));
        return [];
      },
    } as unknown as Reader;
    await searchKind(explain, searchScope(world.organizer), kind, "data", 1);
  });
  expect(JSON.stringify(plan)).toContain(index);
});

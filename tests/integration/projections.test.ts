import { expect, it } from "vitest";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { rebuildProjections } from "@/lib/setup/projections";
import { openDatabase } from "@/tests/support/database";
import { readProjections } from "@/tests/support/projections";
import { approve, assessWork, assign, createWorld, submit, value } from "@/tests/support/world";

const database = openDatabase();

it("projections can be written anew from the revisions, and are the same", async () => {
  const world = await createWorld(database.app);
  const [author] = world.participants;
  const [reviewer] = world.facilitators;
  if (!author || !reviewer) throw new Error("an empty world");
  const assignmentId = await assign(world, author);
  for (const stage of STAGE_KINDS) {
    value(await submit(world, author, assignmentId, stage));
    if (stage === "PLAN") value(await assessWork(world, reviewer, assignmentId));
    value(await approve(world, reviewer, assignmentId, stage));
  }
  const before = await readProjections(database.app);
  for (const rows of Object.values(before)) expect(rows).not.toEqual([]);

  await database.owner.obstacle.updateMany({ data: { title: "Diubah di luar aplikasi" } });
  await database.owner.strength.deleteMany();
  expect(await readProjections(database.app)).not.toEqual(before);

  expect(await rebuildProjections(database.owner)).toBe(4);
  expect(await readProjections(database.app)).toEqual(before);
});

import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findServedAttachment, listAttachments } from "@/lib/attachment/data";
import { ATTACHMENT_BOUNDS, type AttachedTo } from "@/lib/attachment/model";
import { addAttachment, removeAttachment } from "@/lib/attachment/mutations";
import { addAttachmentSchema } from "@/lib/attachment/schema";
import { readFieldPack } from "@/lib/field/data";
import { findServedFile } from "@/lib/file/data";
import { announceUpload, appendToUpload, type FileContext } from "@/lib/file/mutations";
import { findInnovation } from "@/lib/innovation/data";
import { catalogueScope } from "@/lib/innovation/policy";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { diskStorage } from "@/lib/platform/storage";
import { openDatabase } from "@/tests/support/database";
import { hashOf, pdf, photo, refOf } from "@/tests/support/files";
import { assign, createWorld, NOW, newId, value, type World } from "@/tests/support/world";

const database = openDatabase();
const now = new Date(NOW);
let world: World;
let folder: string;
let ctx: FileContext;
let innovationId: string;
let hostRegionId: string;

beforeAll(async () => {
  world = await createWorld(database.app);
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-attachments-"));
  ctx = { ...world.ctx, storage: diskStorage(folder) };
  innovationId = world.innovationIds[0] as string;
  const { hostRegion } = await database.app.innovation.findUniqueOrThrow({
    where: { id: innovationId },
    select: { hostRegion: { select: { id: true, centerId: true } } },
  });
  hostRegionId =
    hostRegion.centerId === world.centerId
      ? hostRegion.id
      : (
          await database.app.hostRegion.create({
            data: {
              centerId: world.centerId,
              name: "Pemerintah Kota Dokumen",
              shortName: "Kota Dokumen",
              type: "CITY",
            },
          })
        ).id;
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

const inputOf = (bytes: Uint8Array, of: AttachedTo, more: Record<string, unknown> = {}) =>
  addAttachmentSchema.parse({
    commandId: newId(),
    centerId: world.centerId,
    title: "Keputusan Bupati tentang layanan",
    source: "JDIH Kabupaten",
    datedOn: "2017-03-01",
    file: refOf(bytes, "application/pdf"),
    ...of,
    ...more,
  });
const add = (bytes: Uint8Array, of: AttachedTo, actor = world.organizer) =>
  addAttachment(ctx, actor, inputOf(bytes, of));
const remove = (id: string, actor = world.organizer, centerId = world.centerId) =>
  removeAttachment(ctx, actor, { commandId: newId(), centerId, id });

async function send(attachmentId: string, bytes: Uint8Array, actor = world.organizer) {
  const announced = await announceUpload(ctx, actor, {
    attachmentId,
    hash: hashOf(bytes),
    size: bytes.byteLength,
  });
  if (!announced.ok) return announced;
  const { id, offset } = announced.value;
  return appendToUpload(ctx, actor, { id, offset, bytes: new Uint8Array(bytes).slice(offset) });
}

async function list(actor: Actor, of: AttachedTo, pending = false) {
  const scope = catalogueScope(actor);
  return scope ? listAttachments(ctx.db, scope, of, now, pending) : [];
}
const addressIn = (url: string | null | undefined) =>
  decodeURIComponent((url ?? "").split("/").at(-1) ?? "");
let made = 0;
/** A PDF that is no other. */
const paper = () => pdf({ catalogue: `/Nomor ${++made}` });

describe.each([
  ["an innovation", () => ({ innovationId })],
  ["a region", () => ({ hostRegionId })],
] as const)("a document of %s", (_, of) => {
  it("is named first, then brought, and shown with its size and type", async () => {
    const bytes = paper();
    const { id } = value(await add(bytes, of()));
    // Before its bytes are there, only whoever may remove it is told of it.
    expect((await list(world.organizer, of(), true)).find((row) => row.id === id)?.file).toBeNull();
    expect((await list(world.viewer, of())).find((row) => row.id === id)).toBeUndefined();
    value(await send(id, bytes));
    const shown = (await list(world.viewer, of())).find((row) => row.id === id);
    expect(shown).toMatchObject({
      title: "Keputusan Bupati tentang layanan",
      source: "JDIH Kabupaten",
      datedOn: "2017-03-01",
      file: { kind: "DOCUMENT", size: bytes.length },
    });
    const served = await findServedAttachment(
      ctx.db,
      world.viewer,
      addressIn(shown?.file?.url),
      now,
    );
    expect(await ctx.storage.get(served?.name ?? "")).toEqual(bytes);
    expect(
      await database.app.auditEvent.findMany({
        where: { subjectId: id },
        orderBy: { id: "asc" },
        select: { type: true, subjectType: true, centerId: true },
      }),
    ).toEqual(
      ["catalogue.added", "catalogue.file_arrived"].map((type) => ({
        type,
        subjectType: "attachment",
        centerId: world.centerId,
      })),
    );
  });

  it("is added, brought and removed by organisers of its centre alone", async () => {
    const bytes = paper();
    const { id } = value(await add(bytes, of()));
    const refusals: [Actor, string][] = [
      [world.viewer, "forbidden"],
      [world.stranger, "not_found"],
      [world.facilitators[0] as Actor, "not_found"],
      [world.participants[0] as Actor, "not_found"],
      [world.otherFacilitator, "not_found"],
      [world.otherParticipant, "not_found"],
    ];
    for (const [actor, reason] of refusals) {
      expect(await add(paper(), of(), actor)).toMatchObject({ reason });
      expect(await remove(id, actor)).toMatchObject({ reason });
      // Whoever may not bring it is told no more than a stranger.
      expect(await send(id, bytes, actor)).toMatchObject({ reason: "not_found" });
    }
    // Another centre's organiser does not get at it by naming their own centre.
    const elsewhere = world.stranger.staff[0]?.centerId ?? "";
    expect(await remove(id, world.stranger, elsewhere)).toMatchObject({ reason: "not_found" });
    const into = { ...inputOf(paper(), of()), centerId: elsewhere };
    expect(await addAttachment(ctx, world.stranger, into)).toMatchObject({ reason: "not_found" });
    value(await send(id, bytes));
    value(await remove(id));
  });

  it("opens for whoever may see the entry, and for nobody else", async () => {
    const bytes = await photo(400 + made);
    const { id } = value(await add(bytes, of()));
    value(await send(id, bytes));
    const file = (await list(world.organizer, of())).find((row) => row.id === id)?.file;
    const open = (actor: Actor, url = file?.url, at = now) =>
      findServedAttachment(ctx.db, actor, addressIn(url), at);
    for (const actor of [world.organizer, world.viewer]) {
      expect(await open(actor)).toMatchObject({ kind: "IMAGE" });
    }
    const sees = async (actor: Actor) => (await list(actor, of())).some((row) => row.id === id);
    for (const actor of [...world.participants, ...world.facilitators]) {
      expect((await open(actor)) !== null).toBe(await sees(actor));
    }
    for (const actor of [world.stranger, world.otherFacilitator, world.otherParticipant]) {
      expect(await sees(actor)).toBe(false);
      expect(await open(actor)).toBeNull();
    }
    // It is no address of somebody's work, and ends like those.
    expect(await findServedFile(ctx.db, world.organizer, addressIn(file?.url), now)).toBeNull();
    expect(
      await open(world.organizer, file?.url, new Date(now.getTime() + 13 * 3_600_000)),
    ).toBeNull();
    expect((await open(world.viewer, file?.thumbnailUrl ?? ""))?.name).toContain(".small.");
    value(await remove(id));
    expect(await open(world.organizer)).toBeNull();
  });

  it("comes twice and happens once", async () => {
    const bytes = paper();
    const input = inputOf(bytes, of());
    const added = await Promise.all(
      [1, 2, 3].map(() => addAttachment(ctx, world.organizer, input)),
    );
    const ids = new Set(added.map((result) => value(result).id));
    expect(ids.size).toBe(1);
    const [id = ""] = ids;
    // Under another command it is the twin of what stands there.
    expect(await add(bytes, of())).toMatchObject({
      reason: "invalid",
      issues: [{ path: "file", code: "entry_taken" }],
    });
    await Promise.all([send(id, bytes), send(id, bytes)]);
    value(await send(id, bytes));
    const arrivals = { subjectId: id, type: "catalogue.file_arrived" };
    expect(await database.app.auditEvent.count({ where: arrivals })).toBe(1);
    const command = { commandId: newId(), centerId: world.centerId, id };
    for (const result of await Promise.all(
      [1, 2].map(() => removeAttachment(ctx, world.organizer, command)),
    )) {
      expect(value(result)).toEqual({ id });
    }
    expect(await remove(id)).toMatchObject({ reason: "not_found" });
    expect(await send(id, bytes)).toMatchObject({ reason: "not_found" });
  });

  it("is refused with its reason where it is no document, and nothing is left of its bytes", async () => {
    const program = Buffer.from("4d5a90000300000004000000ffff0000", "hex");
    const active = pdf({ catalogue: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" });
    for (const [bytes, code] of [
      [program, "upload_type"],
      [active, "upload_active"],
    ] as const) {
      const { id } = value(await add(bytes, of()));
      expect(await send(id, bytes)).toMatchObject({
        reason: "invalid",
        issues: [{ path: "file", code }],
      });
      const hash = hashOf(bytes);
      expect(await database.app.storedFile.count({ where: { hash } })).toBe(0);
      expect(await database.app.upload.count({ where: { hash } })).toBe(0);
      expect((await list(world.viewer, of())).some((row) => row.id === id)).toBe(false);
      value(await remove(id));
    }
    expect(
      addAttachmentSchema.safeParse({
        ...inputOf(paper(), of()),
        file: { ...refOf(paper()), size: 40_000_000 },
      }).success,
    ).toBe(false);
  });

  it("takes the bytes that its row names, and no others", async () => {
    const [bytes, other] = [paper(), paper()];
    const { id } = value(await add(bytes, of()));
    expect(await send(id, other)).toMatchObject({ reason: "text_missing" });
    value(await remove(id));
  });
});

describe("documents of the catalogue", () => {
  it("share their bytes, and removing one leaves what another names", async () => {
    const bytes = paper();
    const first = value(await add(bytes, { innovationId }));
    const second = value(await add(bytes, { hostRegionId }));
    value(await send(first.id, bytes));
    // Whoever only knows the hash has nothing yet.
    const before = (await list(world.organizer, { hostRegionId }, true)).find(
      ({ id }) => id === second.id,
    );
    expect(before?.file).toBeNull();
    value(await send(second.id, bytes));
    expect(await database.app.storedFile.count({ where: { hash: hashOf(bytes) } })).toBe(1);
    value(await remove(first.id));
    const kept = (await list(world.organizer, { hostRegionId })).find(({ id }) => id === second.id);
    const served = await findServedAttachment(
      ctx.db,
      world.organizer,
      addressIn(kept?.file?.url),
      now,
    );
    expect(await ctx.storage.get(served?.name ?? "")).toEqual(bytes);
    value(await remove(second.id));
  });

  it("are never added to what all centres share", async () => {
    const shared = await database.owner.hostRegion.create({
      data: { centerId: null, name: "Kota Bersama", shortName: "Bersama", type: "CITY" },
    });
    expect(await add(paper(), { hostRegionId: shared.id })).toMatchObject({ reason: "forbidden" });
    await expect(
      database.app.attachment.create({
        data: {
          id: newId(),
          centerId: world.centerId,
          hostRegionId: shared.id,
          title: "Selundupan",
          source: "SQL",
          datedOn: now,
          hash: "a".repeat(64),
          size: 1,
          createdAt: now,
        },
      }),
    ).rejects.toThrow(/of the centre whose entry/);
  });

  it("hang on one entry, and are never changed", async () => {
    const of = { innovationId, hostRegionId };
    expect(
      addAttachmentSchema.safeParse({ ...inputOf(paper(), { innovationId }), ...of }).success,
    ).toBe(false);
    const { id } = value(await add(paper(), { innovationId }));
    for (const data of [{ title: "Lain" }, { hash: "b".repeat(64) }, { size: 2 }]) {
      await expect(database.app.attachment.update({ where: { id }, data })).rejects.toThrow(
        /never changed/,
      );
    }
    value(await remove(id));
  });

  it("are so many at most, also when they come at one moment", async () => {
    const region = await database.app.hostRegion.create({
      data: {
        centerId: world.centerId,
        name: "Kota Penuh Dokumen",
        shortName: "Kota Penuh",
        type: "CITY",
      },
    });
    const results = await Promise.all(
      Array.from({ length: ATTACHMENT_BOUNDS.each + 4 }, () =>
        add(paper(), { hostRegionId: region.id }),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(ATTACHMENT_BOUNDS.each);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      issues: [{ path: "file", code: "too_many", params: { max: ATTACHMENT_BOUNDS.each } }],
    });
  });

  it("go to a device by their titles alone", async () => {
    const participant = world.participants[0] as Actor;
    await assign(world, participant);
    const bytes = paper();
    const { id } = value(await add(bytes, { innovationId }));
    const pack = async () => {
      const read = await readFieldPack(ctx.db, participant, now);
      return read.innovations.find((row) => row.id === innovationId);
    };
    const scope = catalogueScope(participant);
    const sees = scope && (await findInnovation(ctx.db, scope, innovationId));
    expect(sees).not.toBeNull();
    expect((await pack())?.attachmentTitles).not.toContain("Paparan untuk tamu");
    value(await send(id, bytes));
    const titles = (await pack())?.attachmentTitles;
    expect(titles).toContain("Keputusan Bupati tentang layanan");
    expect(JSON.stringify(await pack())).not.toContain("/api/files/");
    value(await remove(id));
  });

  it("are no business of somebody who was deactivated", async () => {
    const session = { personId: world.organizer.personId, sessionVersion: 0 };
    expect(await findActor(ctx.db, session)).not.toBeNull();
    await database.app.person.update({
      where: { id: session.personId },
      data: { status: "DEACTIVATED" },
    });
    // Every request asks who it is; nobody is left who could ask for one.
    expect(await findActor(ctx.db, session)).toBeNull();
  });
});

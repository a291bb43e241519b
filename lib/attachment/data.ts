import "server-only";
import type { AttachedTo, AttachmentDto } from "@/lib/attachment/model";
import {
  openAddress,
  type ServedFile,
  servedFile,
  servedSelect,
  storedSelect,
  toStored,
} from "@/lib/file/data";
import { coveredRegions } from "@/lib/host/data";
import { coveredInnovations } from "@/lib/innovation/data";
import { type CatalogueScope, catalogueScope } from "@/lib/innovation/policy";
import type { Actor } from "@/lib/platform/actor";
import { isoDate } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";

/** What hangs on an entry that the scope covers: whoever may see the entry may read it. */
function covered(scope: CatalogueScope): Prisma.AttachmentWhereInput {
  return { OR: [{ innovation: coveredInnovations(scope) }, { hostRegion: coveredRegions(scope) }] };
}

/**
 * The documents of an entry, the latest first. One statement.
 *
 * @param pending tells of those as well whose bytes have not arrived
 */
export async function listAttachments(
  db: Reader,
  scope: CatalogueScope,
  of: AttachedTo,
  now: Date,
  pending: boolean,
): Promise<AttachmentDto[]> {
  const rows = await db.attachment.findMany({
    where: { AND: [of, covered(scope)], ...(pending ? {} : { fileHash: { not: null } }) },
    select: {
      id: true,
      title: true,
      source: true,
      datedOn: true,
      hash: true,
      arrivedAt: true,
      file: storedSelect,
    },
    orderBy: [{ datedOn: "desc" }, { title: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, title, source, datedOn, hash, arrivedAt, file }) => ({
    id,
    title,
    source,
    datedOn: isoDate(datedOn),
    file:
      file && arrivedAt
        ? toStored(file, { hash, arrivedAt }, { kind: "attachment", id }, now)
        : null,
  }));
}

/** What an address of an attachment leads to, for who asks: as `findServedFile` for evidence. */
export async function findServedAttachment(
  reader: Reader,
  actor: Actor,
  address: string,
  now: Date,
): Promise<ServedFile | null> {
  const opened = openAddress(address, "attachment", now);
  const scope = opened && catalogueScope(actor);
  if (!scope) return null;
  const { id, hash, small } = opened;
  const found = await reader.attachment.findFirst({
    where: { AND: [{ id, fileHash: hash }, covered(scope)] },
    select: { file: servedSelect },
  });
  return found?.file ? servedFile(found.file, hash, small) : null;
}

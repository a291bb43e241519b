import "server-only";
import type { AgencyType } from "@/lib/agency/model";
import {
  type EntryRecord,
  type EntryTable,
  exactly,
  insertEntries,
  ownOrShared,
  twinIssue,
  updateEntries,
} from "@/lib/catalogue/record";

export type AgencyValues = { name: string; shortName: string; type: AgencyType };

const TABLE: EntryTable<AgencyValues> = {
  name: "agencies",
  columns: { name: "text", shortName: "text", type: '"AgencyType"' },
};

export const agencyRecord: EntryRecord<AgencyValues> = {
  twinField: "name",
  async read(tx, id) {
    const row = await tx.agency.findUnique({
      where: { id },
      select: {
        centerId: true,
        version: true,
        archivedAt: true,
        name: true,
        shortName: true,
        type: true,
      },
    });
    if (!row) return null;
    const { centerId, version, archivedAt, ...values } = row;
    return { centerId, version, archivedAt, values };
  },
  async check(tx, centerId, id, { name }) {
    const twin = await tx.agency.findFirst({
      where: { ...ownOrShared(centerId), name: exactly(name), ...(id && { id: { not: id } }) },
      select: { centerId: true },
    });
    return twinIssue(twin, "name", "name_taken");
  },
  insert: (tx, ...entries) => insertEntries(tx, TABLE, ...entries),
  update: (tx, ...entries) => updateEntries(tx, TABLE, ...entries),
  async archive(tx, place, archivedAt, now) {
    const { count } = await tx.agency.updateMany({
      where: place,
      data: { archivedAt, version: { increment: 1 }, updatedAt: now },
    });
    return count > 0;
  },
  references: (tx, id) => tx.enrolment.count({ where: { agencyId: id } }),
  async remove(tx, place) {
    const { count } = await tx.agency.deleteMany({ where: place });
    return count > 0;
  },
};

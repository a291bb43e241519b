import "server-only";
import { type EntryRecord, exactly, ownOrShared, twinIssue } from "@/lib/catalogue/record";
import type {
  Affair,
  InnovationForm,
  InnovationInitiator,
  InnovationStage,
  InnovationType,
} from "@/lib/document/taxonomy";
import { regionIssues } from "@/lib/host/record";
import type { Confidence, InnovationFacet } from "@/lib/innovation/model";
import type { Tx } from "@/lib/platform/db";

export type InnovationValues = {
  hostRegionId: string;
  hostUnitId: string;
  code: string;
  name: string;
  summary: string;
  form: InnovationForm;
  type: InnovationType;
  stage: InnovationStage;
  startedOn: string | null;
  initiator: InnovationInitiator | null;
  affair: Affair | null;
  affairNote: string | null;
  facet: InnovationFacet | null;
  design: string | null;
  coreChange: string | null;
  purpose: string | null;
  benefit: string | null;
  result: string | null;
  source: string | null;
  confidence: Confidence;
  links: { title: string; url: string }[];
};

export type FactValues = {
  innovationId: string;
  text: string;
  source: string;
  confidence: Confidence;
};

/** The columns of the form, beside the links. */
export const innovationColumns = {
  hostRegionId: true,
  hostUnitId: true,
  code: true,
  name: true,
  summary: true,
  form: true,
  type: true,
  stage: true,
  startedOn: true,
  initiator: true,
  affair: true,
  affairNote: true,
  facet: true,
  design: true,
  coreChange: true,
  purpose: true,
  benefit: true,
  result: true,
  source: true,
  confidence: true,
  links: { select: { title: true, url: true }, orderBy: { sortOrder: "asc" } },
} as const;

/** What a centre adds stands after what is shared, in the order in which it came. */
const AFTER_SHARED = 1000;

export const innovationRecord: EntryRecord<InnovationValues> = {
  twinField: "code",
  async read(tx, id) {
    const row = await tx.innovation.findUnique({
      where: { id },
      select: { centerId: true, version: true, archivedAt: true, ...innovationColumns },
    });
    if (!row) return null;
    const { centerId, version, archivedAt, ...values } = row;
    return { centerId, version, archivedAt, values };
  },
  async check(tx, centerId, id, { hostRegionId, hostUnitId, code }) {
    const astray = await regionIssues(tx, centerId, hostRegionId);
    if (astray.length > 0) return astray;
    const units = await tx.hostUnit.count({
      where: { id: hostUnitId, hostRegionId, ...ownOrShared(centerId) },
    });
    const twin = await tx.innovation.findFirst({
      where: {
        hostRegionId,
        ...ownOrShared(centerId),
        code: exactly(code),
        ...(id && { id: { not: id } }),
      },
      select: { centerId: true },
    });
    return [
      ...(units > 0 ? [] : [{ path: "hostUnitId", code: "invalid_choice" }]),
      ...twinIssue(twin, "code", "code_taken"),
    ];
  },
  async create(tx, centerId, { links, ...values }, now) {
    const { id } = await tx.innovation.create({
      data: { centerId, ...values, sortOrder: AFTER_SHARED, updatedAt: now },
      select: { id: true },
    });
    if (links.length > 0) await tx.innovationLink.createMany({ data: numbered(id, links) });
    return id;
  },
  async update(tx, place, { links, hostRegionId, ...values }, now) {
    // An innovation stays in its region: visits, awards and work speak of it there.
    const { count } = await tx.innovation.updateMany({
      where: { ...place, hostRegionId },
      data: { ...values, version: { increment: 1 }, updatedAt: now },
    });
    if (count === 0) return false;
    await tx.innovationLink.deleteMany({ where: { innovationId: place.id } });
    await tx.innovationLink.createMany({ data: numbered(place.id, links) });
    return true;
  },
  async archive(tx, place, archivedAt, now) {
    const { count } = await tx.innovation.updateMany({
      where: place,
      data: { archivedAt, version: { increment: 1 }, updatedAt: now },
    });
    return count > 0;
  },
  async references(tx, id) {
    const assignments = await tx.assignment.count({ where: { innovationId: id } });
    const awards = await tx.award.count({ where: { innovationId: id } });
    const solutions = await tx.solution.count({ where: { sourceInnovationId: id } });
    return assignments + awards + solutions;
  },
  async remove(tx, place) {
    const { count } = await tx.innovation.deleteMany({ where: place });
    return count > 0;
  },
};

function numbered(innovationId: string, links: { title: string; url: string }[]) {
  return links.map(({ title, url }, index) => ({ innovationId, title, url, sortOrder: index + 1 }));
}

/** The columns of the form. */
export const factColumns = {
  innovationId: true,
  text: true,
  source: true,
  confidence: true,
} as const;

/** Keeps everybody else from adding facts to the innovations that a centre sees. */
export async function lockInnovations(tx: Tx, centerId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM innovations WHERE center_id IS NULL OR center_id = ${centerId}::uuid
    ORDER BY id FOR NO KEY UPDATE`;
}

export const factRecord: EntryRecord<FactValues> = {
  twinField: "text",
  async read(tx, id) {
    const row = await tx.innovationFact.findUnique({
      where: { id },
      select: {
        centerId: true,
        version: true,
        ...factColumns,
      },
    });
    if (!row) return null;
    const { centerId, version, ...values } = row;
    return { centerId, version, archivedAt: null, values };
  },
  async check(tx, centerId, id, { innovationId, text }) {
    // Facts of an innovation are written one after another: no index holds two equal texts apart.
    await tx.$queryRaw`SELECT 1 FROM innovations WHERE id = ${innovationId}::uuid FOR NO KEY UPDATE`;
    const innovations = await tx.innovation.count({
      where: { id: innovationId, ...ownOrShared(centerId) },
    });
    if (innovations === 0) return [{ path: "innovationId", code: "invalid_choice" }];
    const twin = await tx.innovationFact.findFirst({
      where: {
        innovationId,
        ...ownOrShared(centerId),
        text: exactly(text),
        ...(id && { id: { not: id } }),
      },
      select: { centerId: true },
    });
    return twinIssue(twin, "text", "entry_taken");
  },
  async create(tx, centerId, values, now) {
    const last = await tx.innovationFact.aggregate({
      where: { innovationId: values.innovationId },
      _max: { sortOrder: true },
    });
    const made = await tx.innovationFact.create({
      data: { centerId, ...values, sortOrder: (last._max.sortOrder ?? 0) + 1, updatedAt: now },
      select: { id: true },
    });
    return made.id;
  },
  async update(tx, place, { innovationId, ...values }, now) {
    const { count } = await tx.innovationFact.updateMany({
      where: { ...place, innovationId },
      data: { ...values, version: { increment: 1 }, updatedAt: now },
    });
    return count > 0;
  },
  references: async () => 0,
  async remove(tx, place) {
    const { count } = await tx.innovationFact.deleteMany({ where: place });
    return count > 0;
  },
};

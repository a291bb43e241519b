import "server-only";
import {
  type EntryRecord,
  type EntryTable,
  exactly,
  insertEntries,
  type NewEntry,
  ownOrShared,
  twinIssue,
  updateEntries,
} from "@/lib/catalogue/record";
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
import { uuidv7 } from "@/lib/platform/ids";

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

const INNOVATIONS: EntryTable<Omit<InnovationValues, "links">> = {
  name: "innovations",
  columns: {
    hostRegionId: "uuid",
    hostUnitId: "uuid",
    code: "text",
    name: "text",
    summary: "text",
    form: '"InnovationForm"',
    type: '"InnovationType"',
    stage: '"InnovationStage"',
    startedOn: "text",
    initiator: '"InnovationInitiator"',
    affair: '"Affair"',
    affairNote: "text",
    facet: '"InnovationFacet"',
    design: "text",
    coreChange: "text",
    purpose: "text",
    benefit: "text",
    result: "text",
    source: "text",
    confidence: '"Confidence"',
  },
  // An innovation stays in its region: visits, awards and work speak of it there.
  hangsOn: "hostRegionId",
};
/** Where it stands among others is said once, when it is added. */
const NEW_INNOVATIONS: EntryTable<Omit<InnovationValues, "links"> & Placed> = {
  ...INNOVATIONS,
  columns: { ...INNOVATIONS.columns, sortOrder: "int" },
};
interface Placed {
  sortOrder: number;
}

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
  async insert(tx, centerId, entries, now) {
    const placed = entries.map(({ id, values: { links: _, ...values } }) => ({
      id,
      values: { ...values, sortOrder: AFTER_SHARED },
    }));
    await insertEntries(tx, NEW_INNOVATIONS, centerId, placed, now);
    await insertLinks(tx, entries, now);
  },
  async update(tx, centerId, entries, now) {
    const count = await updateEntries(tx, INNOVATIONS, centerId, entries, now);
    // Whoever asked for more refuses the whole.
    if (count < entries.length) return count;
    const ids = entries.map(({ id }) => id);
    if (count > 0) {
      await tx.$executeRaw`DELETE FROM innovation_links WHERE innovation_id = ANY(${ids}::uuid[])`;
    }
    await insertLinks(tx, entries, now);
    return count;
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

async function insertLinks(
  tx: Tx,
  entries: readonly NewEntry<InnovationValues>[],
  now: Date,
): Promise<void> {
  const rows = entries.flatMap(({ id: innovationId, values }) =>
    values.links.map(({ title, url }, index) => ({
      id: uuidv7(now),
      innovationId,
      title,
      url,
      sortOrder: index + 1,
    })),
  );
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO innovation_links (id, innovation_id, title, url, sort_order)
    SELECT r.id, r."innovationId", r.title, r.url, r."sortOrder"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      id uuid, "innovationId" uuid, title text, url text, "sortOrder" int)`;
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

const FACTS: EntryTable<FactValues> = {
  name: "innovation_facts",
  columns: { innovationId: "uuid", text: "text", source: "text", confidence: '"Confidence"' },
  hangsOn: "innovationId",
};
const NEW_FACTS: EntryTable<FactValues & Placed> = {
  ...FACTS,
  columns: { ...FACTS.columns, sortOrder: "int" },
};

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
  async insert(tx, centerId, entries, now) {
    if (entries.length === 0) return;
    const innovations = [...new Set(entries.map(({ values }) => values.innovationId))];
    const standing = await tx.$queryRaw<{ innovationId: string; last: number }[]>`
      SELECT innovation_id AS "innovationId", max(sort_order)::int AS last FROM innovation_facts
      WHERE innovation_id = ANY(${innovations}::uuid[]) GROUP BY innovation_id`;
    const last = new Map(standing.map((row) => [row.innovationId, row.last]));
    const placed = entries.map(({ id, values }) => {
      const sortOrder = (last.get(values.innovationId) ?? 0) + 1;
      last.set(values.innovationId, sortOrder);
      return { id, values: { ...values, sortOrder } };
    });
    await insertEntries(tx, NEW_FACTS, centerId, placed, now);
  },
  update: (tx, ...entries) => updateEntries(tx, FACTS, ...entries),
  references: async () => 0,
  async remove(tx, place) {
    const { count } = await tx.innovationFact.deleteMany({ where: place });
    return count > 0;
  },
};

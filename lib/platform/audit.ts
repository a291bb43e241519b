import "server-only";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";

type JsonObject = Record<string, unknown>;

/** Every event with its payload: ids and codes only, never personal data. */
export interface AuditPayloads {
  "assignment.created": { innovationId: string; enrolmentId: string; gatePolicy: string };
  "assignment.cancelled": Record<string, never>;
  /** An assignment that had been cancelled goes on, with all that was written. */
  "assignment.restored": Record<string, never>;
  /** A centre's template of assignments was made or changed, or taken away. */
  "template.saved": { templateId: string; version: number };
  "template.deleted": { templateId: string };
  /** How many people got another place, and of which kind. */
  "allocation.applied": { kind: string; moves: number };
  "allocation.undone": { kind: string; moves: number };
  /** What holds of a place or of somebody and a place: a capacity, a pin, a declared tie, wishes. */
  "allocation.rule_changed": { kind: string; rule: string; placeId: string | null };
  /** Until when participants are asked for their choices, as an ISO instant; null: no more. */
  "allocation.wishes_asked": { until: string | null };
  "stage.draft_saved": { kind: string; version: number };
  /** A draft that the form of today cannot read was kept beside the stage, which begins again. */
  "stage.started_anew": { kind: string; version: number };
  "stage.submitted": { kind: string; revisionId: string; number: number; timeliness: string };
  "stage.withdrawn": { kind: string; revisionId: string };
  "stage.returned": { kind: string; revisionId: string; decisionId: string };
  "stage.approved": { kind: string; revisionId: string; decisionId: string };
  "stage.reopened": { kind: string; revisionId: string; decisionId: string };
  "stage.opened": { kind: string };
  "stage.paused": { kind: string; from: string };
  "stage.resumed": { kind: string; to: string };
  /** Approved with others: takes effect a while later, unless it is taken back. */
  "stage.approval_given": { kind: string; revisionId: string; approvalId: string };
  "stage.approval_taken_back": { kind: string; revisionId: string; approvalId: string };
  /** Somebody begins to review; `takenFromId` is who was at it. */
  "stage.review_opened": { kind: string; revisionId: string; takenFromId: string | null };
  "stage.reason_answered": { kind: string; reasonId: string; answered: boolean };
  /** By an extension: what stood and what stands, as ISO instants. */
  "stage.extended": { kind: string; extensionId: string; dueAt: { from: string; to: string } };
  /** Somebody asked its participant for it by hand. */
  "stage.nudged": { kind: string };
  "extension.granted": { kind: string; audience: string; extended: number; people: number };
  "comment.added": { kind: string; revisionId: string; commentId: string };
  "comment.thread_resolved": { kind: string; commentId: string; resolved: boolean };
  "comment.canned_added": { cannedId: string };
  "comment.canned_removed": { cannedId: string };
  /** A photo or PDF of the evidence has arrived; its hash says which. */
  "evidence.file_arrived": { hash: string; kind: string; size: number };
  /** A file that no document of the work names any more has gone. */
  "evidence.file_forgotten": { hash: string };
  "work.assessed": { version: number };
  "work.finalized": { version: number };
  /** Who scores a work a second time; null where nobody does any more. */
  "grading.rater_assigned": { raterId: string | null };
  "grading.second_saved": { version: number; final: boolean };
  "grading.moderated": { primaryVersion: number; secondVersion: number };
  /** From when on participants see their grades, as an ISO instant; null where it was withdrawn. */
  "grading.release_set": { releasesAt: string | null };
  /** How many works a grade sheet changed. */
  "grading.sheet_imported": { works: number };
  /** What staff tell the host of an innovation; the words stand on the row. */
  "finding.chosen": { findingId: string; kind: string; innovationId: string; items: number };
  "finding.sources_added": { findingId: string; items: number };
  "finding.reworded": { findingId: string; version: number };
  "finding.removed": { findingId: string };
  /** An organiser's word for a finding from one participant alone, or that it was taken back. */
  "finding.word_given": { findingId: string; given: boolean };
  "finding.released": { number: number; findings: number };
  "finding.withdrawn": { number: number };
  /** Until when a host's link works, as an ISO instant. */
  "finding.link_created": { linkId: string; hostRegionId: string; expiresAt: string };
  "finding.link_revoked": { linkId: string };
  /** By the host, which has no account: the link says who. */
  "finding.answered": { linkId: string; findingId: string; version: number; answer: string };
  /** Filters of a page under a name, in a centre; what they say stands on the row. */
  "view.saved": { viewId: string; page: string; shared: boolean };
  "view.changed": { viewId: string; shared: boolean };
  "view.removed": { viewId: string; shared: boolean };
  /** Until when an agency's link works, as an ISO instant, and whether it tells released grades. */
  "agency.link_created": {
    linkId: string;
    agencyId: string;
    showsGrades: boolean;
    expiresAt: string;
  };
  "agency.link_revoked": { linkId: string };
  "rubric.created": { versionId: string; fromVersionId: string | null };
  "rubric.derived": { versionId: string; fromVersionId: string | null };
  "rubric.version_added": { versionId: string; number: number };
  /** How many criteria, and the hashes of what the draft said before and after. */
  "rubric.draft_saved": {
    versionId: string;
    version: number;
    added: number;
    removed: number;
    changed: number;
    before: string;
    after: string;
  };
  "rubric.frozen": { versionId: string; number: number };
  "rubric.draft_discarded": { versionId: string; number: number };
  /**
   * Somebody took data about people out of Lokus. Written by whoever answers with the file, before
   * it is sent and in a transaction of its own; `what` is a code with words in the catalogue
   * (`audit.exports`), `subject` is what the data are about (a cohort, a centre, a person).
   */
  "export.read": { what: string; format: string; rows: number };
  "person.signed_in": Record<string, never>;
  "person.password_set": { by: "link" | "self" };
  /** Which of the own name and address somebody corrected. */
  "person.identity_corrected": { fields: string[] };
  "person.deactivated": Record<string, never>;
  "person.reactivated": Record<string, never>;
  "person.link_created": { purpose: string; channel?: string };
  "person.link_opened": { channel: string };
  "person.link_revoked": { channel: string };
  "person.notice_acknowledged": { version: number };
  "person.access_suspended": Record<string, never>;
  "person.access_restored": Record<string, never>;
  "person.merged": { intoId: string; moved: string[]; left: string[] };
  "person.account_linked": { by: "link" | "self" };
  "person.account_unlinked": Record<string, never>;
  "person.reset_requested": Record<string, never>;
  "enrolment.withdrawn": { participants: number };
  "enrolment.returned": Record<string, never>;
  /** Somebody took the place that was offered, or said that they are not meant. */
  "enrolment.accepted": { role: string };
  "enrolment.declined": { role: string; participants: number };
  "enrolment.reallocated": { from: string | null; to: string | null };
  "mail.queued": { kind: string; personId: string };
  "mail.shown": { kind: string; personId: string };
  "mail.settled": { kind: string; personId: string; status: string };
  "center.contact_changed": Record<string, never>;
  "center.staff_role_changed": { personId: string; from: string; to: string };
  "center.staff_removed": { personId: string; role: string };
  "person.created": Record<string, never>;
  "platform.administrator_created": Record<string, never>;
  "center.created": Record<string, never>;
  /** A role was taken that had been offered: from here on it is in force. */
  "center.staff_accepted": { personId: string; role: string };
  "center.staff_added": { personId: string; role: string };
  /** People added, changed and left as they were, rows left out; of what file. */
  "roster.imported": {
    created: number;
    updated: number;
    same: number;
    faulty: number;
    groups: number;
    agencies: number;
    file: string;
  };
  "roster.exported": { kind: string; people: number };
  /** `agencyIds`: made for this roster as the centre's own. */
  "roster.agencies_added": { agencyIds: string[] };
  "enrolment.created": { role: string; personId: string };
  /** Which columns changed; what they say is on the row. */
  "enrolment.changed": { fields: string[] };
  "enrolment.removed": { role: string; personId: string };
  "cohort.state_changed": { from: string; to: string; open: number };
  "cohort.created": { copiedFrom: string | null; groups: number; sessions: number };
  "cohort.updated": { version: number; fields: string[] };
  /** Reference data is nobody's personal data: what stood and what stands is told. */
  "catalogue.added": Record<string, never>;
  "catalogue.edited": { changes: JsonObject };
  "catalogue.archived": Record<string, never>;
  "catalogue.restored": Record<string, never>;
  "catalogue.deleted": { values: JsonObject };
  /** The bytes of an attachment have arrived. */
  "catalogue.file_arrived": { hash: string; kind: string; size: number };
  "catalogue.imported": { list: string; added: number; changed: number };
  "agenda.session_saved": { version: number };
  "agenda.session_removed": Record<string, never>;
  "attendance.marked": {
    sessionId: string;
    from: string | null;
    to: string;
    method: string;
  };
  /** The system told somebody of what waits for them; which, the row says. */
  "notification.told": { kind: string };
  "notification.read": { count: number };
  "notification.mail_chosen": { delivery: string };
  /** A device began to hold work that it cannot send, or holds none any more. */
  "device.reported": { drafts: number; photos: number };
  "demo.seeded": Record<string, never>;
}

export interface AuditEntry<T extends keyof AuditPayloads> {
  type: T;
  at: Date;
  /** Null for what the system itself does. */
  actorId: string | null;
  /** The capacity in which the actor acted. */
  actor: { role: string; enrolmentId?: string };
  centerId?: string | null;
  cohortId?: string | null;
  subject: { type: string; id: string };
  payload: AuditPayloads[T];
  commandId?: string | null;
}

/** Writes one event in the transaction of the change that it tells of. */
export async function audit<T extends keyof AuditPayloads>(
  tx: Tx,
  entry: AuditEntry<T>,
): Promise<void> {
  await tx.auditEvent.create({ data: rowOf(entry), select: { id: true } });
}

/** Writes many events at once, for a change that touches many records. */
export async function auditAll<T extends keyof AuditPayloads>(
  tx: Tx,
  entries: readonly AuditEntry<T>[],
): Promise<void> {
  await tx.auditEvent.createMany({ data: entries.map(rowOf) });
}

function rowOf<T extends keyof AuditPayloads>(entry: AuditEntry<T>) {
  return {
    type: entry.type,
    at: entry.at,
    actorId: entry.actorId,
    actor: { ...entry.actor },
    centerId: entry.centerId ?? null,
    cohortId: entry.cohortId ?? null,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    payload: { ...entry.payload } as Prisma.InputJsonObject,
    commandId: entry.commandId ?? null,
  };
}

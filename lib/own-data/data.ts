import "server-only";
import { listExplained } from "@/lib/allocation/data";
import { deskDraftsSchema } from "@/lib/desk/schema";
import type { LeavingFile } from "@/lib/file/model";
import { listReleasedGrades } from "@/lib/grading/data";
import type { ReleasedGrade } from "@/lib/grading/model";
import {
  OWN_SECTIONS,
  type OwnData,
  type OwnSection,
  type OwnSectionName,
  type OwnValue,
} from "@/lib/own-data/model";
import type { Actor } from "@/lib/platform/actor";
import { isoDate } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";

const text = (value: string | number | null): OwnValue =>
  value === null || value === "" ? null : { text: String(value) };
const code = (value: string | null): OwnValue => (value === null ? null : { code: value });
const at = (value: Date | null): OwnValue => (value === null ? null : { at: value });
const yes = (value: boolean): OwnValue => ({ code: value ? "true" : "false" });

const placed = {
  kind: true,
  number: true,
  assignment: { select: { innovation: { select: { name: true } } } },
} satisfies Prisma.RevisionSelect;

/** One's own record with all that hangs on it; read by one statement, with those of one's doubles. */
const personSelect = (limit: number) =>
  ({
    id: true,
    displayName: true,
    email: true,
    idType: true,
    idNumber: true,
    status: true,
    mergedIntoId: true,
    passwordHash: true,
    createdAt: true,
    platformAdministrator: { select: { createdAt: true } },
    staffMemberships: {
      select: {
        role: true,
        createdAt: true,
        acceptedAt: true,
        center: {
          select: { name: true, contactName: true, contactEmail: true, contactPhone: true },
        },
      },
    },
    enrolments: {
      orderBy: { cohort: { startsOn: "desc" } },
      select: {
        id: true,
        role: true,
        fullName: true,
        idNumber: true,
        email: true,
        workUnit: true,
        position: true,
        grade: true,
        isGroupLead: true,
        acceptedAt: true,
        withdrawnAt: true,
        withdrawnReason: true,
        agency: { select: { name: true } },
        group: { select: { name: true } },
        facilitator: { select: { fullName: true } },
        cohort: {
          select: {
            id: true,
            name: true,
            center: {
              select: { name: true, contactName: true, contactEmail: true, contactPhone: true },
            },
          },
        },
        assignments: {
          take: limit,
          orderBy: { createdAt: "desc" },
          select: {
            id: true,
            cancelledAt: true,
            innovation: { select: { name: true } },
            stages: {
              orderBy: { kind: "asc" },
              select: {
                kind: true,
                state: true,
                dueAt: true,
                submittedAt: true,
                _count: { select: { revisions: true } },
              },
            },
          },
        },
        marks: {
          take: limit,
          orderBy: [{ kind: "asc" }, { rank: "asc" }, { id: "asc" }],
          select: {
            kind: true,
            rank: true,
            innovation: { select: { name: true } },
            facilitator: { select: { fullName: true } },
            group: { select: { name: true } },
          },
        },
        attendance: {
          take: limit,
          orderBy: { markedAt: "desc" },
          select: {
            status: true,
            method: true,
            note: true,
            markedAt: true,
            session: { select: { title: true, day: true } },
          },
        },
      },
    },
    oneTimeLinks: { take: limit, orderBy: { createdAt: "desc" } },
    acknowledgements: { orderBy: { version: "desc" } },
    externalAccounts: { orderBy: { createdAt: "desc" } },
    notifications: {
      take: limit,
      orderBy: { createdAt: "desc" },
      select: {
        kind: true,
        createdAt: true,
        readAt: true,
        stage: {
          select: {
            kind: true,
            assignment: { select: { innovation: { select: { name: true } } } },
          },
        },
      },
    },
    reviewDrafts: {
      where: { content: { not: Prisma.DbNull } },
      take: limit,
      orderBy: { savedAt: "desc" },
      select: { savedAt: true, content: true, revision: { select: placed } },
    },
    cannedComments: {
      take: limit,
      orderBy: { createdAt: "desc" },
      select: { createdAt: true, body: true, cohort: { select: { name: true } } },
    },
    savedViews: {
      take: limit,
      orderBy: { createdAt: "desc" },
      select: { createdAt: true, name: true, shared: true, center: { select: { name: true } } },
    },
    mailMessages: {
      take: limit,
      orderBy: { createdAt: "desc" },
      select: {
        kind: true,
        status: true,
        createdAt: true,
        sentAt: true,
        center: { select: { name: true } },
      },
    },
  }) satisfies Prisma.PersonSelect;

type Person = Prisma.PersonGetPayload<{ select: ReturnType<typeof personSelect> }>;

/** The person, and the doubles that were merged into them: facts keep the id under which they were written. */
const oneself = (personId: string) =>
  ({ OR: [{ id: personId }, { mergedIntoId: personId }] }) satisfies Prisma.PersonWhereInput;

/**
 * All that Lokus holds about the one who asks, under whatever record it was written: what a double did
 * before it was merged is the person's. Of other people there is nothing in it: who wrote
 * about one's work, or whose work one judged, is told by what it was about.
 *
 * @param limit rows of each section
 * @param now grades are told from their release on
 */
export async function findOwnData(
  reader: Reader,
  actor: Actor,
  limit: number,
  now: Date,
): Promise<OwnData> {
  const { personId } = actor;
  const more = limit + 1;
  const records = await reader.person.findMany({
    where: oneself(personId),
    select: personSelect(more),
    orderBy: { createdAt: "asc" },
  });
  const person = records.find(({ id }) => id === personId);
  if (!person) throw new Error("the actor has no person");
  const people = [person, ...records.filter(({ id }) => id !== personId)];
  const ids = people.map(({ id }) => id);
  // The person, what a roster made of them, and what they were given to do.
  const aboutOneself = [
    ...ids,
    ...people.flatMap(({ enrolments }) =>
      enrolments.flatMap(({ id, assignments }) => [id, ...assignments.map((a) => a.id)]),
    ),
  ];
  const grades = await listReleasedGrades(reader, ids, now);
  const enrolled = people.flatMap(({ enrolments }) => enrolments);
  const explained = await listExplained(reader, {
    cohortIds: [...new Set(enrolled.map(({ cohort }) => cohort.id))],
    enrolmentIds: enrolled.map(({ id }) => id),
  });
  const comments = await reader.comment.findMany({
    where: { authorId: { in: ids } },
    orderBy: { createdAt: "desc" },
    take: more,
    select: { createdAt: true, body: true, revision: { select: placed } },
  });
  const decisions = await reader.reviewDecision.findMany({
    where: { decidedById: { in: ids } },
    orderBy: { decidedAt: "desc" },
    take: more,
    select: { kind: true, decidedAt: true, revision: { select: placed } },
  });
  const events = await reader.auditEvent.findMany({
    where: {
      OR: [
        { actorId: { in: ids } },
        // What others did in grading is told by the grades, once they are released.
        { subjectId: { in: aboutOneself }, NOT: { type: { startsWith: "grading." } } },
      ],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: more,
    select: { at: true, type: true, actorId: true },
  });
  const commands = await reader.commandLog.aggregate({
    where: { actorId: { in: ids } },
    _count: true,
    _min: { at: true },
    _max: { at: true },
  });

  const found: Record<OwnSectionName, Omit<OwnSection, "name" | "more">> = {
    ...ofPeople(people, grades),
    allocations: {
      columns: ["at", "cohort", "place", "reason", "rank", "missed", "undoneAt"],
      rows: explained.toReversed().map((row) => [
        at(row.appliedAt),
        text(enrolled.find(({ id }) => id === row.enrolmentId)?.cohort.name ?? null),
        text(row.place),
        code(`reason.${row.reason}`),
        text(row.rank),
        row.missed.length === 0
          ? null
          : {
              coded: row.missed.map(({ place, why }) => ({
                name: place ?? "–",
                code: `missed.${why}`,
              })),
            },
        at(row.undoneAt),
      ]),
    },
    comments: {
      columns: ["at", "innovation", "stage", "comment"],
      rows: comments.map(({ createdAt, body, revision }) => [
        at(createdAt),
        text(revision.assignment.innovation.name),
        code(revision.kind),
        text(body),
      ]),
    },
    decisions: {
      columns: ["at", "innovation", "stage", "decision"],
      rows: decisions.map(({ kind, decidedAt, revision }) => [
        at(decidedAt),
        text(revision.assignment.innovation.name),
        code(revision.kind),
        code(kind),
      ]),
    },
    events: {
      columns: ["at", "event", "by"],
      rows: events.map((event) => [
        at(event.at),
        { code: event.type },
        {
          code: event.actorId === null ? "system" : ids.includes(event.actorId) ? "self" : "other",
        },
      ]),
    },
    commands: {
      columns: ["count", "first", "last"],
      rows:
        commands._count > 0
          ? [[text(commands._count), at(commands._min.at), at(commands._max.at)]]
          : [],
    },
  };
  return {
    name: person.displayName,
    contacts: contactsOf(people),
    sections: OWN_SECTIONS.map((name) => {
      const { columns, rows } = found[name];
      return { name, columns, rows: rows.slice(0, limit), more: rows.length > limit };
    }),
  };
}

/** The latest first, of lists of which each is so already. */
const latest = <Row extends { createdAt: Date }>(rows: Row[]) =>
  rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());

function ofPeople(people: readonly Person[], grades: readonly ReleasedGrade[]) {
  const enrolled = people.flatMap(({ enrolments }) => enrolments);
  return {
    identity: {
      columns: ["name", "email", "idType", "idNumber", "status", "password", "since"],
      // What a double signs in with goes on leading to the person.
      rows: people.map((person) => [
        text(person.displayName),
        text(person.email),
        code(person.idType),
        text(person.idNumber),
        code(person.mergedIntoId === null ? person.status : "MERGED"),
        yes(person.passwordHash !== null),
        at(person.createdAt),
      ]),
    },
    enrolments: {
      columns: [
        "cohort",
        "center",
        "role",
        "name",
        "idNumber",
        "email",
        "agency",
        "workUnit",
        "position",
        "grade",
        "group",
        "lead",
        "facilitator",
        "acceptedAt",
        "leftAt",
        "leftReason",
      ],
      rows: enrolled.map((row) => [
        text(row.cohort.name),
        text(row.cohort.center.name),
        code(row.role),
        text(row.fullName),
        text(row.idNumber),
        text(row.email),
        text(row.agency.name),
        text(row.workUnit),
        text(row.position),
        text(row.grade),
        text(row.group?.name ?? null),
        yes(row.isGroupLead),
        text(row.facilitator?.fullName ?? null),
        at(row.acceptedAt),
        at(row.withdrawnAt),
        text(row.withdrawnReason),
      ]),
    },
    staff: {
      columns: ["center", "role", "since", "acceptedAt"],
      rows: people.flatMap(({ staffMemberships, platformAdministrator }) => [
        ...staffMemberships.map((row) => [
          text(row.center.name),
          code(row.role),
          at(row.createdAt),
          at(row.acceptedAt),
        ]),
        ...(platformAdministrator
          ? [[null, code("PLATFORM_ADMINISTRATOR"), at(platformAdministrator.createdAt), null]]
          : []),
      ]),
    },
    wishes: {
      columns: ["cohort", "place", "said", "rank"],
      rows: enrolled.flatMap(({ cohort, marks }) =>
        marks.map(({ kind, rank, innovation, facilitator, group }) => [
          text(cohort.name),
          text(innovation?.name ?? facilitator?.fullName ?? group?.name ?? null),
          code(kind),
          text(rank),
        ]),
      ),
    },
    work: {
      columns: ["cohort", "innovation", "stage", "state", "dueAt", "submittedAt", "revisions"],
      rows: enrolled.flatMap(({ cohort, assignments }) =>
        assignments.flatMap(({ innovation, cancelledAt, stages }) =>
          stages.map((stage) => [
            text(cohort.name),
            text(innovation.name),
            code(stage.kind),
            code(cancelledAt ? "CANCELLED" : stage.state),
            at(stage.dueAt),
            at(stage.submittedAt),
            text(stage._count.revisions),
          ]),
        ),
      ),
    },
    assessments: {
      columns: ["cohort", "innovation", "total", "releasedAt"],
      rows: enrolled.flatMap(({ cohort, assignments }) =>
        assignments.flatMap(({ id, innovation }) =>
          grades
            .filter(({ assignmentId }) => assignmentId === id)
            .map(({ score, releasedAt }) => [
              text(cohort.name),
              text(innovation.name),
              text(score),
              at(new Date(releasedAt)),
            ]),
        ),
      ),
    },
    attendance: {
      columns: ["day", "session", "status", "method", "note", "at"],
      rows: enrolled.flatMap(({ attendance }) =>
        attendance.map((mark) => [
          { day: isoDate(mark.session.day) },
          text(mark.session.title),
          code(mark.status),
          code(mark.method),
          text(mark.note),
          at(mark.markedAt),
        ]),
      ),
    },
    notices: {
      columns: ["version", "language", "at"],
      rows: people
        .flatMap(({ acknowledgements }) => acknowledgements)
        .map((row) => [text(row.version), code(row.locale), at(row.acknowledgedAt)]),
    },
    accounts: {
      columns: ["issuer", "subject", "since"],
      rows: latest(people.flatMap(({ externalAccounts }) => externalAccounts)).map((row) => [
        text(row.issuer),
        text(row.subject),
        at(row.createdAt),
      ]),
    },
    links: {
      columns: ["purpose", "channel", "since", "expiresAt", "openedAt", "usedAt", "revokedAt"],
      rows: latest(people.flatMap(({ oneTimeLinks }) => oneTimeLinks)).map((row) => [
        code(row.purpose),
        code(row.channel),
        at(row.createdAt),
        at(row.expiresAt),
        at(row.openedAt),
        at(row.usedAt),
        at(row.revokedAt),
      ]),
    },
    unsentRemarks: {
      columns: ["at", "innovation", "stage", "comment"],
      rows: people
        .flatMap(({ reviewDrafts }) => reviewDrafts)
        .map(({ savedAt, content, revision }) => [
          at(savedAt),
          text(revision.assignment.innovation.name),
          code(revision.kind),
          text(unsentWords(content)),
        ]),
    },
    readyComments: {
      columns: ["at", "cohort", "comment"],
      rows: people
        .flatMap(({ cannedComments }) => cannedComments)
        .map(({ createdAt, body, cohort }) => [
          at(createdAt),
          text(cohort?.name ?? null),
          text(body),
        ]),
    },
    savedViews: {
      columns: ["at", "center", "name", "shared"],
      rows: latest(people.flatMap(({ savedViews }) => savedViews)).map((row) => [
        at(row.createdAt),
        text(row.center.name),
        text(row.name),
        row.shared ? code("SHARED") : null,
      ]),
    },
    letters: {
      columns: ["letter", "center", "status", "since", "sentAt"],
      rows: latest(people.flatMap(({ mailMessages }) => mailMessages)).map((row) => [
        code(row.kind),
        text(row.center?.name ?? null),
        code(row.status),
        at(row.createdAt),
        at(row.sentAt),
      ]),
    },
    notifications: {
      columns: ["at", "notification", "innovation", "stage", "readAt"],
      rows: latest(people.flatMap(({ notifications }) => notifications)).map((row) => [
        at(row.createdAt),
        code(row.kind),
        text(row.stage?.assignment.innovation.name ?? null),
        code(row.stage?.kind ?? null),
        at(row.readAt),
      ]),
    },
  } satisfies Partial<Record<OwnSectionName, { columns: string[]; rows: OwnValue[][] }>>;
}

function unsentWords(content: Prisma.JsonValue): string {
  const parsed = deskDraftsSchema.safeParse(content);
  if (!parsed.success) return "";
  const { reasons, notes } = parsed.data;
  return [...reasons.map((reason) => reason.text), ...Object.values(notes)].join("\n");
}

function contactsOf(people: readonly Person[]): OwnData["contacts"] {
  const centers = new Map(
    people
      .flatMap(({ enrolments, staffMemberships }) => [
        ...enrolments.map(({ cohort }) => cohort.center),
        ...staffMemberships.map(({ center }) => center),
      ])
      .map((center) => [center.name, center]),
  );
  return [...centers.values()].map((center) => ({
    center: center.name,
    name: center.contactName,
    email: center.contactEmail,
    phone: center.contactPhone,
  }));
}

/** One's own writing in full: what is being drafted, and everything that was handed in. */
export async function findOwnWork(reader: Reader, actor: Actor) {
  return reader.assignment.findMany({
    where: { enrolment: { person: oneself(actor.personId) } },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      cohort: { select: { name: true } },
      innovation: { select: { name: true } },
      stages: {
        orderBy: { kind: "asc" },
        select: {
          kind: true,
          draft: true,
          draftSavedAt: true,
          setAside: {
            orderBy: [{ setAsideAt: "asc" }, { id: "asc" }],
            select: { savedAt: true, setAsideAt: true, document: true },
          },
          revisions: {
            orderBy: { number: "asc" },
            select: { number: true, submittedAt: true, contentHash: true, content: true },
          },
        },
      },
    },
  });
}

/** One's own photos and PDFs that have arrived and can be read, each once. */
export function findOwnFiles(reader: Reader, actor: Actor): Promise<LeavingFile[]> {
  return reader.storedFile.findMany({
    where: {
      state: { not: "UNREADABLE" },
      evidence: { some: { assignment: { enrolment: { person: oneself(actor.personId) } } } },
    },
    orderBy: [{ storedAt: "asc" }, { hash: "asc" }],
    select: { hash: true, kind: true },
  });
}

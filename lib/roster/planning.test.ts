import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  KnownEnrolment,
  ParsedRoster,
  ParsedRow,
  Ref,
  RosterChoices,
  RosterEntry,
  RosterPlan,
  Standing,
} from "@/lib/roster/model";
import { planRoster } from "@/lib/roster/planning";

const NUMBERS = ["197503122000031001", "197811022003122002", "198207302006042005", ""];
const EMAILS = ["a@contoh.go.id", "b@contoh.go.id", "c@contoh.go.id", ""];
const NAMES = ["Ana", "Budi", "Cici", "Dedi", "Eka", "Fitri"];

const AGENCIES: Standing["agencies"] = [
  { id: "agency-1", name: "Kementerian Sosial", shortName: "Kemensos", own: false },
  { id: "agency-2", name: "Komisi Pemilihan Umum", shortName: "KPU", own: false },
];
const EMPTY: Standing = {
  centerName: "Pusdiklat",
  agencies: AGENCIES,
  groups: [],
  enrolments: [],
  people: [],
};

const participants = fc.record<RosterEntry>({
  role: fc.constant("PARTICIPANT"),
  fullName: fc.constantFrom(...NAMES),
  idType: fc.constant("NIP"),
  idNumber: fc.constantFrom(...NUMBERS),
  email: fc.constantFrom(...EMAILS),
  grade: fc.constantFrom("", "III/c"),
  position: fc.constantFrom("", "Kepala Seksi"),
  workUnit: fc.constant(""),
  agency: fc.constantFrom("Kemensos", "KPU", "Antah"),
  group: fc.constantFrom("", "Kelompok 1", "Kelompok 2"),
  isGroupLead: fc.boolean(),
  facilitator: fc.constantFrom("", "Wati", "Wira"),
});
const facilitators = participants.map(
  (entry): RosterEntry => ({
    ...entry,
    role: "FACILITATOR",
    fullName: entry.fullName === "Ana" ? "Wati" : entry.fullName,
    group: "",
    isGroupLead: false,
    facilitator: "",
  }),
);
const rosters = fc
  .array(fc.oneof({ weight: 4, arbitrary: participants }, facilitators), { maxLength: 8 })
  .map(
    (entries): ParsedRoster => ({
      ignored: [],
      fields: [],
      rows: entries.map(
        (entry, index): ParsedRow => ({
          number: index + 2,
          entry: { ...entry, idType: entry.idNumber === "" ? "NONE" : "NIP" },
          issues: [],
        }),
      ),
    }),
  );
const modes = fc.constantFrom("column" as const, "deal" as const, "keep" as const);
const choices = fc.record<RosterChoices>({
  groups: fc.record({ mode: modes, count: fc.integer({ min: 1, max: 3 }) }),
  facilitators: fc.record({ mode: modes }),
  agencies: fc.constantFrom<RosterChoices["agencies"]>(
    {},
    { ANTAH: { kind: "new", name: "Antah", shortName: "Antah", type: "LPNK" } },
  ),
});

/** What the database would hold after a plan, as `applyPlan` writes it. */
function applied(standing: Standing, plan: RosterPlan): Standing {
  const agencies = plan.newAgencies.map(({ name, shortName }) => ({
    id: `agency:${name}`,
    name,
    shortName,
    own: true,
  }));
  const groups = plan.newGroups.map((name, at) => ({
    id: `group:${name}`,
    name,
    sortOrder: standing.groups.length + at + 1,
  }));
  const ids = new Map(
    plan.writes.map(({ place, enrolmentId }) => [
      place,
      enrolmentId ?? `enrolment:${standing.enrolments.length}:${place}`,
    ]),
  );
  const idOf = (ref: Ref | null, of: (at: number) => string | undefined) =>
    ref === null ? null : "id" in ref ? ref.id : (of(ref.made) ?? "nobody");
  const written = plan.writes.map((write, at): KnownEnrolment => {
    const id = ids.get(write.place) ?? "";
    return {
      ...write,
      id,
      personId: write.personId ?? `person:${id}`,
      agencyId: idOf(write.agency, (made) => agencies[made]?.id) ?? "",
      groupId: idOf(write.group, (made) => groups[made]?.id),
      facilitatorId: idOf(write.facilitator, (place) => ids.get(place)),
      rosterNumber: standing.enrolments.length + at + 1,
      withdrawn: false,
    };
  });
  const changed = new Set(written.map(({ id }) => id));
  const demoted = new Set(plan.demoted);
  const enrolments = [
    ...standing.enrolments
      .filter(({ id }) => !changed.has(id))
      .map((enrolment) =>
        demoted.has(enrolment.id) ? { ...enrolment, isGroupLead: false } : enrolment,
      ),
    ...written,
  ];
  return {
    ...standing,
    agencies: [...standing.agencies, ...agencies],
    groups: [...standing.groups, ...groups],
    enrolments,
    people: enrolments.map(({ personId, idNumber, email }) => ({
      id: personId,
      idNumber,
      email,
      names: [],
    })),
  };
}

describe("a plan", () => {
  it("carried out leaves nothing to do: again, nobody is doubled and nobody changes", () => {
    fc.assert(
      fc.property(rosters, choices, (roster, chosen) => {
        const plan = planRoster(roster, EMPTY, chosen);
        const after = applied(EMPTY, plan);
        const again = planRoster(roster, after, chosen);
        expect(again.counts).toMatchObject({ create: 0, update: 0, faulty: plan.counts.faulty });
        expect(again.writes).toEqual([]);
        expect(again.demoted).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("answers every row, writes no faulty one, and keeps what must be one of a kind", () => {
    fc.assert(
      fc.property(rosters, rosters, choices, (first, second, chosen) => {
        const before = applied(EMPTY, planRoster(first, EMPTY, chosen));
        const plan = planRoster(second, before, chosen);
        expect(plan.rows.map(({ number }) => number)).toEqual(
          second.rows.map(({ number }) => number),
        );
        const kept = plan.rows.filter(({ action }) => action !== "repeated");
        const faulty = kept.flatMap(({ action }, place) => (action === "faulty" ? [place] : []));
        expect(plan.writes.filter(({ place }) => faulty.includes(place))).toEqual([]);
        for (const { action, issues } of plan.rows) {
          expect(action === "faulty").toBe(issues.some(({ severity }) => severity === "error"));
        }
        const { enrolments } = applied(before, plan);
        const unique = (keys: (string | null)[]) => {
          const given = keys.filter((key) => key !== null);
          expect(new Set(given).size).toBe(given.length);
        };
        unique(enrolments.map(({ id }) => id));
        unique(enrolments.map(({ personId }) => personId));
        unique(enrolments.map(({ idNumber }) => idNumber));
        unique(enrolments.map(({ email }) => email));
        unique(enrolments.map(({ isGroupLead, groupId }) => (isGroupLead ? groupId : null)));
        for (const { role, isGroupLead, groupId, facilitatorId } of enrolments) {
          if (isGroupLead) expect(groupId).not.toBeNull();
          if (role === "FACILITATOR") expect([groupId, facilitatorId]).toEqual([null, null]);
          if (facilitatorId) {
            expect(enrolments.find(({ id }) => id === facilitatorId)?.role).toBe("FACILITATOR");
          }
        }
        // Nobody vanishes, and nobody changes sides.
        for (const stood of before.enrolments) {
          expect(enrolments.find(({ id }) => id === stood.id)?.role).toBe(stood.role);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("keeps the first of identical rows, and leaves out the others with a warning", () => {
    const [row] =
      fc.sample(
        rosters.filter(({ rows }) => rows.length > 0),
        1,
      )[0]?.rows ?? [];
    if (!row) throw new Error("no row");
    const entry: RosterEntry = {
      ...row.entry,
      role: "PARTICIPANT",
      fullName: "Ana",
      idType: "NIP",
      idNumber: NUMBERS[0] ?? "",
      agency: "KPU",
      group: "",
      isGroupLead: false,
      facilitator: "Wati",
    };
    const rows = [2, 3].map((number): ParsedRow => ({ number, entry, issues: [] }));
    const column = { mode: "column", count: 1 } as const;
    const plan = planRoster({ rows, ignored: [], fields: [] }, EMPTY, {
      groups: column,
      facilitators: column,
      agencies: {},
    });
    expect(plan.rows.map(({ action }) => action)).toEqual(["create", "repeated"]);
    expect(plan.rows[1]?.issues).toMatchObject([{ code: "repeated_row", params: { row: 2 } }]);
    // The facilitator whom only the column names has nothing to sign in with.
    expect(plan.counts).toMatchObject({ create: 1, named: 1, repeated: 1, withoutLogin: 1 });
    expect(plan.withoutLogin).toEqual(["Wati"]);
  });

  it("is the same for the same roster, cohort and choices", () => {
    fc.assert(
      fc.property(rosters, choices, (roster, chosen) => {
        expect(planRoster(roster, EMPTY, chosen)).toEqual(planRoster(roster, EMPTY, chosen));
      }),
    );
  });
});

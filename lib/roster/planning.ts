import { dealFacilitators, dealGroups } from "@/lib/roster/allocation";
import {
  agencyKey,
  matchAgency,
  mayBeOnePerson,
  nameKey,
  proposeAgency,
  suggestAgencies,
} from "@/lib/roster/matching";
import type {
  Changeable,
  EnrolmentWrite,
  KnownEnrolment,
  ParsedRoster,
  ParsedRow,
  PlannedRow,
  Ref,
  RosterChoices,
  RosterPlan,
  RowIssue,
  Standing,
  UnknownAgency,
} from "@/lib/roster/model";

/** A row on its way through the plan. */
interface Candidate extends ParsedRow {
  standing: KnownEnrolment | null;
  personId: string | null;
  agency: Ref | null;
  group: Ref | null;
  isGroupLead: boolean;
  facilitator: Ref | null;
}

/**
 * What an import would do with the rows of a file, given what stands. Pure: the same file, the same
 * cohort and the same choices give the same plan, in the preview and in the import itself.
 *
 * People are recognised within the cohort by number, then by address, then by name and agency where
 * neither is known. Who is not in the cohort may be known to the installation; that changes which
 * person a new enrolment belongs to, and nothing that is shown. A row that says again, word for word,
 * what one above it says is left out.
 */
export function planRoster(
  parsed: ParsedRoster,
  standing: Standing,
  choices: RosterChoices,
): RosterPlan {
  const repeats = findRepeats(parsed.rows);
  const candidates = parsed.rows
    .filter((row) => !repeats.has(row))
    .map(
      (row): Candidate => ({
        ...row,
        issues: [...row.issues],
        standing: null,
        personId: null,
        agency: null,
        group: null,
        isGroupLead: false,
        facilitator: null,
      }),
    );
  const agencies = resolveAgencies(candidates, standing, choices);
  refuseDoubles(candidates);
  recognise(candidates, standing);
  const groups = resolveGroups(candidates, standing, choices);
  const facilitators = resolveFacilitators(candidates, standing, choices, agencies, groups);
  const demoted = resolveLeads(candidates, standing, choices);
  const plan = conclude(candidates, standing, { agencies, groups, facilitators, demoted }, choices);
  return withRepeats(plan, parsed.rows, repeats);
}

/**
 * Rows that say of somebody with a number or an address just what a row above says. Of bare names two
 * that are alike can be two people.
 */
function findRepeats(rows: readonly ParsedRow[]): Map<ParsedRow, ParsedRow> {
  const first = new Map<string, ParsedRow>();
  const repeats = new Map<ParsedRow, ParsedRow>();
  for (const row of rows) {
    const { entry, accompanies } = row;
    if (entry.idNumber === "" && entry.email === "") continue;
    const key = JSON.stringify([entry, accompanies]);
    const above = first.get(key);
    if (above) repeats.set(row, above);
    else first.set(key, row);
  }
  return repeats;
}

/** The plan with the rows that were left out, each as the one that it repeats. */
function withRepeats(
  plan: RosterPlan,
  rows: readonly ParsedRow[],
  repeats: ReadonlyMap<ParsedRow, ParsedRow>,
): RosterPlan {
  if (repeats.size === 0) return plan;
  const planned = new Map(plan.rows.map((row) => [row.number, row]));
  return {
    ...plan,
    rows: rows.flatMap((row): PlannedRow[] => {
      const above = planned.get((repeats.get(row) ?? row).number);
      if (!above) throw new Error("every row that is not left out is planned");
      if (!repeats.has(row)) return [above];
      const issue = { path: "fullName", code: "repeated_row", params: { row: above.number } };
      return [
        {
          ...above,
          number: row.number,
          action: "repeated",
          issues: [{ severity: "warning", ...issue }],
          changes: [],
        },
      ];
    }),
    counts: {
      ...plan.counts,
      repeated: repeats.size,
      warnings: plan.counts.warnings + repeats.size,
    },
  };
}

const isFaulty = ({ issues }: { issues: readonly RowIssue[] }) =>
  issues.some(({ severity }) => severity === "error");

function refuse(row: ParsedRow, path: string, code: string, params?: RowIssue["params"]): void {
  row.issues.push({ severity: "error", path, code, ...(params ? { params } : {}) });
}

function warn(row: ParsedRow, path: string, code: string, params?: RowIssue["params"]): void {
  row.issues.push({ severity: "warning", path, code, ...(params ? { params } : {}) });
}

// Agencies ----------------------------------------------------------------------------------------

interface Agencies {
  made: RosterPlan["newAgencies"];
  unknown: UnknownAgency[];
  nameOf(ref: Ref): string;
  /** The agency of a name, made if need be. */
  take(proposal: RosterPlan["newAgencies"][number]): Ref;
}

function resolveAgencies(rows: Candidate[], standing: Standing, choices: RosterChoices): Agencies {
  const made: RosterPlan["newAgencies"] = [];
  const unknown = new Map<string, UnknownAgency>();
  const resolved = new Map<string, Ref | null>();

  const take: Agencies["take"] = ({ name, shortName, type }) => {
    const known = matchAgency(name, standing.agencies);
    if (known) return { id: known.id };
    const key = agencyKey(name);
    const at = made.findIndex((other) => agencyKey(other.name) === key);
    if (at >= 0) return { made: at };
    made.push({ name, shortName, type });
    return { made: made.length - 1 };
  };

  const resolve = (text: string, key: string): Ref | null => {
    const known = matchAgency(text, standing.agencies);
    if (known) return { id: known.id };
    const decision = choices.agencies[key];
    const seen = unknown.get(key);
    if (!seen) {
      unknown.set(key, {
        key,
        text,
        rows: 0,
        suggestions: suggestAgencies(text, standing.agencies).map(({ id, name }) => ({ id, name })),
        proposal: proposeAgency(text),
        decided: decision ?? null,
      });
    }
    if (decision?.kind === "known") {
      return standing.agencies.some(({ id }) => id === decision.agencyId)
        ? { id: decision.agencyId }
        : null;
    }
    return decision ? take(decision) : null;
  };

  for (const row of rows) {
    const { agency: text } = row.entry;
    const key = agencyKey(text);
    if (key === "") continue;
    if (!resolved.has(key)) resolved.set(key, resolve(text, key));
    row.agency = resolved.get(key) ?? null;
    const open = unknown.get(key);
    if (open) open.rows += 1;
    if (!row.agency) refuse(row, "agency", "agency_unknown");
  }
  const names = new Map(standing.agencies.map(({ id, name }) => [id, name]));
  return {
    made,
    unknown: [...unknown.values()],
    nameOf: (ref) => ("id" in ref ? (names.get(ref.id) ?? "") : (made[ref.made]?.name ?? "")),
    take,
  };
}

// Who is who --------------------------------------------------------------------------------------

/** Two rows for one person: nobody but the office can say which is right. */
function refuseDoubles(rows: Candidate[]): void {
  const doubles = (keyOf: (row: Candidate) => string | null, path: string, code: string) => {
    const seen = new Map<string, Candidate[]>();
    for (const row of rows) {
      const key = keyOf(row);
      if (key !== null) seen.set(key, [...(seen.get(key) ?? []), row]);
    }
    for (const same of seen.values()) {
      if (same.length < 2) continue;
      for (const row of same) {
        const other = same.find((candidate) => candidate !== row);
        if (other) refuse(row, path, code, { row: other.number });
      }
    }
  };
  doubles(({ entry }) => entry.idNumber || null, "idNumber", "duplicate_id_number");
  doubles(({ entry }) => entry.email || null, "email", "duplicate_email");
  // Whoever has neither is told apart by name and agency alone: nobody else of the file may have them.
  const named = new Map<string, Candidate[]>();
  for (const row of rows) {
    const { entry, agency } = row;
    const name = nameKey(entry.fullName);
    if (name === "") continue;
    const key = `${entry.role}|${name}|${agency ? refKey(agency) : agencyKey(entry.agency)}`;
    named.set(key, [...(named.get(key) ?? []), row]);
  }
  for (const alike of named.values()) {
    for (const row of alike) {
      const other = alike.find((candidate) => candidate !== row);
      const bare = row.entry.idNumber === "" && row.entry.email === "";
      if (bare && other) refuse(row, "fullName", "duplicate_person", { row: other.number });
    }
  }
}

function recognise(rows: Candidate[], standing: Standing): void {
  const byNumber = new Map<string, KnownEnrolment>();
  const byEmail = new Map<string, KnownEnrolment>();
  const byName = new Map<string, KnownEnrolment[]>();
  const byPerson = new Map<string, KnownEnrolment>();
  for (const enrolment of standing.enrolments) {
    if (enrolment.idNumber) byNumber.set(enrolment.idNumber, enrolment);
    if (enrolment.email) byEmail.set(enrolment.email, enrolment);
    const key = `${nameKey(enrolment.fullName)}|${enrolment.agencyId}`;
    byName.set(key, [...(byName.get(key) ?? []), enrolment]);
    byPerson.set(enrolment.personId, enrolment);
  }
  const personByNumber = new Map(standing.people.map((person) => [person.idNumber, person]));
  const personByEmail = new Map(standing.people.map((person) => [person.email, person]));

  // Numbers and addresses say who somebody is; whoever they name is nobody else by name.
  const taken = new Set<string>();
  for (const row of rows) {
    const { entry } = row;
    const numbered = entry.idNumber === "" ? undefined : byNumber.get(entry.idNumber);
    const addressed = entry.email === "" ? undefined : byEmail.get(entry.email);
    if (row.target) {
      row.standing = standing.enrolments.find(({ id }) => id === row.target) ?? null;
      if (numbered && numbered !== row.standing) {
        refuse(row, "idNumber", "id_number_of_other", { name: numbered.fullName });
      }
      if (addressed && addressed !== row.standing) {
        refuse(row, "email", "email_of_other", { name: addressed.fullName });
      }
    } else {
      if (numbered && addressed && numbered !== addressed) {
        refuse(row, "email", "email_of_other", { name: addressed.fullName });
      }
      row.standing = numbered ?? addressed ?? null;
    }
    if (row.standing) taken.add(row.standing.id);
  }

  for (const row of rows) {
    const { entry } = row;
    const sameName =
      row.agency && "id" in row.agency
        ? (byName.get(`${nameKey(entry.fullName)}|${row.agency.id}`) ?? [])
        : [];
    if (!row.standing && !row.target) {
      const named = sameName.filter(({ id, role }) => !taken.has(id) && role === entry.role);
      row.standing = byNameAlone(row, named);
      if (row.standing) taken.add(row.standing.id);
    }
    if (!row.standing && !row.target) {
      const person =
        (entry.idNumber === "" ? undefined : personByNumber.get(entry.idNumber)) ??
        // An address alone is no proof where the number says that it is somebody else.
        [entry.email === "" ? undefined : personByEmail.get(entry.email)].find(
          (known) => known && (known.idNumber === null || entry.idNumber === ""),
        );
      row.personId = person?.id ?? null;
      row.standing = (person && byPerson.get(person.id)) ?? null;
      const [name] = person?.names ?? [];
      if (
        !row.standing &&
        name &&
        !person?.names.some((as) => mayBeOnePerson(as, entry.fullName))
      ) {
        const sign = person?.idNumber === entry.idNumber ? "idNumber" : "email";
        warn(row, sign, "known_otherwise", { name });
      }
    }
    const { standing: stands } = row;
    if (stands && stands.role !== entry.role) {
      const code = stands.role === "FACILITATOR" ? "already_facilitator" : "already_participant";
      refuse(row, "role", code);
    } else if (stands && !row.target && !mayBeOnePerson(stands.fullName, entry.fullName)) {
      // One sign, two people: under it the work of one would be the other's.
      const sign = entry.idNumber !== "" && stands.email !== entry.email ? "idNumber" : "email";
      refuse(row, sign, "named_otherwise", { name: stands.fullName });
    } else if (stands?.withdrawn) {
      warn(row, "fullName", "withdrawn");
    } else if (stands?.idNumber && entry.idNumber !== "" && stands.idNumber !== entry.idNumber) {
      warn(row, "idNumber", "id_number_changes");
    } else if (!stands && sameName.length > 0) {
      warn(row, "fullName", "same_name");
    }
  }
  refuseSharedTargets(rows);
}

/** Somebody of that name and agency, where nothing says that it is somebody else. */
function byNameAlone(row: Candidate, named: readonly KnownEnrolment[]): KnownEnrolment | null {
  const { idNumber, email } = row.entry;
  const alike = named.filter(
    (known) =>
      (known.idNumber === null || idNumber === "") && (known.email === null || email === ""),
  );
  const bare = alike.filter((known) => known.idNumber === null && known.email === null);
  const [found, ...others] = idNumber === "" && email === "" && bare.length > 0 ? bare : alike;
  if (others.length > 0) refuse(row, "fullName", "person_ambiguous");
  return others.length > 0 ? null : (found ?? null);
}

/** Two rows that turned out to be one person by different signs. */
function refuseSharedTargets(rows: Candidate[]): void {
  const seen = new Map<string, Candidate>();
  for (const row of rows) {
    const target = row.standing?.personId ?? row.personId;
    if (!target) continue;
    const other = seen.get(target);
    if (!other) {
      seen.set(target, row);
      continue;
    }
    for (const [one, another] of [
      [row, other],
      [other, row],
    ] as const) {
      if (!one.issues.some(({ code }) => code.startsWith("duplicate_"))) {
        refuse(one, "fullName", "duplicate_person", { row: another.number });
      }
    }
  }
}

// Groups ------------------------------------------------------------------------------------------

interface Groups {
  /** Those that stand and then those that are made, in their order. */
  all: { ref: Ref; name: string }[];
  made: string[];
}

const groupKey = (name: string) => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

function resolveGroups(rows: Candidate[], standing: Standing, choices: RosterChoices): Groups {
  const all: Groups["all"] = [...standing.groups]
    .sort((a, b) => a.sortOrder - b.sortOrder)
    .map(({ id, name }) => ({ ref: { id }, name }));
  const made: string[] = [];
  const take = (name: string): Ref => {
    const known = all.find((group) => groupKey(group.name) === groupKey(name));
    if (known) return known.ref;
    made.push(name);
    const ref = { made: made.length - 1 };
    all.push({ ref, name });
    return ref;
  };
  const participants = rows.filter(({ entry }) => entry.role === "PARTICIPANT");
  for (const row of participants) {
    const { groupId } = row.standing ?? { groupId: null };
    row.group = groupId && !choices.blankClears ? { id: groupId } : null;
    if (choices.groups.mode === "keep" && groupId) row.group = { id: groupId };
  }
  if (choices.groups.mode === "column") {
    const written = participants.filter(
      ({ entry, ...row }) => entry.group !== "" && !isFaulty(row),
    );
    // In the order of their numbers, not of the rows in which they are met first.
    const names = [...new Set(written.map(({ entry }) => entry.group))].sort((a, b) =>
      a.localeCompare(b, "id", { numeric: true }),
    );
    for (const name of names) take(name);
    for (const row of written) row.group = take(row.entry.group);
  } else if (choices.groups.mode === "deal") {
    for (let number = 1; all.length < choices.groups.count; number += 1) take(`Kelompok ${number}`);
    deal(participants, standing, all.slice(0, choices.groups.count));
  }
  return { all, made };
}

/** Deals whoever has no group; everybody who has one, in the file or not, keeps it and counts. */
function deal(rows: Candidate[], standing: Standing, groups: Groups["all"]): void {
  const placeOf = (ref: Ref | null) =>
    ref === null ? -1 : groups.findIndex((group) => sameRef(group.ref, ref));
  const inFile = new Set(rows.map((row) => row.standing?.id));
  const others = standing.enrolments.filter(
    ({ id, role, withdrawn }) => role === "PARTICIPANT" && !withdrawn && !inFile.has(id),
  );
  const dealt = rows.filter((row) => !isFaulty(row) && !row.standing?.withdrawn);
  const counted = [
    ...others.map(({ agencyId, groupId }) => ({
      agency: agencyId,
      place: placeOf(groupId ? { id: groupId } : null),
      row: null,
    })),
    ...dealt.map((row) => ({ agency: refKey(row.agency), place: placeOf(row.group), row })),
  ].filter(({ place, row }) => place >= 0 || (row && !row.group));
  const places = dealGroups(
    counted.map(({ agency, place }) => ({ agency, group: place < 0 ? null : place })),
    groups.length,
  );
  for (const [at, { row }] of counted.entries()) {
    if (row) row.group = groups[places[at] ?? 0]?.ref ?? null;
  }
}

const refKey = (ref: Ref | null) => (ref === null ? "" : "id" in ref ? ref.id : `made:${ref.made}`);

function sameRef(a: Ref | null, b: Ref | null): boolean {
  return refKey(a) === refKey(b);
}

// Facilitators ------------------------------------------------------------------------------------

interface Facilitators {
  /** Those whom only the column names; written after the rows. */
  named: { name: string; agency: Ref }[];
  all: { ref: Ref; name: string }[];
}

/** Rows are written in their order: a new facilitator of the file is referred to by its place. */
function resolveFacilitators(
  rows: Candidate[],
  standing: Standing,
  choices: RosterChoices,
  agencies: Agencies,
  groups: Groups,
): Facilitators {
  const ofFile = rows.filter(({ entry }) => entry.role === "FACILITATOR");
  const inFile = new Set(ofFile.flatMap((row) => (row.standing ? [row.standing.id] : [])));
  const all: { ref: Ref; name: string; idNumber: string | null; faulty: boolean }[] = [
    ...ofFile.map((row) => ({
      ref: row.standing ? { id: row.standing.id } : { made: rows.indexOf(row) },
      name: row.entry.fullName,
      idNumber: row.entry.idNumber || (row.standing?.idNumber ?? null),
      // Who has left accompanies nobody any more.
      faulty: isFaulty(row) || row.standing?.withdrawn === true,
    })),
    ...standing.enrolments
      .filter(({ role, id, withdrawn }) => role === "FACILITATOR" && !withdrawn && !inFile.has(id))
      .map(({ id, fullName, idNumber }) => ({
        ref: { id },
        name: fullName,
        idNumber,
        faulty: false,
      })),
  ];
  const byKey = new Map<string, typeof all>();
  const know = (facilitator: (typeof all)[number]) => {
    const keys = [nameKey(facilitator.name), facilitator.idNumber ?? ""];
    for (const key of keys) {
      if (key !== "") byKey.set(key, [...(byKey.get(key) ?? []), facilitator]);
    }
  };
  for (const facilitator of all) know(facilitator);
  const named: Facilitators["named"] = [];
  const participants = rows.filter(({ entry }) => entry.role === "PARTICIPANT");

  // A facilitator's own row may say which group it accompanies.
  const byGroup = new Map(
    ofFile.flatMap((row) => {
      const ref = all.find(({ name, faulty }) => name === row.entry.fullName && !faulty)?.ref;
      return row.accompanies && ref ? [[groupKey(row.accompanies), ref] as const] : [];
    }),
  );
  const groupNames = new Map(groups.all.map(({ ref, name }) => [refKey(ref), groupKey(name)]));

  for (const row of participants) {
    const { facilitatorId } = row.standing ?? { facilitatorId: null };
    const keeps = choices.facilitators.mode !== "column" || !choices.blankClears;
    row.facilitator = facilitatorId && keeps ? { id: facilitatorId } : null;
    const text = row.entry.facilitator;
    if (choices.facilitators.mode !== "column") continue;
    if (text === "") {
      row.facilitator = byGroup.get(groupNames.get(refKey(row.group)) ?? "") ?? row.facilitator;
      continue;
    }
    const digits = text.replace(/[\s.]/g, "");
    const [first, ...more] = byKey.get(digits) ?? byKey.get(nameKey(text)) ?? [];
    if (more.length > 0) refuse(row, "facilitator", "facilitator_ambiguous");
    else if (first?.faulty) refuse(row, "facilitator", "facilitator_faulty");
    else if (first) row.facilitator = first.ref;
    else if (/^\d+$/.test(digits) || nameKey(text).length < 2) {
      refuse(row, "facilitator", "facilitator_unknown");
    } else if (!isFaulty(row)) {
      const agency = agencies.take(proposeAgency(standing.centerName));
      const ref = { made: rows.length + named.length };
      named.push({ name: text, agency });
      const made = { ref, name: text, idNumber: null, faulty: false };
      all.push(made);
      know(made);
      row.facilitator = ref;
    }
  }
  const usable = all.filter(({ faulty }) => !faulty);
  if (choices.facilitators.mode === "deal") dealOut(participants, standing, usable, groups);
  return { named, all: usable };
}

/** One facilitator a group; who has one keeps it, and it is the group's where most of them have it. */
function dealOut(
  rows: Candidate[],
  standing: Standing,
  facilitators: Facilitators["all"],
  groups: Groups,
): void {
  const good = rows.filter((row) => !isFaulty(row) && !row.standing?.withdrawn);
  const inFile = new Set(rows.map((row) => row.standing?.id));
  const others = standing.enrolments
    .filter(({ id, role, withdrawn }) => role === "PARTICIPANT" && !withdrawn && !inFile.has(id))
    .map(({ groupId, facilitatorId }) => ({
      group: groupId ? { id: groupId } : null,
      facilitator: facilitatorId ? { id: facilitatorId } : null,
    }));
  const people: { group: Ref | null; facilitator: Ref | null }[] = [...others, ...good];
  const placeOf = (ref: Ref) => facilitators.findIndex((other) => sameRef(other.ref, ref));
  const led = groups.all.map(({ ref }) => {
    const members = people.filter(({ group }) => group !== null && sameRef(group, ref));
    const votes = new Map<number, number>();
    for (const { facilitator } of members) {
      const place = facilitator ? placeOf(facilitator) : -1;
      if (place >= 0) votes.set(place, (votes.get(place) ?? 0) + 1);
    }
    const [most] = [...votes].sort(([, a], [, b]) => b - a)[0] ?? [null];
    return { ref, size: members.length, facilitator: most };
  });
  // Whoever is in no group is a group of one.
  const alone = good.filter(({ group, facilitator }) => !group && !facilitator);
  const given = dealFacilitators(
    [...led, ...alone.map(() => ({ size: 1, facilitator: null }))],
    facilitators.length,
  );
  const facilitatorAt = (place: number | null | undefined) =>
    place === null || place === undefined ? null : (facilitators[place]?.ref ?? null);
  for (const row of good) {
    const at = led.findIndex(({ ref }) => row.group !== null && sameRef(ref, row.group));
    if (!row.facilitator && at >= 0) row.facilitator = facilitatorAt(given[at]);
  }
  for (const [at, row] of alone.entries()) row.facilitator = facilitatorAt(given[led.length + at]);
}

// Leaders -----------------------------------------------------------------------------------------

/** @returns enrolments that lead their group no more */
function resolveLeads(rows: Candidate[], standing: Standing, choices: RosterChoices): string[] {
  const named = new Map<string, Candidate>();
  for (const row of rows) {
    if (!row.entry.isGroupLead || row.entry.role !== "PARTICIPANT" || isFaulty(row)) continue;
    const key = refKey(row.group);
    const other = named.get(key);
    if (key === "") refuse(row, "lead", "lead_without_group");
    else if (other) refuse(row, "lead", "two_leads", { row: other.number });
    else named.set(key, row);
  }
  const demoted: string[] = [];
  for (const enrolment of standing.enrolments) {
    if (!enrolment.isGroupLead || enrolment.withdrawn) continue;
    const successor = enrolment.groupId ? named.get(enrolment.groupId) : undefined;
    if (!successor || isFaulty(successor) || successor.standing?.id === enrolment.id) continue;
    demoted.push(enrolment.id);
    warn(successor, "lead", "lead_replaced", { name: enrolment.fullName });
  }
  for (const row of rows) {
    if (row.entry.role !== "PARTICIPANT") continue;
    const led = row.standing?.isGroupLead === true && !choices.blankClears;
    const stays = led && row.standing?.groupId === refKey(row.group);
    row.isGroupLead = row.entry.isGroupLead || (stays && !demoted.includes(row.standing?.id ?? ""));
  }
  return demoted;
}

// The plan ----------------------------------------------------------------------------------------

interface Resolved {
  agencies: Agencies;
  groups: Groups;
  facilitators: Facilitators;
  demoted: string[];
}

function conclude(
  rows: Candidate[],
  standing: Standing,
  { agencies, groups, facilitators, demoted }: Resolved,
  choices: RosterChoices,
): RosterPlan {
  const groupNames = new Map(groups.all.map(({ ref, name }) => [refKey(ref), name]));
  const facilitatorNames = new Map(facilitators.all.map(({ ref, name }) => [refKey(ref), name]));
  const nameOfGroup = (ref: Ref | null) => groupNames.get(refKey(ref)) ?? "";
  const nameOfFacilitator = (ref: Ref | null) => facilitatorNames.get(refKey(ref)) ?? "";

  const writes: EnrolmentWrite[] = [];
  const planned = rows.map((row, place): PlannedRow => {
    const shown = {
      number: row.number,
      entry: row.entry,
      agencyName: row.agency ? agencies.nameOf(row.agency) : row.entry.agency,
      groupName: nameOfGroup(row.group),
      facilitatorName: nameOfFacilitator(row.facilitator),
      issues: row.issues,
    };
    if (isFaulty(row) || !row.agency) return { ...shown, action: "faulty", changes: [] };
    if (row.standing?.withdrawn) return { ...shown, action: "same", changes: [] };
    const write = writeOf(row, place, row.agency, choices);
    if (!row.standing || write.changes.length > 0) writes.push(write);
    const action = row.standing ? (write.changes.length > 0 ? "update" : "same") : "create";
    return { ...shown, action, changes: write.changes };
  });
  for (const [at, { name, agency }] of facilitators.named.entries()) {
    writes.push(namedFacilitator(rows.length + at, name, agency));
  }

  // A facilitator whom only the column names is in the file as well.
  const met = new Set(
    rows.flatMap(({ standing: stands, facilitator, entry }) => [
      ...(stands ? [stands.id] : []),
      ...(facilitator && "id" in facilitator && entry.facilitator !== "" ? [facilitator.id] : []),
    ]),
  );
  const missing = standing.enrolments.filter(({ id, withdrawn }) => !withdrawn && !met.has(id));
  const count = (action: PlannedRow["action"]) =>
    planned.filter((row) => row.action === action).length;
  const good = planned.filter(({ action }) => action !== "faulty");
  const [firstNamed] = facilitators.named;
  const withoutLogin = writes.filter(
    ({ enrolmentId, personId, idNumber, email }) =>
      enrolmentId === null && personId === null && idNumber === null && email === null,
  );
  return {
    rows: planned,
    counts: {
      create: count("create"),
      update: count("update"),
      same: count("same"),
      faulty: count("faulty"),
      repeated: 0,
      named: facilitators.named.length,
      warnings: planned.filter(({ issues }) =>
        issues.some(({ severity }) => severity === "warning"),
      ).length,
      participants: good.filter(({ entry }) => entry.role === "PARTICIPANT").length,
      facilitators:
        good.filter(({ entry }) => entry.role === "FACILITATOR").length + facilitators.named.length,
      missing: missing.length,
      withoutLogin: withoutLogin.length,
    },
    unknownAgencies: agencies.unknown,
    newAgencies: agencies.made,
    newGroups: groups.made,
    namedFacilitators: facilitators.named.map(({ name }) => name),
    groups: sizesOf(rows, standing, groups, facilitators),
    facilitatorAgency: firstNamed ? agencies.nameOf(firstNamed.agency) : null,
    missing: missing.map(({ fullName }) => fullName),
    withoutLogin: withoutLogin.map(({ fullName }) => fullName),
    writes,
    demoted,
  };
}

function writeOf(
  row: Candidate,
  place: number,
  agency: Ref,
  { blankClears }: RosterChoices,
): EnrolmentWrite {
  const { entry, standing } = row;
  const or = (written: string, stands: string | null | undefined): string | null =>
    written !== "" ? written : blankClears ? null : (stands ?? null);
  const keepsNumber = entry.idNumber === "" && !blankClears && standing !== null;
  const write: EnrolmentWrite = {
    place,
    enrolmentId: standing?.id ?? null,
    personId: standing?.personId ?? row.personId,
    role: entry.role,
    fullName: entry.fullName,
    idType: keepsNumber ? standing.idType : entry.idType,
    idNumber: or(entry.idNumber, standing?.idNumber),
    email: or(entry.email, standing?.email),
    grade: or(entry.grade, standing?.grade),
    position: or(entry.position, standing?.position) ?? "",
    workUnit: or(entry.workUnit, standing?.workUnit) ?? "",
    agency,
    group: row.group,
    isGroupLead: row.isGroupLead,
    facilitator: row.facilitator,
    changes: [],
  };
  return standing ? { ...write, changes: changesOf(write, standing) } : write;
}

function changesOf(write: EnrolmentWrite, stands: KnownEnrolment): Changeable[] {
  const changed: [Changeable, boolean][] = [
    ["fullName", write.fullName !== stands.fullName],
    ["idNumber", write.idNumber !== stands.idNumber || write.idType !== stands.idType],
    ["email", write.email !== stands.email],
    ["grade", write.grade !== stands.grade],
    ["position", write.position !== stands.position],
    ["workUnit", write.workUnit !== stands.workUnit],
    ["agency", refKey(write.agency) !== stands.agencyId],
    ["group", refKey(write.group) !== (stands.groupId ?? "")],
    ["isGroupLead", write.isGroupLead !== stands.isGroupLead],
    ["facilitator", refKey(write.facilitator) !== (stands.facilitatorId ?? "")],
  ];
  return changed.filter(([, differs]) => differs).map(([field]) => field);
}

function namedFacilitator(place: number, fullName: string, agency: Ref): EnrolmentWrite {
  return {
    place,
    enrolmentId: null,
    personId: null,
    role: "FACILITATOR",
    fullName,
    idType: "NONE",
    idNumber: null,
    email: null,
    grade: null,
    position: "",
    workUnit: "",
    agency,
    group: null,
    isGroupLead: false,
    facilitator: null,
    changes: [],
  };
}

/** How the groups stand afterwards: with the people of the file and those whom it does not name. */
function sizesOf(
  rows: Candidate[],
  standing: Standing,
  groups: Groups,
  facilitators: Facilitators,
): RosterPlan["groups"] {
  const inFile = new Map(rows.flatMap((row) => (row.standing ? [[row.standing.id, row]] : [])));
  const people: { group: Ref | null; facilitator: Ref | null }[] = [
    ...rows.filter((row) => !isFaulty(row) && !row.standing),
    ...standing.enrolments
      .filter(({ withdrawn }) => !withdrawn)
      .map(({ id, groupId, facilitatorId }) => {
        const row = inFile.get(id);
        if (row && !isFaulty(row)) return row;
        return {
          group: groupId ? { id: groupId } : null,
          facilitator: facilitatorId ? { id: facilitatorId } : null,
        };
      }),
  ];
  const nameOf = new Map(facilitators.all.map(({ ref, name }) => [refKey(ref), name]));
  const members = new Map<string, typeof people>();
  for (const person of people) {
    const key = refKey(person.group);
    const list = members.get(key);
    if (list) list.push(person);
    else members.set(key, [person]);
  }
  return groups.all.map(({ ref, name }) => {
    const own = members.get(refKey(ref)) ?? [];
    const leading = new Set(
      own.flatMap(({ facilitator }) => nameOf.get(refKey(facilitator)) ?? []),
    );
    return { name, size: own.length, facilitator: [...leading].join(", ") };
  });
}

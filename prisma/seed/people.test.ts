import { describe, expect, it } from "vitest";
import { checkIdNumber, isUnusualGrade } from "@/lib/enrolment/civil-servant";
import { AGENCY_CODES } from "@/prisma/reference/catalogue";
import { demoPeople, drawMentor, GROUP_COUNT, GROUP_SIZE } from "./people";

const TODAY = "2030-03-07";
const { staff, facilitators, participants } = demoPeople();
const everybody = [staff, ...facilitators, ...participants];

describe("the demo's people", () => {
  it("are as many as the founding cohort had, of each agency", () => {
    const counts = AGENCY_CODES.map(
      (code) => participants.filter(({ post }) => post.agency === code).length,
    );
    expect(counts).toEqual([30, 15, 7, 2]);
    expect(facilitators).toHaveLength(GROUP_COUNT);
  });

  it("sit in groups of nine that mix agencies, each with one lead", () => {
    for (let group = 0; group < GROUP_COUNT; group += 1) {
      const members = participants.filter((participant) => participant.group === group);
      expect(members).toHaveLength(GROUP_SIZE);
      expect(new Set(members.map(({ post }) => post.agency)).size).toBeGreaterThanOrEqual(3);
      expect(members.filter(({ isGroupLead }) => isGroupLead)).toHaveLength(1);
    }
    expect(participants.map(({ rosterNumber }) => rosterNumber)).toEqual(
      Array.from({ length: 54 }, (_, index) => index + 1),
    );
  });

  it("have names, logins and civil-servant numbers of their own", () => {
    for (const key of ["id", "name", "email", "idNumber"] as const) {
      expect(new Set(everybody.map((person) => person[key])).size, key).toBe(everybody.length);
    }
    expect(staff.email).toBe("staf@lokus.test");
    expect(facilitators.at(-1)?.email).toBe("fasilitator6@lokus.test");
    expect(participants.at(0)?.email).toBe("peserta01@lokus.test");
    expect(participants.at(-1)?.email).toBe("peserta54@lokus.test");
  });

  it("have valid numbers and the grades of supervisors", () => {
    for (const { idNumber } of everybody) {
      expect(checkIdNumber("NIP", idNumber, TODAY), idNumber).toBeNull();
    }
    for (const { grade } of participants) expect(isUnusualGrade(grade)).toBe(false);
    for (const { email } of participants) {
      expect(checkIdNumber("NIP", drawMentor(email).idNumber, TODAY)).toBeNull();
    }
  });

  it("are the same people every time", () => {
    expect(demoPeople()).toEqual({ staff, facilitators, participants });
  });
});

import type { Grade } from "@/lib/enrolment/civil-servant";
import type { AgencyCode } from "@/prisma/reference/catalogue";
import { POSTS, type Post } from "./content/posts";
import { stableId } from "./ids";
import { Random } from "./random";

/**
 * The demo's people: made up, the same in every installation. Names are drawn from lists of common
 * given and second names; nobody real is meant.
 */

export const GROUP_COUNT = 6;
export const GROUP_SIZE = 9;
export const DEMO_PASSWORD = "lokus-demo";

export interface DemoPerson {
  id: string;
  name: string;
  email: string;
  /** NIP, 18 digits. */
  idNumber: string;
}

export interface DemoFacilitator extends DemoPerson {
  enrolmentId: string;
  rosterNumber: number;
  position: string;
  grade: Grade;
}

export interface DemoParticipant extends DemoPerson {
  enrolmentId: string;
  rosterNumber: number;
  /** 0–5; the facilitator of the same number answers for the group. */
  group: number;
  isGroupLead: boolean;
  post: Post;
  grade: Grade;
}

export interface DemoPeople {
  staff: DemoPerson;
  facilitators: DemoFacilitator[];
  participants: DemoParticipant[];
}

const WOMEN = [
  "Ratna",
  "Dewi",
  "Yuliana",
  "Endang",
  "Nurhayati",
  "Lestari",
  "Wulan",
  "Indah",
  "Fitriani",
  "Kartika",
  "Maharani",
  "Sulastri",
  "Herlina",
  "Rosmawati",
  "Anggraini",
  "Citra",
  "Melati",
  "Nurul",
  "Puspita",
  "Widya",
  "Eka",
  "Tuti",
  "Farida",
  "Lilis",
  "Marlina",
  "Yanti",
  "Diah",
  "Susanti",
] as const;

const MEN = [
  "Bambang",
  "Hendra",
  "Rahmat",
  "Asep",
  "Dedi",
  "Yudi",
  "Taufik",
  "Arif",
  "Sigit",
  "Wahyu",
  "Fajar",
  "Iwan",
  "Ridwan",
  "Agung",
  "Doni",
  "Slamet",
  "Irfan",
  "Cecep",
  "Nanang",
  "Rizal",
  "Suryadi",
  "Tri",
  "Zainal",
  "Gunadi",
  "Firman",
  "Markus",
  "Yohanes",
  "Ketut",
] as const;

const SECOND_OF_WOMEN = [
  "Kusumawardhani",
  "Rahmadani",
  "Pertiwi",
  "Setyorini",
  "Handayani",
  "Wijayanti",
  "Permatasari",
  "Hasanah",
  "Simarmata",
  "Nasution",
  "Oktaviani",
  "Purnamasari",
  "Suryaningsih",
  "Utami",
  "Mulyani",
  "Sitanggang",
  "Rahayu",
  "Ningrum",
  "Safitri",
  "Manurung",
  "Amelia",
  "Damayanti",
] as const;

const SECOND_OF_MEN = [
  "Hidayatullah",
  "Nugroho",
  "Setiawan",
  "Pratama",
  "Kurniawan",
  "Saputra",
  "Firmansyah",
  "Suryana",
  "Siregar",
  "Hutabarat",
  "Wibisono",
  "Maulana",
  "Hermansyah",
  "Gunawan",
  "Purnomo",
  "Sihombing",
  "Ramadhan",
  "Mulyana",
  "Santoso",
  "Prasetyo",
  "Lubis",
  "Iskandar",
] as const;

/** Second names of those at home, so that nobody seems to mentor themselves or a colleague. */
const SECOND_OF_MENTORS = [
  "Adiwinata",
  "Budiarto",
  "Harahap",
  "Kusnadi",
  "Pangaribuan",
  "Sastranegara",
  "Sumantri",
  "Tanjung",
  "Wardoyo",
  "Wiratama",
] as const;

type Sex = "woman" | "man";

/** A name that has not been given yet. */
function drawName(random: Random, sex: Sex, taken: Set<string>): string {
  const [given, second] = sex === "woman" ? [WOMEN, SECOND_OF_WOMEN] : [MEN, SECOND_OF_MEN];
  for (let attempt = 0; attempt < 500; attempt += 1) {
    const name = `${random.pick(given)} ${random.pick(second)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
  throw new Error("no names left");
}

/** A valid NIP: born 1968–1986, appointed at 23 to 30. */
export function drawNip(random: Random, sex: Sex): string {
  const birthYear = random.int(1968, 1986);
  const two = (value: number) => String(value).padStart(2, "0");
  const birth = `${birthYear}${two(random.int(1, 12))}${two(random.int(1, 28))}`;
  const appointed = `${birthYear + random.int(23, 30)}${two(random.pick([1, 2, 3, 4, 12]))}`;
  const sequence = String(random.int(1, 9)).padStart(3, "0");
  return `${birth}${appointed}${sex === "woman" ? 2 : 1}${sequence}`;
}

/** Somebody at home: the direct superior who mentors a participant. */
export function drawMentor(key: string): { name: string; idNumber: string } {
  const random = new Random(`mentor:${key}`);
  const sex: Sex = random.chance(0.4) ? "woman" : "man";
  const given = random.pick(sex === "woman" ? WOMEN : MEN);
  return {
    name: `${given} ${random.pick(SECOND_OF_MENTORS)}`,
    idNumber: drawNip(random, sex),
  };
}

/** Participants of each group: all four agencies spread as evenly as they come. */
function dealPosts(): Post[][] {
  const groups: Post[][] = Array.from({ length: GROUP_COUNT }, () => []);
  const ofAgency = (code: AgencyCode) => POSTS.filter(({ agency }) => agency === code);
  const smallest = () =>
    groups.reduce((least, group) => (group.length < least.length ? group : least));
  ofAgency("KEMENSOS").forEach((post, index) => {
    groups[index % GROUP_COUNT]?.push(post);
  });
  ofAgency("KPU").forEach((post, index) => {
    groups[GROUP_COUNT - 1 - (index % GROUP_COUNT)]?.push(post);
  });
  ofAgency("KASN").forEach((post, index) => {
    groups[3 + index]?.push(post);
  });
  for (const post of ofAgency("BELTIM")) smallest().push(post);
  return groups;
}

const GRADES_OF_SUPERVISORS = [
  "III/b",
  "III/c",
  "III/c",
  "III/d",
  "III/d",
  "III/d",
  "IV/a",
] as const;

/** Everybody of the demo, always the same. */
export function demoPeople(): DemoPeople {
  const random = new Random("people");
  const names = new Set<string>();
  const numbers = new Set<string>();
  const person = (login: string): DemoPerson => {
    const sex: Sex = random.chance(0.45) ? "woman" : "man";
    let idNumber = drawNip(random, sex);
    while (numbers.has(idNumber)) idNumber = drawNip(random, sex);
    numbers.add(idNumber);
    return {
      id: stableId(`person:${login}`),
      name: drawName(random, sex, names),
      email: `${login}@lokus.test`,
      idNumber,
    };
  };

  const staff = person("staf");
  const facilitators = Array.from({ length: GROUP_COUNT }, (_, index): DemoFacilitator => {
    const login = `fasilitator${index + 1}`;
    return {
      ...person(login),
      enrolmentId: stableId(`enrolment:${login}`),
      rosterNumber: index + 1,
      position: random.pick(["Widyaiswara Ahli Madya", "Widyaiswara Ahli Muda"]),
      grade: random.pick(["III/d", "IV/a", "IV/b"] as const),
    };
  });
  const participants = dealPosts().flatMap((posts, group) => {
    const seated = random.shuffle(posts);
    const lead = random.int(0, seated.length - 1);
    return seated.map((post, seat): DemoParticipant => {
      const rosterNumber = group * GROUP_SIZE + seat + 1;
      const login = `peserta${String(rosterNumber).padStart(2, "0")}`;
      return {
        ...person(login),
        enrolmentId: stableId(`enrolment:${login}`),
        rosterNumber,
        group,
        isGroupLead: seat === lead,
        post,
        grade: random.pick(GRADES_OF_SUPERVISORS),
      };
    });
  });
  return { staff, facilitators, participants };
}

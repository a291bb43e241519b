import { addDays } from "@/lib/document/fields";
import type { Complete, IsoDate } from "@/lib/document/model";
import type { Obstacle } from "@/lib/obstacle/model";
import {
  type Milestone,
  type Output,
  PLAN_BOUNDS,
  type Plan,
  type Stakeholder,
  type TeamMember,
  type Term,
} from "@/lib/plan/model";
import type { RubricDefinition } from "@/lib/rubric/model";
import type { Solution, Solutions } from "@/lib/solution/model";
import type { AgencyContent, ThemeContent } from "../content/model";
import { THEMES } from "../content/themes";
import { drawMentor } from "../people";
import { fitsPost, type Observation, writerFor } from "./author";
import { obstacleId } from "./obstacles";
import { composeRisks, solutionId } from "./solutions";
import { clamp, type Writer } from "./writer";

export interface PlanFrame {
  transferRubric: RubricDefinition;
  /** The first day of the plan. */
  startsOn: IsoDate;
}

/** The document of stage 4, on the solutions of stage 3 as they were written. */
export function composePlan(
  observation: Observation,
  obstacles: readonly Complete<Obstacle>[],
  solutions: Complete<Solutions>,
  frame: PlanFrame,
): Complete<Plan> {
  const writer = writerFor(observation.author, "plan");
  const { random } = writer;
  const { author, agency } = observation;
  const { post } = author;
  const selected = solutions.groups.flatMap(({ alternatives }) =>
    alternatives.filter(({ isSelected, forHost }) => isSelected && !forHost),
  );
  const theme = themeOf(observation, selected);
  const name = random.pick(theme.plan.names);
  const budgetIdr = selected.reduce((sum, { resources }) => sum + (resources.budgetIdr ?? 0), 0);
  const leading = observation.obstacles[0];
  const obstacle = obstacles.find(
    ({ id }) => leading && id === obstacleId(observation, leading.content.key),
  );
  const mentor = drawMentor(author.key);

  return {
    solutionIds: selected.map(({ id }) => id).slice(0, PLAN_BOUNDS.solutionIds.max),
    title: titleCase(writer.pick([name.title], PLAN_BOUNDS.title.max)),
    acronym: name.acronym,
    agencyId: author.agencyId,
    unit: author.workUnit,
    problemStatement: [
      `${writer.fill(post.problem)}.`,
      writer.pick(theme.plan.gap),
      ...(obstacle ? [echo(obstacle, observation, writer)] : []),
      writer.pick(theme.plan.expected),
    ].join(" "),
    noveltyStatement: theme.plan.novelty.map((told) => writer.pickForHost(told)).join(" "),
    form: theme.plan.form,
    type: theme.plan.type,
    affair: post.affair,
    objectives: {
      short: writer.pick(theme.plan.objectives.short),
      medium: writer.pick(theme.plan.objectives.medium),
      long: writer.pick(theme.plan.objectives.long),
    },
    outputs: random
      .sample(theme.plan.outputs, random.int(2, theme.plan.outputs.length))
      .map((output, index) => composeOutput(output, index, writer)),
    beneficiaries: [
      {
        id: writer.id("beneficiary:0"),
        group: writer.fill(post.users),
        count: around(post.reach, writer),
      },
      ...random.sample(agency.beneficiaries, 1).map((group, index) => ({
        id: writer.id(`beneficiary:${index + 1}`),
        group,
        count: around(Math.max(20, Math.round(post.reach / 4)), writer),
      })),
    ],
    milestones: composeMilestones(theme, agency, frame.startsOn, observation, writer),
    stakeholders: composeStakeholders(observation, writer),
    team: composeTeam(observation, writer),
    budgetIdr,
    budgetSource: budgetIdr === 0 ? "NON_BUDGET" : agency.budgetSource,
    risks: [
      ...composeRisks(theme.plan.risks, "theme", random.int(1, 2), writer),
      ...composeRisks(agency.risks, "agency", 1, writer),
    ],
    sustainability: [
      writer.paragraph(theme.plan.sustainability),
      ...(random.chance(0.6) ? [writer.pick(agency.sustainability)] : []),
    ].join(" "),
    successor: writer.pick([
      "Pejabat pengganti pada jabatan {position}",
      "Pengelola cadangan pada {unit}",
      "Pelaksana senior pada {unit}",
    ]),
    mentor: {
      name: mentor.name,
      position: post.superior,
      idType: "NIP",
      idNumber: mentor.idNumber,
      email: `mentor${String(author.rosterNumber).padStart(2, "0")}@lokus.test`,
      phone: "",
    },
    transferReadiness: frame.transferRubric.criteria.map(({ id, code, reverse }) => ({
      criterionId: id,
      value: reverse ? random.int(1, 3) : (READINESS[code]?.(random.next()) ?? random.int(3, 5)),
    })),
  };
}

/** Money and rules are the usual weak sides; leaders and the advantage the strong ones. */
const READINESS: Record<string, (x: number) => number> = {
  "relative-advantage": (x) => (x < 0.5 ? 4 : 5),
  budget: (x) => (x < 0.4 ? 2 : x < 0.8 ? 3 : 4),
  regulation: (x) => (x < 0.3 ? 2 : x < 0.7 ? 3 : 4),
  technology: (x) => (x < 0.25 ? 2 : x < 0.7 ? 3 : 4),
  leadership: (x) => (x < 0.25 ? 3 : x < 0.7 ? 4 : 5),
};

/** The theme of the first selected solution for the own unit. */
function themeOf(observation: Observation, selected: readonly Complete<Solution>[]): ThemeContent {
  for (const { content } of observation.obstacles) {
    for (const { theme } of content.own) {
      if (!fitsPost(theme, observation.author.post)) continue;
      const id = solutionId(observation, content.key, theme);
      if (selected[0]?.id === id) return THEMES[theme];
    }
  }
  throw new Error(`${observation.author.key}: the plan has no solution to grow from`);
}

const SMALL_WORDS = new Set(
  "dan atau yang di ke dari pada untuk bagi dengan tanpa sebagai dalam oleh".split(" "),
);

/** Headings have capitals, small words aside. */
function titleCase(title: string): string {
  return title.replace(/\p{L}[\p{L}-]*/gu, (word) =>
    SMALL_WORDS.has(word) ? word : word.charAt(0).toLocaleUpperCase("id") + word.slice(1),
  );
}

/** What the host's obstacle says about the own unit. */
function echo(
  { title, locus }: Complete<Obstacle>,
  { innovation }: Observation,
  writer: Writer,
): string {
  if (locus === "OWN_UNIT") {
    return writer.pick([
      `Pada tahap kendala saya menuliskannya sebagai “${title}”, dan itulah yang hendak dijawab.`,
      `Keadaan ini saya catat sebagai kendala utama, yaitu “${title}”.`,
    ]);
  }
  return writer.pick([
    `Kendala serupa saya temukan pada ${innovation.shortName}, yaitu “${title}”, sehingga penyebabnya perlu dicegah sejak awal.`,
    `Temuan di lokus, “${title}”, menjadi peringatan agar hal yang sama tidak terjadi di sini.`,
    `Pengalaman ${innovation.shortName} dengan kendala “${title}” memperlihatkan akibatnya bila dibiarkan.`,
  ]);
}

function around(value: number, { random }: Writer): number {
  return Math.max(1, Math.round(value * (0.85 + random.next() * 0.3)));
}

function composeOutput(
  output: ThemeContent["plan"]["outputs"][number],
  index: number,
  writer: Writer,
): Complete<Output> {
  const { baseline, target, unit } = output;
  const percent = unit === "persen";
  const moved =
    baseline === undefined || baseline === 0
      ? baseline
      : clamp(baseline + writer.random.int(-2, 3) * (percent ? 2 : 1), 1, percent ? 60 : 400);
  return {
    id: writer.id(`output:${index}`),
    name: writer.fill(output.name),
    indicator: writer.fill(output.indicator),
    baseline: moved === target ? undefined : moved,
    target,
    unit,
  };
}

/** Days from the start of the plan: from and to, for the milestones of a term in order. */
const SPANS: Record<Term, readonly (readonly [number, number])[]> = {
  SHORT: [
    [0, 13],
    [12, 33],
    [30, 57],
    [7, 40],
  ],
  MEDIUM: [
    [58, 175],
    [90, 330],
    [120, 270],
  ],
  LONG: [
    [366, 640],
    [400, 900],
  ],
};

function composeMilestones(
  theme: ThemeContent,
  agency: AgencyContent,
  startsOn: IsoDate,
  { author }: Observation,
  writer: Writer,
): Complete<Milestone>[] {
  const owners = {
    LEADER: author.post.position,
    TEAM: `Tim kerja ${author.post.unit}`,
    PARTNER: author.post.partner,
    SUPERIOR: author.post.superior,
  };
  const steps = [
    ...theme.plan.milestones,
    ...writer.random
      .sample(agency.milestones, 1)
      .map((step) => ({ ...step, owner: "LEADER" as const })),
  ];
  const seen: Record<Term, number> = { SHORT: 0, MEDIUM: 0, LONG: 0 };
  return (["SHORT", "MEDIUM", "LONG"] as const).flatMap((term) =>
    steps
      .filter((step) => step.term === term)
      .map((step, index): Complete<Milestone> => {
        const spans = SPANS[term];
        const [from, to] = spans[seen[term] % spans.length] ?? [0, 13];
        seen[term] += 1;
        // The very first day stays, since all terms are counted from it.
        const shift = term === "SHORT" ? 0 : writer.random.int(0, 12);
        return {
          id: writer.id(`milestone:${term}:${index}`),
          term,
          title: writer.fill(step.title),
          start: addDays(startsOn, from + shift),
          end: addDays(startsOn, to + shift),
          output: writer.fill(step.output),
          owner: writer.fill(owners[step.owner]),
          evidenceNeeded: writer.fill(step.evidence),
          status: "PLANNED",
        };
      }),
  );
}

function composeStakeholders(
  { author, agency }: Observation,
  writer: Writer,
): Complete<Stakeholder>[] {
  const { random } = writer;
  // The first of an agency's list is always a promoter.
  const [leader, ...others] = agency.stakeholders;
  const chosen = [
    ...(leader ? [leader] : []),
    ...random.sample(others, Math.min(others.length, random.int(2, 4))),
  ].map((stakeholder) => ({ ...stakeholder, strategy: writer.fill(stakeholder.strategy) }));
  return [
    {
      name: author.post.superior,
      internal: true,
      influence: 5,
      interest: random.int(4, 5),
      attitude: "SUPPORTIVE" as const,
      strategy: writer.pick([
        "Menjadi mentor; kemajuan dibahas setiap pekan dan keputusan diminta pada tonggak utama.",
        "Dilibatkan sejak perumusan dan menerima laporan satu halaman setiap dua pekan.",
        "Diminta membuka jalan kepada {partner} dan mengesahkan prosedur kerja.",
      ]),
    },
    ...chosen,
    {
      name: writer.fill(author.post.partner),
      internal: false,
      influence: random.int(3, 4),
      interest: random.int(2, 4),
      attitude: random.pick(["SUPPORTIVE", "NEUTRAL", "NEUTRAL"] as const),
      strategy: writer.pick([
        "Diajak menyusun cara kerja sejak awal dan memperoleh balasan atas setiap kiriman.",
        "Beban tambahannya dihitung dan diimbangi dengan menghapus isian atau langkah yang lama.",
        "Pertemuan singkat diadakan dua pekan sekali dengan membawa data, bukan keluhan.",
      ]),
    },
  ].map((stakeholder, index) => ({ id: writer.id(`stakeholder:${index}`), ...stakeholder }));
}

function composeTeam({ author }: Observation, writer: Writer): Complete<TeamMember>[] {
  const { random } = writer;
  const members: Omit<Complete<TeamMember>, "id">[] = [
    { role: "LEADER", name: `${author.fullName}, ${author.post.position}` },
    { role: "COORDINATOR", name: writer.fill("Pelaksana senior pada {unit}") },
    { role: "MEMBER", name: writer.fill("Pelaksana pada {unit}") },
    { role: "MEMBER", name: writer.fill("Wakil dari {partner}") },
  ];
  if (random.chance(0.6)) {
    members.push({
      role: "TECHNICAL",
      name: writer.fill("Pengelola teknologi informasi {agency}"),
    });
  }
  if (random.chance(0.5)) {
    members.push({ role: "ADMINISTRATION", name: "Pengadministrasi pada unit kerja" });
  }
  return members.map((member, index) => ({ id: writer.id(`team:${index}`), ...member }));
}

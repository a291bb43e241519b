import { clockOf } from "@/lib/agenda/model";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { deriveEvaluation } from "@/lib/evaluation/scoring";
import { deriveObstacles } from "@/lib/obstacle/scoring";
import {
  evaluationChapter,
  facts,
  list,
  obstacleChapter,
  paragraph,
  planChapter,
  solutionChapter,
  strong,
} from "@/lib/report/chapters";
import {
  type IndividualReport,
  REPORT_BOUNDS,
  type ReportedCohort,
  type ReportedStage,
  type ReportedWork,
  type ReportWords,
} from "@/lib/report/model";
import type { Block, Manuscript } from "@/lib/typesetting/manuscript";

/**
 * The individual report in the customary chapters. It holds what is approved and nothing else; of a stage
 * that is not, the cover and its place say how it stands.
 */
export function composeIndividual(report: IndividualReport, words: ReportWords): Manuscript {
  const { r } = words;
  const { participant, cohort } = report;
  const title = r("individual.title");
  return {
    title: `${title} – ${participant.name}`,
    author: participant.name,
    language: words.locale,
    footer: `${title} · ${participant.name} · ${cohort.name}`,
    blocks: [
      ...cover(report, words),
      ...introduction(report, words),
      ...activities(report, words),
      ...results(report, words),
      ...conclusions(report, words),
      ...closing(report, words),
      ...appendices(report, words),
    ],
  };
}

export function chapter(
  number: "I" | "II" | "III" | "IV" | "V",
  title: string,
  r: ReportWords["r"],
): Block {
  return { kind: "heading", level: 1, text: r("chapter", { number, title }) };
}

export function section(letter: string, text: string): Block {
  return { kind: "heading", level: 2, text: `${letter}. ${text}` };
}

/** 0 → "A"; beyond "Z" it goes on with "AA". */
export function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

/** The regions that are visited, and when. */
export function visitText({ visits }: Pick<ReportedCohort, "visits">, words: ReportWords): string {
  return visits
    .map(({ hostName, startsOn, endsOn }) =>
      words.r("visit", { host: hostName, dates: words.format.dateRange(startsOn, endsOn) }),
    )
    .join("; ");
}

function cover(report: IndividualReport, words: ReportWords): Block[] {
  const { r, terms } = words;
  const { participant, cohort, works } = report;
  const { number } = participant;
  return [
    { kind: "cover", size: "small", text: cohort.center },
    { kind: "cover", size: "large", text: r("individual.title").toLocaleUpperCase(words.locale) },
    { kind: "cover", size: "small", text: cohort.program },
    { kind: "cover", size: "small", text: cohort.name },
    { kind: "cover", size: "small", text: visitText(cohort, words) },
    ...facts([
      [r("name"), participant.name],
      [number ? terms(`idType.${number.type}`) : "", number?.text],
      [r("grade"), participant.grade],
      [r("position"), participant.position],
      [r("workUnit"), participant.workUnit],
      [r("agency"), participant.agency],
      [r("group"), participant.group],
      [r("facilitator"), participant.facilitator],
      [
        r("innovations"),
        works.map(({ innovation }) => `${innovation.name} (${innovation.owner})`).join("\n"),
      ],
    ]),
    ...(participant.withdrawn ? [strong(r("withdrawn"))] : []),
    strong(r("standing")),
    standingTable(works, words),
    { kind: "paragraph", tone: "quiet", text: r(isComplete(works) ? "complete" : "incomplete") },
  ];
}

function isComplete(works: readonly ReportedWork[]): boolean {
  return works.every(({ stages }) => STAGE_KINDS.every((kind) => stages[kind].approved));
}

/** Which revision of each stage is told, and how the others stand. */
function standingTable(works: readonly ReportedWork[], words: ReportWords): Block {
  const { r, stage } = words;
  return {
    kind: "table",
    columns: [
      { header: r("innovation"), share: 28 },
      ...STAGE_KINDS.map((kind) => ({ header: stage(`kind.${kind}`), share: 18 })),
    ],
    rows: works.map(({ innovation, stages }) => [
      innovation.code,
      ...STAGE_KINDS.map((kind) => standingOf(stages[kind], words)),
    ]),
  };
}

function standingOf({ state, paused, approved }: ReportedStage, words: ReportWords): string {
  const { r, stage, format } = words;
  if (!approved) return r("missing", { state: stage(`state.${paused ? "PAUSED" : state}`) });
  return approved.decidedAt
    ? r("approvedOn", { date: format.date(approved.decidedAt), number: approved.number })
    : r("approved", { number: approved.number });
}

function introduction(report: IndividualReport, words: ReportWords): Block[] {
  const { r, terms } = words;
  const { cohort, works, participant } = report;
  const methods = new Set(works.flatMap(({ evaluation }) => evaluation?.methods ?? []));
  return [
    chapter("I", r("chapters.introduction"), r),
    section("A", r("sections.general")),
    ...paragraph(
      r("general", {
        program: cohort.program,
        cohort: cohort.name,
        center: cohort.center,
        visits: visitText(cohort, words),
      }),
    ),
    section("B", r("sections.basis")),
    ...list(
      [
        cohort.regulationRef,
        r("basisProgram", { program: cohort.program, cohort: cohort.name, center: cohort.center }),
        r("basisAssignment", { count: works.length, name: participant.name }),
      ].filter((one) => one !== null),
    ),
    section("C", r("sections.purpose")),
    ...paragraph(r("purpose")),
    ...list([r("aims.evaluate"), r("aims.obstacles"), r("aims.solution"), r("aims.plan")]),
    section("D", r("sections.scope")),
    ...paragraph(r("scope")),
    ...list(
      works.map(({ innovation: { name, code, owner, region } }) =>
        r("scopeInnovation", { name, code, owner, region }),
      ),
    ),
    ...paragraph(
      methods.size === 0
        ? ""
        : r("methods", {
            methods: [...methods].map((method) => terms(`method.${method}`)).join(", "),
          }),
    ),
  ];
}

/** The cohort's agenda as far as it concerns the participant, with the own attendance. */
function activities({ sessions, marks }: IndividualReport, words: ReportWords): Block[] {
  const { r, attendance, format, locale } = words;
  const clock = (minute: number) =>
    locale === "id" ? clockOf(minute).replace(":", ".") : clockOf(minute);
  const present = sessions.filter(({ id }) => marks[id] === "PRESENT").length;
  const head = chapter("II", r("chapters.activities"), r);
  if (sessions.length === 0) return [head, ...paragraph(r("noSessions"))];
  return [
    head,
    ...paragraph(r("attended", { present, count: sessions.length })),
    {
      kind: "table",
      columns: [
        { header: r("day"), share: 18 },
        { header: r("time"), share: 15 },
        { header: r("activity"), share: 33 },
        { header: r("place"), share: 20 },
        { header: r("attendance"), share: 14 },
      ],
      rows: sessions.map((session) => {
        const mark = marks[session.id];
        const speakers = session.speakers
          .map(({ name, role }) => (role ? `${name} (${role})` : name))
          .join("; ");
        return [
          format.dateLong(session.day),
          `${clock(session.startsMinute)}–${clock(session.endsMinute)} ${zoneOf(words)}`.trim(),
          [session.title, speakers].filter(Boolean).join("\n"),
          [session.place, session.hostUnit?.shortName].filter(Boolean).join(", "),
          mark ? attendance(`status.${mark}`) : attendance("notYet"),
        ];
      }),
    },
  ];
}

/** "WIB": what stands after a time of the cohort's clocks. */
function zoneOf({ format }: ReportWords): string {
  return format.time("2018-08-07T02:00:00Z").split(" ")[1] ?? "";
}

function results(report: IndividualReport, words: ReportWords): Block[] {
  const { r } = words;
  return [
    chapter("III", r("chapters.results"), r),
    ...report.works.flatMap((work, index): Block[] => [
      section(letterOf(index), `${work.innovation.name} (${work.innovation.owner})`),
      ...STAGE_KINDS.flatMap((kind, at): Block[] => [
        { kind: "heading", level: 3, text: `${at + 1}. ${r(`parts.${kind}`)}` },
        ...(partOf(kind, work, report, words) ??
          paragraph(
            r("notApproved", {
              state: words.stage(
                `state.${work.stages[kind].paused ? "PAUSED" : work.stages[kind].state}`,
              ),
            }),
          )),
      ]),
    ]),
  ];
}

/** What an approved stage says; null where it is not approved. */
function partOf(
  kind: StageKind,
  work: ReportedWork,
  { cohort, names }: IndividualReport,
  words: ReportWords,
): Block[] | null {
  const { evaluation, obstacles, solutions, plan } = work;
  switch (kind) {
    case "EVALUATE":
      return evaluation && evaluationChapter(evaluation, work, cohort.gradeBands, words);
    case "OBSTACLES":
      return obstacles && obstacleChapter(obstacles, work, words);
    case "SOLUTION":
      return solutions && solutionChapter(solutions, obstacles, names, words);
    case "PLAN":
      return plan && planChapter(plan, work, names, words);
  }
}

/** Nothing new is said here: what was found comes together, in the participant's own words. */
function conclusions({ works, cohort }: IndividualReport, words: ReportWords): Block[] {
  const { r, format, locale } = words;
  const found = works.flatMap(({ innovation, rubric, evaluation, obstacles, plan }) => {
    if (!evaluation) return [];
    const { total, band } = deriveEvaluation(evaluation, { rubric }, cohort.gradeBands);
    const causes = obstacles
      ? deriveObstacles(obstacles).flatMap(({ prioritised, rootCause }) =>
          prioritised && rootCause ? [rootCause] : [],
        )
      : [];
    return [
      total === null
        ? r("concluded", { innovation: innovation.name })
        : r("concludedScore", {
            innovation: innovation.name,
            score: format.decimal(total),
            band: band?.label[locale] ?? "–",
          }),
      ...(causes.length > 0
        ? [r("concludedCauses", { innovation: innovation.name, causes: causes.join("; ") })]
        : []),
      ...(plan ? [r("concludedPlan", { innovation: innovation.name, plan: plan.title })] : []),
    ];
  });
  const chosen = works.flatMap(({ solutions }) =>
    (solutions?.groups ?? []).flatMap(({ alternatives }) =>
      alternatives.filter(({ isSelected }) => isSelected),
    ),
  );
  const advice = (forHost: boolean) =>
    chosen.filter((solution) => solution.forHost === forHost).map(({ title }) => title);
  const forHost = advice(true);
  const forUnit = advice(false);
  return [
    chapter("IV", r("chapters.conclusions"), r),
    section("A", r("sections.conclusions")),
    ...list(found),
    section("B", r("sections.advice")),
    ...(forHost.length > 0 ? [...paragraph(r("adviceHost")), ...list(forHost)] : []),
    ...(forUnit.length > 0 ? [...paragraph(r("adviceUnit")), ...list(forUnit)] : []),
    ...(chosen.length === 0 ? paragraph(r("noAdvice")) : []),
  ];
}

function closing({ participant }: IndividualReport, words: ReportWords): Block[] {
  const { r, terms } = words;
  const { number } = participant;
  return [
    chapter("V", r("chapters.closing"), r),
    ...paragraph(r("closing")),
    {
      kind: "signature",
      // Whoever signs says where and when.
      above: [r("placeAndDate"), r("participant")],
      name: participant.name,
      number: number && `${terms(`idType.${number.type}`)} ${number.text}`,
    },
  ];
}

/** Photos of the evidence, so many as the report holds; what cannot be shown is named. */
function appendices({ works }: IndividualReport, words: ReportWords): Block[] {
  const { r } = words;
  const photos = photosOf(works);
  const shown = photos.slice(0, REPORT_BOUNDS.photos);
  return [
    { kind: "heading", level: 1, text: r("chapters.appendix") },
    section("A", r("sections.photos")),
    ...(photos.length === 0 ? paragraph(r("noPhotos")) : []),
    ...shown.map(
      ({ hash, caption, innovation, missing }, index): Block => ({
        kind: "picture",
        key: hash,
        caption: [r("photo", { number: index + 1, innovation, caption }), missing && r(missing)]
          .filter(Boolean)
          .join(" "),
      }),
    ),
    ...paragraph(
      photos.length > shown.length ? r("morePhotos", { count: photos.length - shown.length }) : "",
    ),
  ];
}

interface ReportedPhoto {
  hash: string;
  caption: string;
  innovation: string;
  /** Why there is nothing to show, if so. */
  missing: "notArrived" | "unreadable" | null;
}

/** The photos that approved evaluations name, in their order. */
export function photosOf(works: readonly ReportedWork[]): ReportedPhoto[] {
  return works.flatMap(({ evaluation, innovation, arrived }) =>
    (evaluation?.evidence ?? []).flatMap(({ kind, caption, file }) =>
      kind === "PHOTO" && file
        ? [
            {
              hash: file.hash,
              caption,
              innovation: innovation.code,
              missing: missing(arrived.get(file.hash)),
            },
          ]
        : [],
    ),
  );
}

function missing(arrived: { readable: boolean } | undefined): ReportedPhoto["missing"] {
  if (!arrived) return "notArrived";
  return arrived.readable ? null : "unreadable";
}

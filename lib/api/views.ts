import "server-only";
import { getTranslations } from "next-intl/server";
import { STAGE_KINDS, type StageKind, type StageState } from "@/lib/assignment/model";
import { type BoardRow, FACETS, type Facet, NONE, type WorkRow } from "@/lib/dashboard/model";
import type { ExportedView } from "@/lib/dashboard/mutations";
import { dayIn } from "@/lib/platform/clock";
import { funnelOf } from "@/lib/progress/model";
import type { Table, Value } from "@/lib/spreadsheet/table";

/** A view of a cohort's picture as sheets: words, numbers, dates and truth values as such. */
export async function viewSheets(
  exported: ExportedView,
  timeZone: string,
): Promise<{ title: string; tables: Table[] }> {
  const { title, tables } = await sheetsOf(exported, timeZone);
  if (exported.left === 0) return { title, tables };
  const t = await getTranslations("dashboard.file");
  const note = t("cut", { left: exported.left });
  return {
    title,
    tables: [
      ...tables,
      { name: t("note"), list: false, columns: [{ header: note, width: 90 }], rows: [] },
    ],
  };
}

async function sheetsOf(
  exported: ExportedView,
  timeZone: string,
): Promise<{ title: string; tables: Table[] }> {
  const [t, s, p, f, terms] = await Promise.all([
    getTranslations("dashboard"),
    getTranslations("stage"),
    getTranslations("progress"),
    getTranslations("findings"),
    getTranslations("terms"),
  ]);
  const day = (instant: string | null): Value =>
    instant === null ? null : { date: dayIn(timeZone, new Date(instant)) };
  const stageName = (kind: StageKind) => s(`kind.${kind}`);
  const stateName = ({ state, paused }: { state: StageState; paused: boolean }) =>
    s(`state.${state === "LOCKED" && paused ? "PAUSED" : state}`);

  const boardTable = (rows: readonly BoardRow[]): Table => ({
    name: t("board.title"),
    columns: [
      { header: t("board.participant"), width: 32, text: true },
      { header: t("facet.agency"), width: 18, text: true },
      { header: t("facet.group"), width: 16, text: true },
      { header: t("file.code"), width: 12, text: true },
      { header: t("board.innovation"), width: 32, text: true },
      ...STAGE_KINDS.flatMap((kind) => [
        { header: stageName(kind), width: 20, text: true },
        { header: t("file.late", { stage: stageName(kind) }), width: 12 },
      ]),
      { header: t("board.since"), width: 14 },
      { header: t("board.score"), width: 10 },
      { header: t("board.shows.unsent"), width: 14 },
    ],
    rows: rows.map(({ name, agency, group, assignment, unsent }) => [
      name,
      agency,
      group,
      assignment?.innovation.code ?? null,
      assignment?.innovation.name ?? null,
      ...STAGE_KINDS.flatMap((kind): Value[] =>
        assignment
          ? [stateName(assignment.stages[kind]), assignment.stages[kind].late]
          : [null, null],
      ),
      day(assignment?.since ?? null),
      assignment?.score ?? null,
      unsent,
    ]),
  });

  const workTable = (rows: readonly WorkRow[]): Table => ({
    name: t("work.title"),
    columns: [
      { header: t("work.participant"), width: 32, text: true },
      { header: t("facet.agency"), width: 18, text: true },
      { header: t("facet.group"), width: 16, text: true },
      { header: t("work.facilitator"), width: 32, text: true },
      { header: t("file.code"), width: 12, text: true },
      { header: t("work.innovation"), width: 32, text: true },
      { header: t("work.stage"), width: 16, text: true },
      { header: t("work.state"), width: 20, text: true },
      { header: t("board.shows.late"), width: 12 },
      { header: t("work.due"), width: 12 },
      { header: t("work.sent"), width: 12 },
      { header: t("work.score"), width: 10 },
    ],
    rows: rows.map((row) => [
      row.participant,
      row.agency,
      row.group,
      row.facilitator,
      row.innovation.code,
      row.innovation.name,
      stageName(row.stage),
      stateName(row),
      row.late,
      day(row.dueAt),
      day(row.submittedAt),
      row.score,
    ]),
  });

  const progressTables = (view: Extract<ExportedView, { view: "progress" }>): Table[] => [
    {
      name: p("days.title"),
      columns: [
        { header: p("stage"), width: 18, text: true },
        { header: p("days.day"), width: 14 },
        ...(["due", "sent", "approved"] as const).map((key) => ({
          header: p(`days.${key}`),
          width: 16,
        })),
      ],
      rows: view.days.map((row) => [
        stageName(row.stage),
        { date: row.day },
        row.due,
        row.sent,
        row.approved,
      ]),
    },
    {
      name: p("times.title"),
      columns: [
        { header: p("stage"), width: 18, text: true },
        { header: p("times.phase"), width: 22, text: true },
        { header: t("file.hours", { what: p("times.median") }), width: 14 },
        { header: t("file.hours", { what: p("times.longest") }), width: 14 },
        { header: t("board.participant"), width: 32, text: true },
        { header: p("times.ended"), width: 10 },
        { header: p("times.ongoing"), width: 10 },
        { header: t("file.hours", { what: p("times.oldest") }), width: 14 },
        { header: t("board.participant"), width: 32, text: true },
      ],
      rows: view.times.map((time) => [
        stageName(time.stage),
        p(`phase.${time.phase}`),
        time.median,
        time.longest?.hours ?? null,
        time.longest?.participant ?? null,
        time.ended,
        time.ongoing,
        time.oldest?.hours ?? null,
        time.oldest?.participant ?? null,
      ]),
    },
    {
      name: p("funnel.title"),
      columns: [
        { header: p("stage"), width: 18, text: true },
        { header: t("file.total"), width: 12 },
        ...(["reached", "sent", "approved"] as const).map((key) => ({
          header: p(`funnel.${key}`),
          width: 12,
        })),
      ],
      rows: funnelOf(view.counts).map((step) => [
        stageName(step.stage),
        step.total,
        step.reached,
        step.sent,
        step.approved,
      ]),
    },
  ];

  const facetTable = (
    facet: Facet,
    { counts }: Extract<ExportedView, { view: "people" }>,
  ): Table => ({
    name: t(`facet.${facet}`),
    columns: [
      { header: t(`facet.${facet}`), width: 36, text: true },
      { header: t(facet === "innovation" ? "file.assignments" : "file.participants"), width: 12 },
      ...STAGE_KINDS.flatMap((kind) =>
        (["approved", "submitted", "late", "total"] as const).map((figure) => ({
          header: `${stageName(kind)}: ${t(`file.figures.${figure}`)}`,
          width: 14,
        })),
      ),
    ],
    rows: counts[facet].map((row) => [
      row.id === NONE ? t(`none.${facet}`) : row.name,
      row.participants,
      ...STAGE_KINDS.flatMap((kind) => {
        const { states, late, total } = row.stages[kind];
        return [states.APPROVED, states.SUBMITTED, late, total];
      }),
    ]),
  });

  const findingTables = (view: Extract<ExportedView, { view: "findings" }>): Table[] => {
    const ofRow = [
      { header: t("file.code"), width: 12, text: true },
      { header: t("board.innovation"), width: 32, text: true },
    ];
    const byWhom = [
      { header: t("board.participant"), width: 32, text: true },
      { header: t("facet.agency"), width: 18, text: true },
    ];
    return [
      {
        name: f("strengths.title"),
        columns: [...ofRow, { header: f("strengths.title"), width: 60, text: true }, ...byWhom],
        rows: view.strengths.map(({ innovation, text, participant, agency }) => [
          innovation.code,
          innovation.name,
          text,
          participant,
          agency,
        ]),
      },
      {
        name: t("obstacles.title"),
        columns: [
          ...ofRow,
          { header: t("obstacles.obstacle"), width: 50, text: true },
          { header: t("obstacles.category"), width: 24, text: true },
          { header: t("obstacles.locus"), width: 18, text: true },
          { header: t("file.rank"), width: 10 },
          { header: t("file.usg"), width: 10 },
          { header: f("causes.title"), width: 50, text: true },
          ...byWhom,
        ],
        rows: view.obstacles.map((row) => [
          row.innovation.code,
          row.innovation.name,
          row.title,
          terms(`obstacleCategory.${row.category}`),
          terms(`obstacleLocus.${row.locus}`),
          row.rank,
          row.usgTotal,
          row.rootCause,
          row.participant,
          row.agency,
        ]),
      },
      {
        name: t("file.solutions"),
        columns: [
          ...ofRow,
          { header: t("file.solution"), width: 50, text: true },
          { header: t("obstacles.obstacle"), width: 50, text: true },
          { header: t("file.transfer"), width: 18, text: true },
          { header: t("file.forHost"), width: 14 },
          { header: t("file.mcnamara"), width: 12 },
          ...byWhom,
        ],
        rows: view.solutions.map((row) => [
          row.innovation.code,
          row.innovation.name,
          row.title,
          row.obstacle,
          terms(`transferType.${row.transferType}`),
          row.forHost,
          row.mcnamaraTotal,
          row.participant,
          row.agency,
        ]),
      },
    ];
  };

  switch (exported.view) {
    case "board":
      return { title: t("board.title"), tables: [boardTable(exported.rows)] };
    case "work":
      return { title: t("work.title"), tables: [workTable(exported.rows)] };
    case "progress":
      return { title: t("file.progress"), tables: progressTables(exported) };
    case "people":
      return {
        title: t("file.people"),
        tables: FACETS.map((facet) => facetTable(facet, exported)),
      };
    case "findings":
      return { title: f("title"), tables: findingTables(exported) };
  }
}

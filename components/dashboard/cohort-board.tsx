import Form from "next/form";
import { useTranslations } from "next-intl";
import { ViewsLink } from "@/components/saved-view/views-link";
import { stageChips } from "@/components/stage/stage-chip";
import { buttonClass } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Select } from "@/components/ui/input";
import { MarkedRows } from "@/components/ui/marked";
import { markup } from "@/components/ui/markup";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { SoftLink } from "@/components/ui/soft-link";
import { EmptyRow, Table } from "@/components/ui/table";
import { Segments } from "@/components/ui/tabs";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { cohortPath } from "@/lib/cohort/model";
import {
  BOARD_SHOWS,
  BOARD_SORTS,
  type BoardRow,
  type CohortCounts,
  dashboardHref,
  FACETS,
  type Facet,
  type Page,
  reviewHref,
  viewFileHref,
} from "@/lib/dashboard/model";
import type { DashboardQuery } from "@/lib/dashboard/schema";
import { useFormat } from "@/lib/i18n/use-format";
import { nudgePath } from "@/lib/reminder/model";
import { facetName } from "./facet-name";
import { FacetSelect } from "./facet-select";

/** Columns beside the four stages. */
const COLUMNS = STAGE_KINDS.length + 4;

/** Participants × stages: how everybody stands, grouped as asked; a cell leads to its contents. */
export function CohortBoard({
  cohortId,
  board,
  counts,
  query,
  now,
  timeZone,
  canNudge,
}: {
  cohortId: string;
  board: Page<BoardRow>;
  counts: CohortCounts;
  query: DashboardQuery;
  /** ISO instant of the reading. */
  now: string;
  timeZone: string;
  /** Rows can be chosen, to remind those whose they are. */
  canNudge: boolean;
}) {
  const t = useTranslations("dashboard");
  const s = useTranslations("stage");
  const format = useFormat(timeZone);
  const chip = stageChips(s);
  const { by, q, show, sort, select, ...facets } = query.board;
  const choosing = canNudge && select === true;
  const filtered = Boolean(
    q || show || facets.group || facets.agency || facets.innovation || facets.facilitator,
  );
  const names = new Map(counts[by].map((row) => [row.id, facetName(t, by, row)]));
  const lines = (row: BoardRow, index: number) => markup`
    ${
      row.key !== board.rows[index - 1]?.key &&
      markup`<tr data-group><th scope="rowgroup" colspan="${COLUMNS}">${
        names.get(row.key) ?? t(`none.${by}`)
      }</th></tr>`
    }<tr><th scope="row">${choosing && row.assignment ? pick(row, row.assignment) : row.name}<span class="block text-xs font-normal text-ink-3">${
      by === "agency" ? (row.group ?? t("none.group")) : row.agency
    }${
      row.assignment && markup`<span class="sm:hidden"> · ${row.assignment.innovation.code}</span>`
    }</span>${
      row.unsent &&
      markup`<span class="block text-xs font-semibold text-late">${t("board.held")}</span>`
    }</th>${
      row.assignment
        ? assignmentCells(row.assignment)
        : markup`<td colspan="${COLUMNS - 1}"><span class="text-ink-3">${t("board.unassigned")}</span></td>`
    }</tr>`;
  const pick = (row: BoardRow, { id, innovation }: NonNullable<BoardRow["assignment"]>) =>
    markup`<label class="inline-flex items-center gap-2 touch:min-h-11"><input type="checkbox" name="who" value="${id}" form="board-nudge" aria-label="${t(
      "board.pick",
      { name: row.name, innovation: innovation.code },
    )}" class="size-4.5 flex-none accent-accent print:hidden">${row.name}</label>`;
  const assignmentCells = ({
    id,
    innovation,
    stages,
    since,
    score,
  }: NonNullable<BoardRow["assignment"]>) =>
    markup`<td title="${innovation.name}" class="max-sm:hidden">${innovation.code}</td>${STAGE_KINDS.map(
      (kind) => {
        const stage = stages[kind];
        // A stage that never opened holds nothing to look at.
        const leads = stage.state !== "LOCKED" || stage.hasRevision;
        return markup`<td>${chip({
          ...stage,
          kind,
          href: leads ? reviewHref(id, kind) : undefined,
        })}</td>`;
      },
    )}<td data-nowrap>${since && format.ago(since, now)}</td><td data-align="end">${score === null ? t("board.none") : format.decimal(score)}</td>`;
  return (
    <Card as="section" id="board" className="scroll-mt-18">
      <CardHeader
        title={t("board.title")}
        note={
          filtered
            ? t("board.shown", { count: board.total })
            : t("board.participants", { count: counts.all.participants })
        }
        actions={
          <Segments
            label={t("board.by")}
            items={FACETS.map((facet) => ({
              href: `${dashboardHref(cohortId, { ...query.board, by: facet })}#board`,
              label: t(`facet.${facet}`),
              current: facet === by,
            }))}
          />
        }
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5 sm:px-4.5 print:hidden">
        <div className="min-w-0 basis-full">
          <SearchField
            action={cohortPath(cohortId)}
            label={t("board.search")}
            value={q}
            keep={{ by: by === "group" ? undefined : by, select: select ? "1" : undefined }}
          >
            {(["agency", "innovation", "facilitator"] as const satisfies readonly Facet[]).map(
              (facet) => (
                <FacetSelect
                  key={facet}
                  facet={facet}
                  counts={counts}
                  value={facets[facet]}
                  className="w-auto min-w-36 flex-1 sm:max-w-52"
                />
              ),
            )}
            <Select
              name="show"
              defaultValue={show ?? ""}
              aria-label={t("board.show")}
              className="w-auto min-w-36 flex-1 sm:max-w-52"
            >
              <option value="">{t("board.anyShow")}</option>
              {BOARD_SHOWS.map((each) => (
                <option key={each} value={each}>
                  {t(`board.shows.${each}`)}
                </option>
              ))}
            </Select>
            <Select
              name="sort"
              defaultValue={sort ?? ""}
              aria-label={t("board.sort")}
              className="w-auto min-w-36 flex-1 sm:max-w-52"
            >
              <option value="">{t("board.anySort")}</option>
              {BOARD_SORTS.map((each) => (
                <option key={each} value={each}>
                  {t(`board.sorts.${each}`)}
                </option>
              ))}
            </Select>
          </SearchField>
        </div>
        <a
          href={viewFileHref(cohortId, "board", dashboardHref(cohortId, query.board))}
          download
          className="link inline-flex items-center text-sm touch:min-h-11"
        >
          {t("file.download")}
        </a>
        <ViewsLink
          cohortId={cohortId}
          page="BOARD"
          pageHref={dashboardHref(cohortId, { ...query.board, select: undefined })}
        />
        {canNudge && (
          <SoftLink
            href={`${dashboardHref(cohortId, { ...query.board, select: !choosing }, board.page)}#board`}
            className="link inline-flex items-center text-sm touch:min-h-11"
          >
            {t(choosing ? "board.cancel" : "board.select")}
          </SoftLink>
        )}
        {choosing && (
          <Form action={nudgePath(cohortId)} id="board-nudge" prefetch={false}>
            <button type="submit" className={buttonClass("primary")}>
              {t("board.nudge")}
            </button>
          </Form>
        )}
        {filtered && (
          <SoftLink
            href={dashboardHref(cohortId, { by })}
            className="link inline-flex items-center text-sm touch:min-h-11"
          >
            {t("board.clear")}
          </SoftLink>
        )}
      </div>
      <Table label={t("board.title")} sticky pinned>
        <thead>
          <tr>
            <th scope="col">{t("board.participant")}</th>
            <th scope="col" className="max-sm:hidden">
              {t("board.innovation")}
            </th>
            {STAGE_KINDS.map((kind) => (
              <th key={kind} scope="col">
                {s(`kind.${kind}`)}
              </th>
            ))}
            <th scope="col">{t("board.since")}</th>
            <th scope="col" data-align="end">
              {t("board.score")}
            </th>
          </tr>
        </thead>
        {board.rows.length === 0 ? (
          <tbody>
            <EmptyRow columns={COLUMNS}>{t("board.empty")}</EmptyRow>
          </tbody>
        ) : (
          <MarkedRows content={markup`${board.rows.map(lines)}`} />
        )}
      </Table>
      <Pagination
        page={board.page}
        pages={board.pages}
        hrefOf={(page) => `${dashboardHref(cohortId, query.board, page)}#board`}
      />
    </Card>
  );
}

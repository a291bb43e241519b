import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { Explain } from "@/components/ui/explain";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { NONE, workHref } from "@/lib/dashboard/model";
import {
  fairnessHref,
  type RaterFigures,
  type RaterRow,
  SEVERITY_POINTS,
  SEVERITY_RATINGS,
} from "@/lib/fairness/model";
import { useFormat } from "@/lib/i18n/use-format";

const COLUMNS = [
  "open",
  "decided",
  "returnRate",
  "median",
  "ratings",
  "mean",
  "deviation",
  "difference",
] as const;

/** What each facilitator decided and gave, beside the whole cohort. */
export function RaterTable({
  cohortId,
  rows,
  all,
}: {
  cohortId: string;
  rows: RaterRow[];
  all: RaterFigures;
}) {
  const t = useTranslations("fairness.raters");
  return (
    <Card as="section" id="raters" className="scroll-mt-18">
      <CardHeader
        title={t("title")}
        actions={
          <Explain id="raters-explained" label={t("explain")}>
            {t("explanation", { points: SEVERITY_POINTS, ratings: SEVERITY_RATINGS })}
          </Explain>
        }
      />
      <Table label={t("title")} stack>
        <thead>
          <tr>
            <th scope="col">{t("facilitator")}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-align="end">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.facilitatorId ?? NONE} cohortId={cohortId} row={row} />
          ))}
          <tr>
            <th scope="row">{t("all")}</th>
            <Figures
              figures={all}
              openHref={workHref(cohortId, { states: ["SUBMITTED"] })}
              rowsHref={null}
            />
            <td />
          </tr>
        </tbody>
      </Table>
    </Card>
  );
}

function Line({ cohortId, row }: { cohortId: string; row: RaterRow }) {
  const t = useTranslations("fairness");
  const format = useFormat();
  const { facilitatorId, name, difference, severity } = row;
  const rowsHref =
    facilitatorId && `${fairnessHref(cohortId, { facilitator: facilitatorId })}#rater`;
  const signed = (value: number) => `${value > 0 ? "+" : ""}${format.decimal(value)}`;
  return (
    <tr>
      <th scope="row">
        {rowsHref && name ? (
          <SoftLink
            href={rowsHref}
            aria-label={t("raters.decidedOf", { name })}
            className="underline decoration-line-strong underline-offset-3 hover:text-accent hover:decoration-current touch:inline-flex touch:min-h-11 touch:items-center"
          >
            {name}
          </SoftLink>
        ) : (
          t("raters.nobody")
        )}
        {severity && (
          <span className="block pt-1 font-normal">
            <Badge tone="late">{t(`severity.${severity}`)}</Badge>
          </span>
        )}
      </th>
      <Figures
        figures={row}
        openHref={workHref(cohortId, { facilitator: facilitatorId ?? NONE, states: ["SUBMITTED"] })}
        rowsHref={rowsHref}
      />
      <td
        data-label={difference === null ? undefined : t("raters.difference")}
        data-align="end"
        data-nowrap=""
      >
        {difference !== null && signed(difference)}
      </td>
    </tr>
  );
}

/** The cells that a facilitator and the whole cohort have in common; each leads to what it counts. */
function Figures({
  figures,
  openHref,
  rowsHref,
}: {
  figures: RaterFigures;
  openHref: string;
  rowsHref: string | null;
}) {
  const t = useTranslations("fairness");
  const format = useFormat();
  const { open, decided, returned, returnRate, medianHours, ratings, mean, deviation } = figures;
  const cells = [
    ["decided", String(decided)],
    [
      "returnRate",
      returnRate === null
        ? null
        : t("raters.returnedOf", { rate: format.percent(returnRate), count: returned }),
    ],
    ["median", medianHours === null ? null : t("hours", { hours: format.decimal(medianHours, 1) })],
    ["ratings", String(ratings)],
    ["mean", mean === null ? null : format.decimal(mean)],
    ["deviation", deviation === null ? null : format.decimal(deviation)],
  ] as const;
  return (
    <>
      <td data-label={t("raters.open")} data-align="end">
        {open > 0 ? (
          <SoftLink href={openHref} className="figure-link">
            {open}
          </SoftLink>
        ) : (
          0
        )}
      </td>
      {cells.map(([column, text]) => (
        <td
          key={column}
          data-label={text === null ? undefined : t(`raters.${column}`)}
          data-align="end"
          data-nowrap=""
        >
          {text !== null && text !== "0" && rowsHref ? (
            <SoftLink href={rowsHref} className="figure-link">
              {text}
            </SoftLink>
          ) : (
            text
          )}
        </td>
      ))}
    </>
  );
}

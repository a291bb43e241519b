"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { SoftLink } from "@/components/ui/soft-link";
import { Table } from "@/components/ui/table";
import { SelectField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { assignSecondRaterAction } from "@/lib/grading/actions";
import type { GradeRow, RatingCell } from "@/lib/grading/model";
import { useFormat } from "@/lib/i18n/use-format";
import { ModerateDialog } from "./moderate-dialog";
import { useGradingCommand } from "./use-grading-command";

const TONES = { OPEN: "neutral", DISCUSS: "late", SETTLED: "good" } as const;

/** In the choice of a rater: nobody rates a second time. */
const NOBODY = "none";

/** The grades of a cohort: who scored what, how far apart, and what becomes of it. */
export function GradesDesk({
  cohortId,
  rows,
  raters,
  limit,
  canRate,
  canRelieve,
}: {
  cohortId: string;
  rows: GradeRow[];
  raters: { id: string; name: string }[];
  limit: number;
  canRate: boolean;
  /** Nobody rates here any more; raters who have not begun may be taken away. */
  canRelieve: boolean;
}) {
  const t = useTranslations("grading");
  const locale = useLocale();
  const format = useFormat();
  const { run, pending, problem } = useGradingCommand(assignSecondRaterAction);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [raterId, setRaterId] = useState("");
  const [moderated, setModerated] = useState<GradeRow | null>(null);

  const waits = (row: GradeRow) => !row.isOwn && row.second?.state === "NONE";
  const relieves = canRelieve && rows.some(waits);
  const chooses = canRate || relieves;
  const give = async (rater: string) => {
    const answer = await run({
      cohortId,
      assignmentIds: [...chosen],
      raterId: rater === NOBODY ? null : rater,
    });
    if (!answer) return;
    toast(t("raters.given", { count: answer.value.changed }), { tone: "good" });
    setChosen([]);
  };
  const choose = (id: string, on: boolean) =>
    setChosen((before) => (on ? [...before, id] : before.filter((other) => other !== id)));
  const rating = ({ state, total }: RatingCell) => (
    <>
      {total !== null && <span className="tabular-nums">{format.decimal(total)}</span>}
      {(total === null || state !== "FINAL") && (
        <span className="block text-xs text-ink-3">{t(`rating.${state}`)}</span>
      )}
    </>
  );

  return (
    <>
      {canRate && (
        <div className="grid gap-3 border-b border-line px-4 py-3 sm:px-4.5 print:hidden">
          <div className="flex flex-wrap items-end gap-3">
            <SelectField
              id="second-rater"
              name="raterId"
              label={t("raters.label")}
              value={raterId}
              onChange={(event) => setRaterId(event.target.value)}
            >
              <option value="">{t("raters.choose")}</option>
              {raters.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              <option value={NOBODY}>{t("raters.nobody")}</option>
            </SelectField>
            <Button
              variant="secondary"
              onClick={() => give(raterId)}
              pending={pending}
              disabled={chosen.length === 0 || raterId === ""}
            >
              {t("raters.give", { count: chosen.length })}
            </Button>
          </div>
          <p className="text-sm text-ink-3">{t("raters.hint")}</p>
          {problem && (
            <Callout tone="late" live>
              {problem}
            </Callout>
          )}
        </div>
      )}
      {relieves && (
        <div className="grid gap-3 border-b border-line px-4 py-3 sm:px-4.5 print:hidden">
          <Button
            variant="secondary"
            className="justify-self-start"
            onClick={() => give(NOBODY)}
            pending={pending}
            disabled={chosen.length === 0}
          >
            {t("raters.relieve", { count: chosen.length })}
          </Button>
          <p className="text-sm text-ink-3">{t("raters.relieveHint")}</p>
          {problem && (
            <Callout tone="late" live>
              {problem}
            </Callout>
          )}
        </div>
      )}
      <Table label={t("title")} stack>
        <thead>
          <tr>
            {chooses && (
              <th scope="col" className="print:hidden">
                <span className="sr-only">{t("raters.pick")}</span>
              </th>
            )}
            <th scope="col">{t("participant")}</th>
            <th scope="col">{t("innovation")}</th>
            <th scope="col" data-align="end">
              {t("evidence")}
            </th>
            <th scope="col" data-align="end">
              {t("primary")}
            </th>
            <th scope="col" data-align="end">
              {t("second")}
            </th>
            <th scope="col" data-align="end">
              {t("spread")}
            </th>
            <th scope="col" data-align="end">
              {t("score")}
            </th>
            <th scope="col">{t("band")}</th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.assignmentId}>
              {chooses && (
                <td className="print:hidden">
                  {(canRate ? !row.isOwn && row.second?.state !== "FINAL" : waits(row)) && (
                    <label className="grid place-items-center touch:-ml-3.5 touch:size-11">
                      <input
                        type="checkbox"
                        className="size-4.5 accent-accent"
                        aria-label={t("raters.pickOne", {
                          name: row.participant,
                          innovation: row.innovation.code,
                        })}
                        checked={chosen.includes(row.assignmentId)}
                        onChange={(event) => choose(row.assignmentId, event.target.checked)}
                      />
                    </label>
                  )}
                </td>
              )}
              <th scope="row">
                {row.isOwn ? (
                  row.participant
                ) : (
                  <SoftLink
                    href={`/reviews/${row.assignmentId}/plan`}
                    className="underline decoration-line-strong underline-offset-3 hover:text-accent"
                  >
                    {row.participant}
                  </SoftLink>
                )}
                <span className="block text-xs font-normal text-ink-3">
                  {row.agency}
                  {row.group && ` · ${row.group}`}
                </span>
              </th>
              <td data-label={t("innovation")} title={row.innovation.name}>
                {row.innovation.code}
              </td>
              <td data-label={t("evidence")} data-align="end">
                {format.integer(row.evidence)}
              </td>
              <td data-label={t("primary")} data-align="end" title={row.facilitator ?? undefined}>
                {rating(row.primary)}
              </td>
              <td data-label={t("second")} data-align="end">
                {row.second && (
                  <>
                    {rating(row.second)}
                    <span className="block text-xs text-ink-3">{row.second.rater}</span>
                  </>
                )}
              </td>
              <td data-label={t("spread")} data-align="end">
                {row.grade.spread !== null && format.decimal(row.grade.spread)}
              </td>
              <td data-label={t("score")} data-align="end">
                {row.grade.score !== null && (
                  <span className="font-semibold">{format.decimal(row.grade.score)}</span>
                )}
              </td>
              <td data-label={t("band")}>{row.grade.band?.label[locale]}</td>
              <td data-label={t("state")}>
                <Badge tone={TONES[row.grade.state]}>{t(`states.${row.grade.state}`)}</Badge>
                {row.moderation && (
                  <span className="block text-xs text-ink-3">
                    {t("moderate.by", { name: row.moderation.by })}
                  </span>
                )}
                {canRate && row.grade.state === "DISCUSS" && !row.isOwn && (
                  <Button size="sm" variant="secondary" onClick={() => setModerated(row)}>
                    {t("moderate.open")}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {moderated && (
        <ModerateDialog
          cohortId={cohortId}
          row={moderated}
          limit={limit}
          onClose={() => setModerated(null)}
        />
      )}
    </>
  );
}

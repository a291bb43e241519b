"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { StageChip } from "@/components/stage/stage-chip";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Table } from "@/components/ui/table";
import { useFormat } from "@/lib/i18n/use-format";
import type { RefusalReason } from "@/lib/platform/result";
import { nudgeAction } from "@/lib/reminder/actions";
import type { Nudged, NudgeRow } from "@/lib/reminder/model";

/**
 * Stages that people have to send, to be chosen and asked for. Needs the messages of `nudge`, `stage`,
 * `refusals` and `common`.
 */
export function NudgeForm({
  cohortId,
  timeZone,
  now,
  rows,
  total,
  chosen,
}: {
  cohortId: string;
  timeZone: string;
  now: string;
  rows: NudgeRow[];
  /** With those that are not shown. */
  total: number;
  /** The rows were chosen before: they are all meant. */
  chosen: boolean;
}) {
  const t = useTranslations("nudge");
  const s = useTranslations("stage");
  const refusals = useTranslations("refusals");
  const format = useFormat(timeZone);
  const free = rows.filter(({ obstacle }) => obstacle === null).map(({ stageId }) => stageId);
  const [wanted, setWanted] = useState<readonly string[]>(chosen ? free : []);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<Nudged | null>(null);
  const { run, pending } = useCommand(nudgeAction);
  const meant = free.filter((id) => wanted.includes(id));

  const send = async () => {
    setProblem(null);
    setDone(null);
    if (meant.length === 0) return setProblem(t("none"));
    const result = await run({ cohortId, stageIds: meant });
    if (result.ok) {
      setWanted([]);
      return setDone(result.value);
    }
    if (result.reason === "no_answer") return setProblem(t("noAnswer"));
    if (result.reason === "outdated") return setProblem(t("outdated"));
    setProblem(refusals(result.reason as RefusalReason));
  };

  return (
    <Card as="section" aria-labelledby="nudge-title">
      <CardHeader
        id="nudge-title"
        title={t("found", { count: total })}
        note={total > rows.length && t("first", { shown: rows.length, total })}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Table label={t("title")} stack>
          <thead>
            <tr>
              <th scope="col">{t("participant")}</th>
              <th scope="col">{t("stage")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col">{t("due")}</th>
              <th scope="col">{t("last")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.stageId}>
                <th scope="row">
                  <Checkbox
                    aria-label={t("choose", {
                      participant: row.participant,
                      stage: s(`kind.${row.stage}`),
                    })}
                    label={row.participant}
                    hint={[row.agency, row.group, row.innovation.code].filter(Boolean).join(" · ")}
                    disabled={row.obstacle !== null}
                    checked={meant.includes(row.stageId)}
                    onChange={(event) => {
                      const { checked } = event.target;
                      setWanted((before) =>
                        checked
                          ? [...before, row.stageId]
                          : before.filter((id) => id !== row.stageId),
                      );
                    }}
                  />
                </th>
                <td data-label={t("stage")}>{s(`kind.${row.stage}`)}</td>
                <td data-label={t("state")}>
                  <StageChip
                    kind={row.stage}
                    state={row.state}
                    late={row.late}
                    begun={row.begun}
                    short
                  />
                </td>
                <td data-label={t("due")} data-nowrap="" title={format.dateTime(row.dueAt)}>
                  {row.late ? (
                    <span className="font-semibold text-late">{format.due(row.dueAt, now)}</span>
                  ) : (
                    format.due(row.dueAt, now)
                  )}
                </td>
                <td data-label={row.nudgedAt || row.obstacle ? t("last") : undefined}>
                  {row.nudgedAt && format.ago(row.nudgedAt, now)}
                  {row.obstacle && (
                    <span className="block text-sm text-ink-3">
                      {t(`obstacle.${row.obstacle}`)}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
        <CardBody className="grid gap-3 border-t border-line print:hidden">
          {problem && (
            <Callout tone="late" live>
              {problem}
            </Callout>
          )}
          {done && (
            <Callout tone="good" live>
              {t("done", { count: done.told })} {t("left", { ...done })}
            </Callout>
          )}
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Checkbox
              label={t("all")}
              disabled={free.length === 0}
              checked={free.length > 0 && meant.length === free.length}
              onChange={(event) => setWanted(event.target.checked ? free : [])}
            />
            <Button type="submit" pending={pending}>
              {t("send", { count: meant.length })}
            </Button>
          </div>
        </CardBody>
      </form>
    </Card>
  );
}

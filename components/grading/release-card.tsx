"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { setReleaseAction } from "@/lib/grading/actions";
import type { GradesPage, ReleaseCommand, ReleaseDto } from "@/lib/grading/model";
import { useFormat } from "@/lib/i18n/use-format";
import { useGradingCommand } from "./use-grading-command";

/** From when on participants see their grades, and how many are ready for it. */
export function ReleaseCard({
  cohortId,
  release,
  counts,
  timeZone,
  today,
  canRelease,
}: {
  cohortId: string;
  release: ReleaseDto;
  counts: GradesPage["counts"];
  timeZone: string;
  today: string;
  canRelease: boolean;
}) {
  const t = useTranslations("grading.release");
  const format = useFormat(timeZone);
  const { run, pending, problem } = useGradingCommand(setReleaseAction);
  const [date, setDate] = useState(today);
  const [time, setTime] = useState("09:00");

  const send = async (type: ReleaseCommand) => {
    const answer = await run({
      cohortId,
      basedOn: release.version,
      type,
      at: type === "SCHEDULE" ? { date, time } : null,
    });
    if (answer) toast(t(`done.${type}`), { tone: "good" });
  };
  return (
    <Card as="section" aria-labelledby="release-title">
      <CardHeader
        id="release-title"
        title={t("title")}
        note={t("counts", { settled: counts.SETTLED, discuss: counts.DISCUSS, open: counts.OPEN })}
      />
      <CardBody>
        <p className="text-md">
          {release.releasesAt === null
            ? t("none")
            : t(release.released ? "since" : "planned", {
                at: format.dateTime(release.releasesAt),
              })}
        </p>
        <p className="text-sm text-ink-3">{t("hint")}</p>
        {problem && (
          <Callout tone="late" live>
            {problem}
          </Callout>
        )}
        {canRelease && (
          <div className="mt-3 flex flex-wrap items-end gap-3 print:hidden">
            {!release.released && (
              <>
                <Button onClick={() => send("NOW")} pending={pending}>
                  {t("command.NOW")}
                </Button>
                <TextField
                  id="release-date"
                  name="date"
                  type="date"
                  min={today}
                  label={t("date")}
                  value={date}
                  onChange={(event) => setDate(event.target.value)}
                />
                <TextField
                  id="release-time"
                  name="time"
                  type="time"
                  label={t("time")}
                  value={time}
                  onChange={(event) => setTime(event.target.value)}
                />
                <Button variant="secondary" onClick={() => send("SCHEDULE")} disabled={pending}>
                  {t("command.SCHEDULE")}
                </Button>
              </>
            )}
            {release.releasesAt !== null && (
              <Button variant="secondary" onClick={() => send("WITHDRAW")} disabled={pending}>
                {t("command.WITHDRAW")}
              </Button>
            )}
          </div>
        )}
      </CardBody>
    </Card>
  );
}

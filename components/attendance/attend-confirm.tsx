"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CheckIcon } from "@/components/ui/icons";
import { attendByTicketAction } from "@/lib/attendance/actions";
import { useFormat } from "@/lib/i18n/use-format";

/** One press that records a scan. Needs the messages of `attendance` and `refusals`. */
export function AttendConfirm({
  sessionId,
  ticket,
  timeZone,
}: {
  sessionId: string;
  ticket: string;
  timeZone: string;
}) {
  const t = useTranslations("attendance");
  const refusals = useTranslations("refusals");
  const format = useFormat(timeZone);
  const { run, pending } = useCommand(attendByTicketAction);
  const [problem, setProblem] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);

  const confirm = async () => {
    setProblem(null);
    const result = await run({ sessionId, ticket });
    if (result.ok) return setAt(result.value.at);
    setProblem(
      result.reason === "no_answer" || result.reason === "outdated"
        ? t(`error.${result.reason === "outdated" ? "outdated" : "noAnswer"}`)
        : refusals(result.reason),
    );
  };
  if (at) {
    return (
      <Callout tone="good" live title={t("recorded")}>
        {t("recordedAt", { time: format.time(at) })}
      </Callout>
    );
  }
  return (
    <div className="grid gap-3">
      <Button size="lg" block icon={<CheckIcon />} pending={pending} onClick={confirm}>
        {t("confirm")}
      </Button>
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
    </div>
  );
}

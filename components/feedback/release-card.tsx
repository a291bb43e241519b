"use client";

import { useTranslations } from "next-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import { releaseFindingsAction, withdrawReleaseAction } from "@/lib/feedback/actions";
import { feedbackFileHref, type ReleaseDto } from "@/lib/feedback/model";
import { useFormat } from "@/lib/i18n/use-format";
import { useFeedbackCommand } from "./use-feedback-command";

/** What the host was told last, and telling it anew: all findings at once, as the preview shows them. */
export function FindingsRelease({
  cohortId,
  release,
  digest,
  count,
  problems,
  timeZone,
  can,
}: {
  cohortId: string;
  release: ReleaseDto | null;
  digest: string;
  count: number;
  /** How many of them cannot be told as they stand. */
  problems: number;
  timeZone: string;
  can: { edit: boolean; withdraw: boolean };
}) {
  const t = useTranslations("feedback");
  const format = useFormat(timeZone);
  const send = useFeedbackCommand(releaseFindingsAction);
  const back = useFeedbackCommand(withdrawReleaseAction);
  const problem = send.problem ?? back.problem;
  const stands = release !== null && release.withdrawnAt === null;
  return (
    <Card as="section" aria-labelledby="findings-release">
      <CardHeader
        id="findings-release"
        title={t("release.title")}
        actions={
          <a href={feedbackFileHref(cohortId)} download className={buttonClass("secondary", "sm")}>
            {t("release.export")}
          </a>
        }
      />
      <CardBody>
        <p className="text-md wrap-anywhere">
          {release === null
            ? t("release.none")
            : release.withdrawnAt
              ? t("release.withdrawn", {
                  number: release.number,
                  at: format.dateTime(release.withdrawnAt),
                })
              : t("release.stands", {
                  number: release.number,
                  count: release.findings,
                  at: format.dateTime(release.releasedAt),
                  name: release.releaserName,
                })}
        </p>
        <p className="text-sm text-ink-3">{t("release.hint")}</p>
        {problems > 0 && (
          <p className="mt-2 text-md text-late">{t("release.problems", { count: problems })}</p>
        )}
        {problem && (
          <Callout tone="late" live>
            {problem}
          </Callout>
        )}
        <div className="mt-3 flex flex-wrap gap-3 print:hidden">
          {can.edit && (
            <Button
              pending={send.pending}
              disabled={count === 0 || problems > 0 || back.pending}
              onClick={async () => {
                const answer = await send.run({ cohortId, basedOn: release?.number ?? 0, digest });
                if (answer) toast(t("release.done"), { tone: "good" });
              }}
            >
              {stands ? t("release.again") : t("release.do", { count })}
            </Button>
          )}
          {can.withdraw && stands && (
            <Button
              variant="danger"
              pending={back.pending}
              disabled={send.pending}
              onClick={async () => {
                if (await back.run({ cohortId, number: release.number }))
                  toast(t("release.withdrawDone"), { tone: "good" });
              }}
            >
              {t("release.withdraw")}
            </Button>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { FileField } from "@/components/intake/file-field";
import { useIntake } from "@/components/intake/use-intake";
import { useIntakeText } from "@/components/intake/use-intake-text";
import { Badge } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { SheetPreview } from "@/lib/grading/model";

const TONES = { change: "accent", same: "neutral", faulty: "late" } as const;

/** The grade sheet of one cohort: taken along, looked at row by row when it comes back, taken over as shown. */
export function SheetDesk({ cohort }: { cohort: { id: string; name: string } }) {
  const t = useTranslations("grading.sheet");
  const general = useTranslations("grading");
  const issueText = useIssueText();
  const router = useRouter();
  const say = useIntakeText(general("noAnswer"));
  const { pending, ask, carryOut } = useIntake(`/api/cohorts/${cohort.id}/grades`);
  const [file, setFile] = useState<File | null>(null);
  const [plan, setPlan] = useState<SheetPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<number | null>(null);

  async function look(chosen: File | null, note: string | null = null) {
    setFile(chosen);
    setPlan(null);
    setDone(null);
    setProblem(note);
    if (!chosen) return;
    const answer = await ask<SheetPreview>("preview", chosen);
    if (answer?.ok) setPlan(answer.value);
    else if (answer) setProblem(say(answer));
  }

  async function send() {
    if (!file || !plan?.digest) return;
    const answer = await carryOut<{ works: number }>(file, plan.digest);
    if (!answer) return;
    if (answer.ok) {
      setPlan(null);
      setDone(answer.value.works);
      router.refresh();
    } else if (answer.reason === "conflict") await look(file, t("changedMeanwhile"));
    else setProblem(say(answer));
  }

  const href = (format: string) => `/api/cohorts/${cohort.id}/grades?format=${format}`;
  return (
    <Card as="section">
      <CardHeader title={cohort.name} />
      <CardBody className="grid max-w-3xl gap-4">
        <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
          {t("download")}
          <a href={href("xlsx")} download className={buttonClass("secondary", "sm")}>
            XLSX
          </a>
          <a href={href("csv")} download className={buttonClass("secondary", "sm")}>
            CSV
          </a>
        </p>
        <FileField
          label={t("choose")}
          hint={t("hint")}
          problem={problem}
          disabled={pending !== null}
          onChoose={(chosen) => void look(chosen)}
        />
        {done !== null && (
          <Callout tone="good" live>
            {t("done", { count: done })}
          </Callout>
        )}
        {plan && (
          <>
            <p className="flex flex-wrap items-center justify-between gap-3" aria-live="polite">
              <span>{t("counts", plan.counts)}</span>
              <Button
                onClick={() => void send()}
                pending={pending !== null}
                disabled={plan.digest === null}
              >
                {t("import", { count: plan.counts.change })}
              </Button>
            </p>
            {plan.missing.length > 0 && (
              <Callout tone="late" live>
                {t("missing", { columns: plan.missing.map((key) => `[${key}]`).join(", ") })}
              </Callout>
            )}
            {plan.counts.faulty > 0 && (
              <Callout tone="late" live>
                {t("faulty")}
              </Callout>
            )}
          </>
        )}
      </CardBody>
      {plan && plan.rows.length > 0 && (
        <Table label={t("preview")} stack>
          <thead>
            <tr>
              <th scope="col">{t("row")}</th>
              <th scope="col">{t("participant")}</th>
              <th scope="col">{t("action")}</th>
              <th scope="col">{t("message")}</th>
            </tr>
          </thead>
          <tbody>
            {plan.rows.map((row) => (
              <tr key={row.number}>
                <th scope="row">{row.number}</th>
                <td data-label={t("participant")}>{row.participant}</td>
                <td data-label={t("action")}>
                  <Badge tone={TONES[row.action]}>{t(`actions.${row.action}`)}</Badge>
                </td>
                <td data-label={row.issues.length > 0 ? t("message") : undefined}>
                  {row.issues.map((issue) => (
                    <span key={`${issue.path} ${issue.code}`} className="block">
                      {`[${issue.path}] `}
                      {issueText(issue)}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

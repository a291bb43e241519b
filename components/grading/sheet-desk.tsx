"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { Badge } from "@/components/ui/badge";
import { Button, buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import type { FieldIssue } from "@/lib/document/issue";
import type { SheetPreview } from "@/lib/grading/model";
import type { RefusalReason } from "@/lib/platform/result";
import { useSheetUpload } from "./use-sheet-upload";

const TONES = { change: "accent", same: "neutral", faulty: "late" } as const;

/** The grade sheet of one cohort: taken along, looked at row by row when it comes back, taken over as shown. */
export function SheetDesk({ cohort }: { cohort: { id: string; name: string } }) {
  const t = useTranslations("grading.sheet");
  const general = useTranslations("grading");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const router = useRouter();
  const fileId = useId();
  const { pending, preview, carryOut } = useSheetUpload(cohort.id);
  const [file, setFile] = useState<File | null>(null);
  const [plan, setPlan] = useState<SheetPreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<number | null>(null);

  const say = (reason: string, issues: FieldIssue[] | undefined) => {
    const [issue] = issues ?? [];
    if (issue) return issueText(issue);
    if (reason === "no_answer") return general("noAnswer");
    return refusals.has(reason as RefusalReason)
      ? refusals(reason as RefusalReason)
      : issueText({
          path: "file",
          code: reason === "too_large" ? "file_too_large" : "invalid",
          params: { max: 4 },
        });
  };

  async function look(chosen: File | null, note: string | null = null) {
    setFile(chosen);
    setPlan(null);
    setDone(null);
    setProblem(note);
    if (!chosen) return;
    const answer = await preview(chosen);
    if (answer.ok) setPlan(answer.value);
    else setProblem(say(answer.reason, answer.issues));
  }

  async function send() {
    if (!file || !plan?.digest) return;
    const answer = await carryOut(file, plan.digest);
    if (answer.ok) {
      setPlan(null);
      setDone(answer.value.works);
      router.refresh();
    } else if (answer.reason === "conflict") await look(file, t("changedMeanwhile"));
    else setProblem(say(answer.reason, answer.issues));
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
        <Field id={fileId} label={t("choose")} hint={t("hint")} error={problem ?? undefined}>
          {(control) => (
            <input
              {...control}
              type="file"
              accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              disabled={pending}
              className="control py-1.5"
              onChange={(event) => void look(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
        {done !== null && (
          <Callout tone="good" live>
            {t("done", { count: done })}
          </Callout>
        )}
        {plan && (
          <>
            <p className="flex flex-wrap items-center justify-between gap-3" aria-live="polite">
              <span>{t("counts", plan.counts)}</span>
              <Button onClick={() => void send()} pending={pending} disabled={plan.digest === null}>
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

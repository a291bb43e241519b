"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { Button, buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { saveBlob } from "@/components/ui/save-blob";
import type { List } from "@/lib/catalogue/columns";
import { type ListPreview, ROW_ACTIONS } from "@/lib/catalogue/model";
import type { FieldIssue } from "@/lib/document/issue";
import type { RefusalReason } from "@/lib/platform/result";
import { ImportPreview } from "./import-preview";
import { useListUpload } from "./use-list-upload";

/**
 * Imports a list: a file is looked at row by row, and then carried out as it was shown. Needs
 * `catalogue`, `issues` and `refusals`.
 *
 * @param columns what each column is called
 */
export function ImportDesk({
  centerId,
  list,
  columns,
  backHref,
}: {
  centerId: string;
  list: List;
  columns: Readonly<Record<string, string>>;
  backHref: string;
}) {
  const t = useTranslations("catalogue.files");
  const words = useTranslations("catalogue");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const router = useRouter();
  const fileId = useId();
  const { pending, preview, faults, carryOut } = useListUpload(centerId, list);
  const [file, setFile] = useState<File | null>(null);
  const [plan, setPlan] = useState<ListPreview | null>(null);
  const [skipFaulty, setSkipFaulty] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<{ added: number; changed: number } | null>(null);

  const say = (reason: string, issues: FieldIssue[] | undefined) => {
    const [issue] = issues ?? [];
    if (issue) return issueText(issue);
    if (reason === "no_answer") return words("noAnswer");
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
    setSkipFaulty(false);
    setProblem(note);
    if (!chosen) return;
    const answer = await preview(chosen);
    if (answer.ok) setPlan(answer.value);
    else setProblem(say(answer.reason, answer.issues));
  }

  async function send() {
    if (!file || !plan?.digest) return;
    const answer = await carryOut(file, plan.digest, skipFaulty);
    if (answer.ok) {
      setDone(answer.value);
      router.refresh();
      return;
    }
    if (answer.reason === "conflict") return look(file, t("changedMeanwhile"));
    setProblem(say(answer.reason, answer.issues));
  }

  async function takeFaults() {
    if (!file) return;
    const answer = await faults(file);
    if (answer.ok) saveBlob(answer.value, `${t("downloadFaults")}.xlsx`);
    else setProblem(say(answer.reason, answer.issues));
  }

  if (done) {
    return (
      <Callout
        tone="good"
        live
        title={t("doneTitle")}
        action={
          <>
            <Button href={backHref}>{t("back")}</Button>
            <Button
              variant="secondary"
              onClick={() => {
                setDone(null);
                void look(null);
              }}
            >
              {t("again")}
            </Button>
          </>
        }
      >
        {t("done", done)}
      </Callout>
    );
  }

  const templateHref = (kind: string) =>
    `/api/office/${centerId}/catalogue/${list}?empty=1&kind=${kind}`;
  const toWrite = plan ? plan.counts.add + plan.counts.change : 0;
  const faulty = plan?.counts.faulty ?? 0;
  const named = (keys: readonly string[]) => keys.map((key) => columns[key] ?? key).join(", ");
  return (
    <div className="grid gap-5">
      <Card as="section">
        <CardBody className="grid max-w-3xl gap-4">
          <Field id={fileId} label={t("choose")} hint={t("columns")} error={problem ?? undefined}>
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
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
            {t("template")}
            <a href={templateHref("xlsx")} download className={buttonClass("ghost", "sm")}>
              XLSX
            </a>
            <a href={templateHref("csv")} download className={buttonClass("ghost", "sm")}>
              CSV
            </a>
          </p>
          {pending && (
            <p role="status" className="text-md text-ink-2">
              {t("reading")}
            </p>
          )}
        </CardBody>
      </Card>
      {plan && (
        <Card as="section">
          <CardHeader
            title={t("preview")}
            note={ROW_ACTIONS.filter((action) => plan.counts[action] > 0)
              .map((action) => t(`counts.${action}`, { count: plan.counts[action] }))
              .join(", ")}
            actions={
              <>
                {faulty > 0 && (
                  <Button variant="secondary" onClick={() => void takeFaults()} disabled={pending}>
                    {t("downloadFaults")}
                  </Button>
                )}
                <Button
                  onClick={() => void send()}
                  pending={pending}
                  disabled={plan.digest === null || toWrite === 0 || (faulty > 0 && !skipFaulty)}
                >
                  {t("import", { count: toWrite })}
                </Button>
              </>
            }
          />
          {(plan.missing.length > 0 || plan.unknown.length > 0 || faulty > 0) && (
            <CardBody className="grid gap-3">
              {plan.missing.length > 0 && (
                <Callout tone="late" live>
                  {t("missing", { columns: named(plan.missing) })}
                </Callout>
              )}
              {faulty > 0 && (
                <>
                  <Callout tone="late" live>
                    {t("faultyNote")}
                  </Callout>
                  {toWrite > 0 && (
                    <Checkbox
                      name="skipFaulty"
                      checked={skipFaulty}
                      onChange={({ target }) => setSkipFaulty(target.checked)}
                      label={t("skipFaulty", { count: faulty })}
                      hint={t("skipHint")}
                    />
                  )}
                </>
              )}
              {plan.unknown.length > 0 && (
                <Callout>{t("unknown", { columns: plan.unknown.join(", ") })}</Callout>
              )}
            </CardBody>
          )}
          {plan.missing.length === 0 && toWrite === 0 && faulty === 0 && (
            <CardBody>
              <Callout live>{t("nothing")}</Callout>
            </CardBody>
          )}
          <ImportPreview rows={plan.rows} columns={columns} />
        </Card>
      )}
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileField } from "@/components/intake/file-field";
import { useIntake } from "@/components/intake/use-intake";
import { useIntakeText } from "@/components/intake/use-intake-text";
import { Button, buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { saveBlob } from "@/components/ui/save-blob";
import type { List } from "@/lib/catalogue/columns";
import { type ListImported, type ListPreview, ROW_ACTIONS } from "@/lib/catalogue/model";
import { ImportPreview } from "./import-preview";

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
  const say = useIntakeText(words("noAnswer"));
  const router = useRouter();
  const { pending, ask, carryOut } = useIntake(`/api/office/${centerId}/catalogue/${list}`);
  const [file, setFile] = useState<File | null>(null);
  const [plan, setPlan] = useState<ListPreview | null>(null);
  const [skipFaulty, setSkipFaulty] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<ListImported | null>(null);

  async function look(chosen: File | null, note: string | null = null) {
    setFile(chosen);
    setPlan(null);
    setSkipFaulty(false);
    setProblem(note);
    if (!chosen) return;
    const answer = await ask<ListPreview>("preview", chosen);
    if (answer?.ok) setPlan(answer.value);
    else if (answer) setProblem(say(answer));
  }

  async function send() {
    if (!file || !plan?.digest) return;
    const answer = await carryOut<ListImported>(file, plan.digest, { skipFaulty });
    if (!answer) return;
    if (answer.ok) {
      setDone(answer.value);
      router.refresh();
      return;
    }
    if (answer.reason === "conflict") return look(file, t("changedMeanwhile"));
    setProblem(say(answer));
  }

  async function takeFaults() {
    const answer = file && (await ask<Blob>("faults", file));
    if (answer?.ok) saveBlob(answer.value, `${t("downloadFaults")}.xlsx`);
    else if (answer) setProblem(say(answer));
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
        {t("done", { ...done })}
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
          <FileField
            label={t("choose")}
            hint={t("columns")}
            problem={problem}
            disabled={pending !== null}
            onChoose={(chosen) => void look(chosen)}
          />
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
                  <Button
                    variant="secondary"
                    onClick={() => void takeFaults()}
                    disabled={pending !== null}
                  >
                    {t("downloadFaults")}
                  </Button>
                )}
                <Button
                  onClick={() => void send()}
                  pending={pending !== null}
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

"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useId, useRef, useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { type IntakeRefusal, useIntake } from "@/components/intake/use-intake";
import { Button, buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { saveBlob } from "@/components/ui/save-blob";
import { Spinner } from "@/components/ui/spinner";
import { type RosterCounts, type RosterPreview, rosterPath } from "@/lib/roster/model";
import { flawIssue } from "@/lib/spreadsheet/issue";
import { READ_LIMITS } from "@/lib/spreadsheet/sheet";
import { AgencyDecisions } from "./agency-decisions";
import { ColumnFields } from "./column-fields";
import { ImportChoiceFields, type ImportChoices } from "./import-choices";
import { ImportSummary } from "./import-summary";
import { PreviewTable } from "./preview-table";

/** How long somebody may go on choosing before the preview follows, in milliseconds. */
const REST = 300;

/**
 * Imports a roster: a file is chosen, everything that would happen is shown and can be corrected, and
 * then just that is done. The file's bytes are kept here, so that a file that is changed on the disk
 * meanwhile is not another one.
 */
export function ImportDesk({ cohortId, groupCount }: { cohortId: string; groupCount: number }) {
  const t = useTranslations("roster.import");
  const id = useId();
  const { pending, ask, carryOut } = useIntake(`/api/cohorts/${cohortId}/roster`);
  const beginning: ImportChoices = {
    defaultRole: "PARTICIPANT",
    defaultAgency: "",
    groups: { mode: "column", count: groupCount },
    facilitators: { mode: "column" },
    agencies: {},
    skipFaulty: false,
  };
  const [file, setFile] = useState<Blob | null>(null);
  const [choices, setChoices] = useState(beginning);
  const [preview, setPreview] = useState<RosterPreview | null>(null);
  const [refusal, setRefusal] = useState<IntakeRefusal | null>(null);
  const [done, setDone] = useState<RosterCounts | null>(null);
  /** The choices that the preview shows. */
  const [shown, setShown] = useState(choices);
  const input = useRef<HTMLInputElement>(null);

  const look = useCallback(
    async (bytes: Blob, chosen: ImportChoices) => {
      const answer = await ask<RosterPreview>("preview", bytes, { options: chosen });
      if (!answer) return;
      setShown(chosen);
      if (answer.ok) {
        setPreview(answer.value);
        setRefusal(null);
      } else {
        setRefusal(answer);
        // What was shown is of another file, or of choices that no longer stand.
        if (answer.reason !== "no_answer") setPreview(null);
      }
    },
    [ask],
  );

  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > READ_LIMITS.maxBytes) {
      // Said at once: sending it would take long and end in a closed connection.
      setFile(null);
      setPreview(null);
      return setRefusal({ ok: false, reason: "too_large" });
    }
    const bytes = new Blob([await chosen.arrayBuffer()]);
    // What was decided of agencies holds for the mended file as well; its columns may be others.
    const { sheet: _, headerRow: __, mapping: ___, ...kept } = choices;
    setFile(bytes);
    setChoices(kept);
    setDone(null);
    await look(bytes, kept);
  };

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (changed: Partial<ImportChoices>) => {
    const next = { ...choices, ...changed };
    setChoices(next);
    clearTimeout(timer.current);
    if (file) timer.current = setTimeout(() => look(file, next), REST);
  };

  const bring = async () => {
    if (!file || !preview?.digest) return;
    const answer = await carryOut<RosterCounts>(file, preview.digest, { options: choices });
    if (!answer) return;
    if (answer.ok) {
      setDone(answer.value);
      setPreview(null);
      setRefusal(null);
      setFile(null);
      setChoices(beginning);
      if (input.current) input.current.value = "";
      return;
    }
    if (answer.details?.cause === "plan_changed") await look(file, choices);
    setRefusal(answer);
  };

  const takeFaults = async () => {
    const answer = file && (await ask<Blob>("faults", file, { options: choices }));
    if (!answer) return;
    if (!answer.ok) return setRefusal(answer);
    saveBlob(answer.value, `${t("downloadFaults")}.xlsx`);
  };

  const busy = pending === "import";
  // Something was chosen that the preview does not show yet, also when an earlier choice is answered
  // while this one still waits to be asked for: nothing is imported meanwhile.
  const stale = shown !== choices;
  return (
    <div className="grid gap-5">
      {done && (
        <Callout
          tone="good"
          live
          title={t("done")}
          action={
            <Button href={rosterPath(cohortId)} size="sm">
              {t("seeList")}
            </Button>
          }
        >
          {t("doneBody", {
            create: done.create + done.named,
            update: done.update,
            same: done.same,
            faulty: done.faulty + done.repeated,
          })}
          {done.withoutLogin ? ` ${t("doneWithoutLogin", { count: done.withoutLogin })}` : ""}
        </Callout>
      )}
      <Card>
        <CardBody className="grid gap-3">
          <Field id={`${id}-file`} label={done ? t("another") : t("choose")} hint={t("chooseHint")}>
            {(control) => (
              <input
                {...control}
                ref={input}
                type="file"
                accept=".xlsx,.csv,.txt,.tsv"
                disabled={busy}
                onChange={({ target }) => choose(target.files?.[0])}
                className="control"
              />
            )}
          </Field>
          <p className="flex flex-wrap items-center gap-2 text-sm text-ink-2">
            {t("template")}
            <a href="/api/roster-template" download className={buttonClass("secondary", "sm")}>
              XLSX
            </a>
            <a
              href="/api/roster-template?kind=csv"
              download
              className={buttonClass("secondary", "sm")}
            >
              CSV
            </a>
          </p>
          <p role="status" className="flex items-center gap-2 text-sm text-ink-2 not-empty:min-h-6">
            {pending === "preview" && (
              <>
                <Spinner />
                {preview ? t("refreshing") : t("reading")}
              </>
            )}
          </p>
        </CardBody>
      </Card>
      {refusal && <Refused refusal={refusal} />}
      {preview && file && (
        <>
          <ReadCard preview={preview} onChange={change} />
          {preview.digest && (
            <PlanCard
              preview={preview}
              choices={choices}
              onChange={change}
              onFaults={takeFaults}
              onImport={bring}
              pending={pending}
              stale={stale}
            />
          )}
        </>
      )}
    </div>
  );
}

function Refused({ refusal }: { refusal: IntakeRefusal }) {
  const t = useTranslations("roster.import");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  if (refusal.details?.cause === "plan_changed") {
    return <Callout live>{t("planChanged")}</Callout>;
  }
  const [issue] = refusal.issues ?? [];
  const key = refusal.reason as "invalid";
  const text =
    refusal.reason === "no_answer" || refusal.reason === "unavailable"
      ? t("noAnswer")
      : refusal.reason === "too_large"
        ? issueText(flawIssue("too_large", { max: READ_LIMITS.maxBytes }))
        : issue
          ? issueText(issue)
          : refusals.has(key)
            ? refusals(key)
            : refusals("unexpected");
  const unreadable = issue?.path === "file" || refusal.reason === "too_large";
  return (
    <Callout tone="late" live title={unreadable ? t("unreadable") : undefined}>
      {text}
    </Callout>
  );
}

/** What was read of the file, and the columns; open where somebody has to say something. */
function ReadCard({
  preview,
  onChange,
}: {
  preview: RosterPreview;
  onChange: (changed: Partial<ImportChoices>) => void;
}) {
  const t = useTranslations("roster.import");
  const { header } = preview;
  const wants = preview.digest === null;
  return (
    <Card as="section">
      <CardHeader title={t("read")} />
      <CardBody className="grid gap-4">
        {!header && (
          <Callout tone="late" live title={t("noHeader")}>
            {t("noHeaderBody")}
          </Callout>
        )}
        {header && (
          <p className="text-ink-2">
            {t("readFrom", {
              sheet: preview.sheet,
              row: header.headerRow,
              people: preview.plan.rows.length,
            })}
          </p>
        )}
        <details open={wants || undefined}>
          <summary className="link cursor-pointer text-md touch:min-h-11 touch:py-2">
            {`${t("columns")} · ${t("columnsHint")}`}
          </summary>
          <div className="mt-3">
            <ColumnFields preview={preview} onChange={onChange} />
          </div>
        </details>
      </CardBody>
    </Card>
  );
}

function PlanCard({
  preview,
  choices,
  onChange,
  onFaults,
  onImport,
  pending,
  stale,
}: {
  preview: RosterPreview;
  choices: ImportChoices;
  onChange: (changed: Partial<ImportChoices>) => void;
  onFaults: () => void;
  onImport: () => void;
  pending: "preview" | "import" | "faults" | null;
  stale: boolean;
}) {
  const t = useTranslations("roster.import");
  const { counts, unknownAgencies } = preview.plan;
  const writes = counts.create + counts.update + counts.named;
  const blocked = counts.faulty > 0 && !choices.skipFaulty;
  return (
    <>
      {unknownAgencies.length > 0 && (
        <Card as="section">
          <CardHeader title={t("agencies")} note={String(unknownAgencies.length)} />
          <CardBody>
            <AgencyDecisions
              preview={preview}
              decisions={choices.agencies}
              onChange={(agencies) => onChange({ agencies })}
            />
          </CardBody>
        </Card>
      )}
      <Card as="section">
        <CardHeader title={t("choices")} />
        <CardBody>
          <ImportChoiceFields choices={choices} preview={preview} onChange={onChange} />
        </CardBody>
      </Card>
      <Card as="section">
        <CardHeader
          title={t("summary")}
          actions={
            counts.faulty > 0 && (
              <Button
                variant="secondary"
                size="sm"
                onClick={onFaults}
                pending={pending === "faults"}
                disabled={pending !== null}
              >
                {t("downloadFaults")}
              </Button>
            )
          }
        />
        <CardBody>
          <ImportSummary preview={preview} />
        </CardBody>
        <PreviewTable preview={preview} />
        <CardBody className="grid gap-3 border-t border-line">
          {counts.faulty > 0 && (
            <Checkbox
              name="skipFaulty"
              checked={choices.skipFaulty}
              onChange={({ target }) => onChange({ skipFaulty: target.checked })}
              label={t("skipFaulty", { count: counts.faulty })}
              hint={t("skipHint")}
            />
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button
              onClick={onImport}
              pending={pending === "import"}
              disabled={blocked || writes === 0 || stale || pending !== null}
            >
              {writes === 0 ? t("nothing") : t("run", { count: writes })}
            </Button>
            {blocked && <p className="text-sm text-ink-2">{t("blocked")}</p>}
          </div>
        </CardBody>
      </Card>
    </>
  );
}

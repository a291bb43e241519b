"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { newId } from "@/components/document/new-id";
import { Button, buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { saveBlob } from "@/components/ui/save-blob";
import { Table } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { DeskPlace, FilePreview, PlaceKind } from "@/lib/allocation/model";
import type { FieldIssue } from "@/lib/document/issue";
import type { RefusalReason } from "@/lib/platform/result";

type Answer<Value> =
  | { ok: true; value: Value }
  | { ok: false; reason: string; issues?: FieldIssue[] };

/** The allocation as a file, out and in: every row is shown before anything is done. */
export function FileCard({
  cohortId,
  kind,
  places,
}: {
  cohortId: string;
  kind: PlaceKind;
  places: readonly Pick<DeskPlace, "label">[];
}) {
  const t = useTranslations("allocation.file");
  const a = useTranslations("allocation");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<FilePreview | null>(null);
  const [problem, setProblem] = useState<string>();
  const [pending, setPending] = useState(false);
  // The same plan sent again (after no answer came) goes under the same id.
  const command = useRef<{ digest: string; commandId: string } | null>(null);

  async function send<Value>(
    chosen: File,
    options: { intent: string; [option: string]: unknown },
  ): Promise<Answer<Value>> {
    const form = new FormData();
    form.set("options", JSON.stringify(options));
    form.set("file", chosen);
    setPending(true);
    try {
      const response = await fetch(`/api/cohorts/${cohortId}/allocation`, {
        method: "POST",
        body: form,
      });
      if (response.ok && options.intent === "faults") {
        return { ok: true, value: (await response.blob()) as Value };
      }
      return (await response.json()) as Answer<Value>;
    } catch {
      return { ok: false, reason: "no_answer" };
    } finally {
      setPending(false);
    }
  }

  const say = ({ reason, issues }: { reason: string; issues?: FieldIssue[] }) => {
    const [issue] = issues ?? [];
    if (issue) return issueText(issue);
    if (reason === "no_answer") return a("noAnswer");
    if (refusals.has(reason as RefusalReason)) return refusals(reason as RefusalReason);
    const code = reason === "too_large" ? "file_too_large" : "invalid";
    return issueText({ path: "file", code, params: { max: 4 } });
  };

  async function look(chosen: File | null, note?: string) {
    setFile(chosen);
    setPreview(null);
    setProblem(note);
    if (!chosen) return;
    const answer = await send<FilePreview>(chosen, { intent: "preview", kind });
    if (answer.ok) setPreview(answer.value);
    else setProblem(say(answer));
  }

  async function takeFaults() {
    const answer = file && (await send<Blob>(file, { intent: "faults", kind }));
    if (answer?.ok) saveBlob(answer.value, `${t("faults")}.xlsx`);
    else if (answer) setProblem(say(answer));
  }

  async function carryOut() {
    if (!file || !preview) return;
    const { digest } = preview;
    if (command.current?.digest !== digest) command.current = { digest, commandId: newId() };
    const { commandId } = command.current;
    const answer = await send<{ moved: number }>(file, {
      intent: "import",
      kind,
      digest,
      commandId,
    });
    if (!answer.ok) {
      return answer.reason === "conflict" ? look(file, a("changed")) : setProblem(say(answer));
    }
    command.current = null;
    toast(a("applied", { count: answer.value.moved }), { tone: "good" });
    setFile(null);
    setPreview(null);
    router.refresh();
  }

  const rows = preview
    ? [...preview.rows].sort((x, y) => Number(y.issues.length > 0) - Number(x.issues.length > 0))
    : [];
  const nameOf = (path: string) => (path === "place" ? a(`place.${kind}`) : t(`${path}` as "name"));
  return (
    <Card as="section">
      <CardHeader
        title={t("title")}
        actions={(["xlsx", "csv"] as const).map((format) => (
          <a
            key={format}
            href={`/api/cohorts/${cohortId}/allocation?of=${kind}&kind=${format}`}
            download
            className={buttonClass("ghost", "sm")}
          >
            {format.toUpperCase()}
          </a>
        ))}
      />
      <CardBody className="grid gap-3">
        <Field id="allocation-file" label={t("choose")} hint={t("hint")} error={problem}>
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
        {preview && preview.faulty > 0 && (
          <Callout
            tone="late"
            live
            action={
              <Button
                variant="secondary"
                size="sm"
                onClick={() => void takeFaults()}
                pending={pending}
              >
                {t("faults")}
              </Button>
            }
          >
            {t("faulty", { count: preview.faulty })}
          </Callout>
        )}
        {preview && (
          <Button
            onClick={() => void carryOut()}
            pending={pending}
            disabled={preview.faulty > 0 || preview.moves === 0}
          >
            {a("apply", { count: preview.moves })}
          </Button>
        )}
      </CardBody>
      {preview && (
        <Table label={t("title")} stack sticky={rows.length > 20}>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col" data-align="end">
                {t("row")}
              </th>
              <th scope="col">{a(`place.${kind}`)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, name, place, issues }) => (
              <tr key={row}>
                <td className="wrap-anywhere">{name || "–"}</td>
                <td data-label={t("row")} data-align="end">
                  {row}
                </td>
                <td data-label={a(`place.${kind}`)}>
                  <div className="min-w-0 wrap-anywhere">
                    {place === null
                      ? issues.length === 0
                        ? a("same")
                        : null
                      : places[place]?.label}
                    {issues.map((issue) => (
                      <p key={`${issue.path} ${issue.code}`} className="text-late">
                        {nameOf(issue.path)}: {issueText(issue)}
                      </p>
                    ))}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { FileField } from "@/components/intake/file-field";
import { useIntake } from "@/components/intake/use-intake";
import { useIntakeText } from "@/components/intake/use-intake-text";
import { Button, buttonClass } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { saveBlob } from "@/components/ui/save-blob";
import { Table } from "@/components/ui/table";
import { toast } from "@/components/ui/toast";
import type { DeskPlace, FilePreview, PlaceKind } from "@/lib/allocation/model";

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
  const issueText = useIssueText();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<FilePreview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const say = useIntakeText(a("noAnswer"));
  const { pending, ask, carryOut } = useIntake(`/api/cohorts/${cohortId}/allocation`);

  async function look(chosen: File | null, note: string | null = null) {
    setFile(chosen);
    setPreview(null);
    setProblem(note);
    if (!chosen) return;
    const answer = await ask<FilePreview>("preview", chosen, { kind });
    if (answer?.ok) setPreview(answer.value);
    else if (answer) setProblem(say(answer));
  }

  async function takeFaults() {
    const answer = file && (await ask<Blob>("faults", file, { kind }));
    if (answer?.ok) saveBlob(answer.value, `${t("faults")}.xlsx`);
    else if (answer) setProblem(say(answer));
  }

  async function bring() {
    if (!file || !preview) return;
    const answer = await carryOut<{ moved: number }>(file, preview.digest, { kind });
    if (!answer) return;
    if (!answer.ok) {
      return answer.reason === "conflict" ? look(file, a("changed")) : setProblem(say(answer));
    }
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
        <FileField
          label={t("choose")}
          hint={t("hint")}
          problem={problem}
          disabled={pending !== null}
          onChoose={(chosen) => void look(chosen)}
        />
        {preview && preview.faulty > 0 && (
          <Callout
            tone="late"
            live
            action={
              <Button
                variant="secondary"
                size="sm"
                onClick={() => void takeFaults()}
                pending={pending !== null}
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
            onClick={() => void bring()}
            pending={pending !== null}
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

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { cx } from "@/components/ui/cx";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { MessageSquareIcon } from "@/components/ui/icons";
import { Table } from "@/components/ui/table";
import { TextareaField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { markAttendanceAction } from "@/lib/attendance/actions";
import {
  ATTENDANCE_BOUNDS,
  ATTENDANCE_STATUSES,
  type AttendanceRow,
  type AttendanceStatus,
} from "@/lib/attendance/model";
import { useFormat } from "@/lib/i18n/use-format";

const TONES = { PRESENT: "good", EXCUSED: "accent", ABSENT: "late" } as const;

/**
 * Who is expected and who was there, marked by a press. On paper the marks stand beside an empty
 * column for signatures. Needs the messages of `attendance`, `issues` and `refusals`.
 *
 * @param first the number of the first row
 */
export function AttendanceTable({
  sessionId,
  rows,
  first,
  timeZone,
  canMark,
}: {
  sessionId: string;
  rows: AttendanceRow[];
  first: number;
  timeZone: string;
  canMark: boolean;
}) {
  const t = useTranslations("attendance");
  const refusals = useTranslations("refusals");
  const format = useFormat(timeZone);
  const { run, pending } = useCommand(markAttendanceAction);
  /** Whose note is being written. */
  const [noting, setNoting] = useState<AttendanceRow | null>(null);
  const [note, setNote] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);

  const mark = async (row: AttendanceRow, status: AttendanceStatus, text: string) => {
    setProblem(null);
    setBusy(row.enrolmentId);
    const result = await run({
      sessionId,
      enrolmentId: row.enrolmentId,
      status,
      note: text,
      basedOn: row.mark?.version ?? null,
    });
    setBusy(null);
    if (result.ok) {
      setNoting(null);
      toast(t("marked", { name: row.name, status: t(`status.${status}`) }), { tone: "good" });
      return;
    }
    setProblem(
      result.reason === "no_answer" || result.reason === "outdated"
        ? t(`error.${result.reason === "outdated" ? "outdated" : "noAnswer"}`)
        : result.reason === "conflict"
          ? t("error.conflict", { name: row.name })
          : refusals(result.reason),
    );
  };
  return (
    <>
      {problem && !noting && (
        <div className="p-4 print:hidden">
          <Callout tone="late" live>
            {problem}
          </Callout>
        </div>
      )}
      <Table label={t("title")} stack>
        <thead>
          <tr>
            <th scope="col" data-align="end">
              {t("number")}
            </th>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("agency")}</th>
            <th scope="col">{t("group")}</th>
            <th scope="col">{t("attendance")}</th>
            {canMark && (
              <th scope="col" className="print:hidden">
                {t("mark")}
              </th>
            )}
            <th scope="col" className="hidden w-48 print:table-cell">
              {t("signature")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.enrolmentId} className="print:h-10">
              <td data-label={t("number")} data-align="end" className="tabular-nums">
                {first + index}
              </td>
              <th scope="row">
                <span className="wrap-anywhere">
                  {row.name}
                  <span className="block text-xs font-normal text-ink-3">{row.position}</span>
                </span>
              </th>
              <td data-label={t("agency")}>{row.agency}</td>
              <td data-label={t("group")} data-nowrap="">
                {row.group ?? "–"}
              </td>
              <td data-label={t("attendance")}>
                {row.mark ? (
                  <span className="grid gap-0.5 max-sm:justify-items-end">
                    <span>
                      <Badge tone={TONES[row.mark.status]}>{t(`status.${row.mark.status}`)}</Badge>
                    </span>
                    <span className="text-xs text-ink-3">
                      {format.time(row.mark.at)}
                      {" · "}
                      {row.mark.by
                        ? t("byHand", { name: row.mark.by })
                        : t(`method.${row.mark.method}`)}
                      {row.mark.claimedAt && (
                        <span className="block">
                          {t("claimed", { time: format.dateTime(row.mark.claimedAt) })}
                        </span>
                      )}
                    </span>
                    {row.mark.note && (
                      <span className="text-xs text-ink-2 wrap-anywhere">{row.mark.note}</span>
                    )}
                  </span>
                ) : (
                  <span className="text-ink-3">{t("notYet")}</span>
                )}
              </td>
              {canMark && (
                <td data-label={t("mark")} className="print:hidden">
                  <fieldset
                    className="flex flex-wrap items-center gap-1 xl:flex-nowrap"
                    aria-label={t("markOf", { name: row.name })}
                  >
                    {ATTENDANCE_STATUSES.map((status) => (
                      <button
                        key={status}
                        type="button"
                        aria-pressed={row.mark?.status === status}
                        disabled={pending && busy === row.enrolmentId}
                        onClick={() => mark(row, status, row.mark?.note ?? "")}
                        data-tone={TONES[status]}
                        className={cx(
                          "min-h-8 rounded-sm border px-2.5 text-sm font-medium whitespace-nowrap touch:min-h-12",
                          row.mark?.status === status
                            ? "border-hue bg-hue-soft font-semibold text-hue"
                            : "border-line-strong text-ink-2 hover:border-ink-3 hover:text-ink",
                        )}
                      >
                        {t(`status.${status}`)}
                      </button>
                    ))}
                    {row.mark && (
                      <IconButton
                        label={t("noteOf", { name: row.name })}
                        icon={<MessageSquareIcon size={16} />}
                        onClick={() => {
                          setProblem(null);
                          setNote(row.mark?.note ?? "");
                          setNoting(row);
                        }}
                      />
                    )}
                  </fieldset>
                </td>
              )}
              <td className="hidden print:table-cell" />
            </tr>
          ))}
        </tbody>
      </Table>
      <Dialog
        open={noting !== null}
        onClose={() => setNoting(null)}
        title={noting ? t("noteOf", { name: noting.name }) : ""}
        busy={pending}
        footer={
          <>
            <Button variant="secondary" onClick={() => setNoting(null)} disabled={pending}>
              {t("cancel")}
            </Button>
            <Button
              pending={pending}
              onClick={() => noting?.mark && mark(noting, noting.mark.status, note)}
            >
              {t("save")}
            </Button>
          </>
        }
      >
        <TextareaField
          id="attendance-note"
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          optional
          rows={3}
          value={note}
          lengths={{ max: ATTENDANCE_BOUNDS.note.max }}
          onChange={(event) => setNote(event.target.value)}
        />
        {problem && (
          <Callout tone="late" live>
            {problem}
          </Callout>
        )}
      </Dialog>
    </>
  );
}

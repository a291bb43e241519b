import "server-only";
import { getTranslations } from "next-intl/server";
import type { FindingRow } from "@/lib/feedback/model";
import { dayIn } from "@/lib/platform/clock";
import type { Table } from "@/lib/spreadsheet/table";

/** Findings with what the host answered: a row for each answer, and one for a finding without any. */
export async function feedbackTable(
  findings: readonly FindingRow[],
  timeZone: string,
): Promise<Table> {
  const t = await getTranslations("feedback");
  return {
    name: t("file.name"),
    columns: [
      { header: t("file.innovation"), width: 28, text: true },
      { header: t("file.kind"), width: 20, text: true },
      { header: t("file.text"), width: 60, text: true },
      { header: t("file.released"), width: 60, text: true },
      { header: t("file.sources"), width: 10 },
      { header: t("file.word"), width: 30, text: true },
      { header: t("file.link"), width: 28, text: true },
      { header: t("file.answer"), width: 18, text: true },
      { header: t("file.note"), width: 50, text: true },
      { header: t("file.date"), width: 12 },
    ],
    rows: findings.flatMap((finding) => {
      const said = [
        finding.innovation,
        t(`kinds.${finding.kind}`),
        finding.text,
        finding.releasedText,
        finding.sources,
        finding.word,
      ];
      if (finding.responses.length === 0) return [[...said, null, null, null, null]];
      return finding.responses.map(({ label, answer, note, at }) => [
        ...said,
        label,
        t(`answers.${answer}`),
        note,
        { date: dayIn(timeZone, new Date(at)) },
      ]);
    }),
  };
}

import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { RaterFigures } from "@/lib/fairness/model";
import type { ExportedFairness } from "@/lib/fairness/mutations";
import { toLocale } from "@/lib/i18n/locales";
import type { Table, Value } from "@/lib/spreadsheet/table";

/** Facilitators beside one another, the whole cohort last, and the criteria of every innovation. */
export async function fairnessSheets({
  raters,
  all,
  innovations,
}: ExportedFairness): Promise<{ title: string; tables: Table[] }> {
  const [t, locale] = await Promise.all([getTranslations("fairness"), getLocale().then(toLocale)]);
  const figures = (row: RaterFigures): Value[] => [
    row.open,
    row.decided,
    row.returned,
    row.returnRate === null ? null : hundredths(row.returnRate * 100),
    hundredths(row.medianHours),
    row.ratings,
    hundredths(row.mean),
    hundredths(row.deviation),
  ];
  const facilitators: Table = {
    name: t("raters.sheet"),
    columns: [
      { header: t("raters.facilitator"), width: 36, text: true },
      { header: t("raters.open"), width: 12 },
      { header: t("raters.decided"), width: 12 },
      { header: t("raters.returned"), width: 14 },
      { header: t("raters.returnPercent"), width: 18 },
      { header: t("raters.medianHours"), width: 18 },
      { header: t("raters.ratings"), width: 14 },
      { header: t("raters.mean"), width: 12 },
      { header: t("raters.deviation"), width: 16 },
      { header: t("raters.difference"), width: 18 },
      { header: t("raters.severity"), width: 20, text: true },
    ],
    rows: [
      ...raters.map((row) => [
        row.name ?? t("raters.nobody"),
        ...figures(row),
        hundredths(row.difference),
        row.severity ? t(`severity.${row.severity}`) : "",
      ]),
      [t("raters.all"), ...figures(all), null, ""],
    ],
  };
  const criteria: Table = {
    name: t("criteria.sheet"),
    columns: [
      { header: t("criteria.innovation"), width: 16, text: true },
      { header: t("criteria.innovationName"), width: 40, text: true },
      { header: t("criteria.criterion"), width: 32, text: true },
      { header: t("criteria.count"), width: 14 },
      { header: t("criteria.lowest"), width: 14 },
      { header: t("criteria.highest"), width: 14 },
      { header: t("criteria.meanPercent"), width: 18 },
      { header: t("criteria.deviationPercent"), width: 24 },
      { header: t("criteria.discuss"), width: 16 },
    ],
    rows: innovations.flatMap(({ innovation, criteria: own }) =>
      own.map((spread) => [
        innovation.code,
        innovation.name,
        spread.version === null
          ? spread.label[locale]
          : t("criteria.version", { label: spread.label[locale], version: spread.version }),
        spread.count,
        spread.min,
        spread.max,
        hundredths(spread.mean),
        hundredths(spread.deviation),
        spread.discuss,
      ]),
    ),
  };
  return { title: t("title"), tables: [facilitators, criteria] };
}

function hundredths(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}

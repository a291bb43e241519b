import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { encode } from "uqr";
import { z } from "zod";
import { type AgendaSession, clockOf } from "@/lib/agenda/model";
import { dayCode, qrToken, stepLeft } from "@/lib/attendance/attendance-code";
import type { AttendedSession, ExportRow } from "@/lib/attendance/data";
import { env } from "@/lib/platform/env";
import type { Table } from "@/lib/spreadsheet/table";

/** The attendance of a cohort as a sheet: a row a participant, a column a session. */
export async function attendanceSheet({
  sessions,
  rows,
}: {
  sessions: AgendaSession[];
  rows: ExportRow[];
}): Promise<{ title: string; table: Table }> {
  const [t, locale] = await Promise.all([getTranslations("attendance"), getLocale()]);
  const time = (minute: number) =>
    locale === "id" ? clockOf(minute).replace(":", ".") : clockOf(minute);
  const status = {
    PRESENT: t("status.PRESENT"),
    EXCUSED: t("status.EXCUSED"),
    ABSENT: t("status.ABSENT"),
    EXPECTED: "",
  };
  const table: Table = {
    name: t("title"),
    columns: [
      { header: t("number"), width: 6 },
      { header: t("name"), width: 32, text: true },
      { header: t("agency"), width: 32, text: true },
      { header: t("position"), width: 32, text: true },
      { header: t("group"), width: 14, text: true },
      ...sessions.map(({ day, startsMinute, title }) => ({
        header: `${day} ${time(startsMinute)} ${title}`,
        width: 18,
        text: true,
      })),
      { header: t("presentTotal"), width: 10 },
    ],
    rows: rows.map((row) => [
      row.rosterNumber,
      row.name,
      row.agency,
      row.position,
      row.group ?? "",
      ...sessions.map(({ id }) => {
        const mark = row.marks[id];
        return mark === undefined ? "–" : status[mark];
      }),
      Object.values(row.marks).filter((mark) => mark === "PRESENT").length,
    ]),
  };
  return { title: t("title"), table };
}

/** What the projector shows: asked for anew with every step. */
export const projectedCodeSchema = z.strictObject({
  size: z.int().describe("Modules along one side, the quiet zone included"),
  path: z.string().describe("The dark modules as the `d` of an SVG path, a unit each"),
  dayCode: z.string().describe("To be typed where no camera reads the QR"),
  expiresInMs: z.int().describe("Until the QR changes"),
});

/** The QR of the present moment, drawn as one path. */
export function projectedCode(
  { session, secret }: AttendedSession,
  now: Date,
): z.output<typeof projectedCodeSchema> {
  const url = new URL(`/attend/${session.id}/${qrToken(secret, now)}`, env().APP_URL);
  // The quiet zone that the standard asks for; medium correction, for projectors in bright rooms.
  const { size, data } = encode(url.href, { ecc: "M", border: 4 });
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) =>
      dark && !row[x - 1] ? [`M${x} ${y}h${runLength(row, x)}v1h-${runLength(row, x)}z`] : [],
    ),
  );
  return {
    size,
    path: runs.join(""),
    dayCode: dayCode(secret, session.day),
    expiresInMs: stepLeft(now),
  };
}

/** How many dark modules follow one another from a place on. */
function runLength(row: readonly boolean[], from: number): number {
  let to = from;
  while (row[to]) to += 1;
  return to - from;
}

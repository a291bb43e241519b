import "server-only";
import { getTranslations } from "next-intl/server";
import { type CalendarPart, toCalendar } from "@/lib/agenda/calendar";
import { env } from "@/lib/platform/env";

/** Agendas as a calendar in the reader's language, and what the calendar is called. */
export async function calendarOf(
  parts: readonly CalendarPart[],
): Promise<{ name: string; text: string }> {
  const t = await getTranslations("agenda");
  const [only] = parts;
  const name =
    parts.length === 1 && only ? t("calendarOf", { cohort: only.name }) : t("calendarOwn");
  const text = toCalendar(parts, {
    name,
    host: new URL(env().APP_URL).host,
    words: { groups: t("field.groups"), speakers: t("speakers") },
  });
  return { name, text };
}

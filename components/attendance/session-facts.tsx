import { useTranslations } from "next-intl";
import { useClock } from "@/components/agenda/use-clock";
import type { AgendaSession } from "@/lib/agenda/model";
import { useFormat } from "@/lib/i18n/use-format";
import { zoneName } from "@/lib/platform/zoned-time";

/** When and where a session is, in a line. */
export function SessionFacts({
  session,
  hostName,
  timeZone,
}: {
  session: AgendaSession;
  hostName: string;
  timeZone: string;
}) {
  const format = useFormat(timeZone);
  const clock = useClock();
  const t = useTranslations("agenda");
  const where = [session.place, session.hostUnit?.shortName, hostName].filter(Boolean).join(" · ");
  const who = session.forAll
    ? t("everybody")
    : session.groups.map(({ name }) => name).join(", ") || t("nobody");
  return (
    <>
      {format.dateLong(session.day)}, {clock.range(session.startsMinute, session.endsMinute)}{" "}
      {zoneName(timeZone)} · {where} · {who}
    </>
  );
}

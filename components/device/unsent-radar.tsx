import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { UnsentRadar as Radar, UnsentPerson } from "@/lib/device/model";
import { useFormat } from "@/lib/i18n/use-format";
import { RadarMessage } from "./radar-message";

/** Whose phones hold work that has not arrived, with a message to remind them. Nothing where nobody's do. */
export function UnsentRadar({
  radar,
  timeZone,
  now,
}: {
  radar: Radar;
  /** Of the cohort; of no one cohort the country's own. */
  timeZone: string | undefined;
  now: string;
}) {
  const t = useTranslations("dashboard.unsent");
  const format = useFormat(timeZone);
  if (radar.oldestAt === null) return null;
  const since = (at: string) =>
    format.date(at) === format.date(now) ? format.time(at) : format.dateTime(at);
  const held = ({ drafts, photos }: UnsentPerson) =>
    [drafts > 0 && t("drafts", { count: drafts }), photos > 0 && t("photos", { count: photos })]
      .filter(Boolean)
      .join(", ");
  const line = (person: UnsentPerson) =>
    t("line", { name: person.name, held: held(person), since: since(person.oldestAt) });
  const more = radar.total - radar.people.length;
  return (
    <div data-noprint="">
      <Callout
        tone="late"
        title={t("title", { count: radar.total, since: since(radar.oldestAt) })}
        action={
          <RadarMessage
            text={[
              t("greeting"),
              "",
              ...radar.people.map((each) => `• ${line(each)}`),
              "",
              t("ask"),
            ].join("\n")}
            words={{
              prepare: t("prepare"),
              label: t("message"),
              copy: t("copy"),
              copied: t("copied"),
              copyFailed: t("copyFailed"),
              whatsapp: t("whatsapp"),
            }}
          />
        }
      >
        <ul className="mt-0.5 grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {radar.people.map((person) => (
            <li key={person.enrolmentId} className="min-w-0 wrap-anywhere">
              <span className="font-semibold text-ink">{person.name}</span>
              {person.group && <span className="text-ink-3"> · {person.group}</span>}
              <span className="block text-sm">
                {t("detail", {
                  held: held(person),
                  since: since(person.oldestAt),
                  reported: format.ago(person.reportedAt, now),
                })}
              </span>
            </li>
          ))}
          {more > 0 && <li className="text-sm">{t("more", { count: more })}</li>}
        </ul>
      </Callout>
    </div>
  );
}

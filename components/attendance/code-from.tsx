import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { useFormat } from "@/lib/i18n/use-format";

/** Until when a participant waits for the field into which the code of a session is typed. */
export function CodeFrom({ at, timeZone }: { at: string; timeZone: string }) {
  const t = useTranslations("attendance");
  const format = useFormat(timeZone);
  return <Callout>{t("codeFrom", { from: format.dateTime(at) })}</Callout>;
}

import { useTranslations } from "next-intl";
import { useFormat } from "@/lib/i18n/use-format";
import { PRIVACY_NOTICE_DATE, PRIVACY_NOTICE_VERSION } from "@/lib/privacy/model";

/** Which version of the notice this is. */
export function NoticeVersion() {
  const t = useTranslations("privacy");
  const format = useFormat();
  return (
    <p className="text-sm text-ink-3">
      {t("version", { version: PRIVACY_NOTICE_VERSION, date: format.date(PRIVACY_NOTICE_DATE) })}
    </p>
  );
}

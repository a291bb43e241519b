import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/lib/i18n/use-format";
import type { CopyWords } from "./unsent-text";

/** What a copy of unsent work says beside the work itself. */
export function useCopyWords(): { locale: string } & Omit<CopyWords, "terms" | "stage"> {
  const t = useTranslations("unread.copy");
  const format = useFormat();
  return {
    locale: useLocale(),
    title: t("title"),
    whole: t("whole"),
    changed: (at: string) => t("changed", { when: format.dateTime(at) }),
    date: format.date,
  };
}

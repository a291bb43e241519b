import { useLocale, useTranslations } from "next-intl";
import { createFormat, defaultTimeZone, type Format } from "./format";

/**
 * Formatters in the reader's language, for client components and for server components that are
 * not async (those take `getFormat`).
 *
 * @param timeZone the cohort's zone.
 */
export function useFormat(timeZone: string = defaultTimeZone): Format {
  return createFormat({ locale: useLocale(), timeZone, words: useTranslations("common.when") });
}

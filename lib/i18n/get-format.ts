import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { createFormat, defaultTimeZone, type Format } from "./format";

/**
 * Formatters in the reader's language, for async server components and loaders.
 *
 * @param timeZone the cohort's zone.
 */
export async function getFormat(timeZone: string = defaultTimeZone): Promise<Format> {
  const [locale, words] = await Promise.all([getLocale(), getTranslations("common.when")]);
  return createFormat({ locale, timeZone, words });
}

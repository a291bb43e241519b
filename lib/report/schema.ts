import { z } from "zod";
import { defaultLocale, locales } from "@/lib/i18n/locales";
import { REPORT_FORMATS } from "@/lib/report/model";

/**
 * How a report is asked for. Its language is the field's, Indonesian, whatever that of the screen is: it is
 * handed in on paper. Who wants it in English says so.
 */
export const reportQuerySchema = z.object({
  format: z.enum(REPORT_FORMATS).default("docx"),
  lang: z.enum(locales).default(defaultLocale),
});

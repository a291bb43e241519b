import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { themes } from "./model";

export const localeChoice = z.object({ locale: z.enum(locales) });
export const themeChoice = z.object({ theme: z.enum(themes) });

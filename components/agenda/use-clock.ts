import { useLocale } from "next-intl";
import { clockOf } from "@/lib/agenda/model";

/** "09.00–11.00" in Indonesian, "09:00–11:00" in English. */
export function useClock(): {
  time: (minute: number) => string;
  range: (starts: number, ends: number) => string;
} {
  const locale = useLocale();
  const time = (minute: number) =>
    locale === "id" ? clockOf(minute).replace(":", ".") : clockOf(minute);
  return { time, range: (starts, ends) => `${time(starts)}–${time(ends)}` };
}

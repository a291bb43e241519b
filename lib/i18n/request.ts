import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeCookie } from "@/lib/preference/model";
import { defaultTimeZone } from "./format";
import { toLocale } from "./locales";
import { loadMessages } from "./messages";

/** The language stands in a cookie and not in the address, so that a link works for everyone. */
export default getRequestConfig(async () => {
  const locale = toLocale((await cookies()).get(localeCookie)?.value);
  return { locale, messages: await loadMessages(locale), timeZone: defaultTimeZone };
});

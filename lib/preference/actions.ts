"use server";

import { cookies, headers } from "next/headers";
import { localeCookie, themeCookie } from "./model";
import { localeChoice, themeChoice } from "./schema";

const year = 60 * 60 * 24 * 365;

async function remember(name: string, value: string) {
  (await cookies()).set(name, value, {
    path: "/",
    maxAge: year,
    sameSite: "lax",
    httpOnly: true,
    secure: (await headers()).get("x-forwarded-proto") === "https",
  });
}

/** Sets the language. Takes the form itself, so that it works without JavaScript; other values are ignored. */
export async function setLocale(form: FormData) {
  // Whoever calls an action decides what it is given.
  if (!(form instanceof FormData)) return;
  const choice = localeChoice.safeParse({ locale: form.get("locale") });
  if (choice.success) await remember(localeCookie, choice.data.locale);
}

/** Sets the theme. Takes the form itself, so that it works without JavaScript; other values are ignored. */
export async function setTheme(form: FormData) {
  if (!(form instanceof FormData)) return;
  const choice = themeChoice.safeParse({ theme: form.get("theme") });
  if (choice.success) await remember(themeCookie, choice.data.theme);
}

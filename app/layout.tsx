import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";
import { themeCookie, toTheme } from "@/lib/preference/model";
import "./globals.css";

// 18 KB for all weights. Cut with npm's subset-font from the Latin file of
// @fontsource-variable/plus-jakarta-sans 5.3.0 (27 KB): weights 400–800, ASCII, Latin-1 and the
// usual punctuation and arrows; kerning and tabular figures are kept.
const jakarta = localFont({
  src: "./fonts/plus-jakarta-sans-latin.woff2",
  weight: "400 800",
  display: "swap",
  variable: "--font-jakarta",
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("title"), template: `%s · ${t("title")}` },
    description: t("description"),
    applicationName: t("title"),
    // Work of participants is nobody else's business.
    robots: { index: false, follow: false },
    // A date or a score is not a telephone number.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export async function generateViewport(): Promise<Viewport> {
  const theme = toTheme((await cookies()).get(themeCookie)?.value);
  const light = "#fbf9f6";
  const dark = "#11141a";
  return {
    width: "device-width",
    initialScale: 1,
    viewportFit: "cover",
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: light },
            { media: "(prefers-color-scheme: dark)", color: dark },
          ]
        : theme === "dark"
          ? dark
          : light,
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, jar] = await Promise.all([getLocale(), getMessages(), cookies()]);
  const theme = toTheme(jar.get(themeCookie)?.value);
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      className={jakarta.variable}
    >
      <body className="font-sans">
        {/* The few words that client components need everywhere; pages add theirs by <Messages>. */}
        <NextIntlClientProvider messages={{ common: messages.common, errors: messages.errors }}>
          {children}
          <Toaster />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

import "server-only";
import { createTranslator } from "next-intl";
import { createFormat, defaultTimeZone } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import type { Letter, MailKind } from "@/lib/mail/model";

export interface LetterFacts {
  kind: MailKind;
  locale: Locale;
  name: string;
  to: string | null;
  /** The centre for which it is written. */
  centerName: string | null;
  /** What the reader is to open. */
  url: string;
  /** ISO instant; null where the address works for ever. */
  expiresAt: string | null;
}

/** The words of a letter, in the reader's language, as plain text: readable in every program. */
export async function writeLetter(facts: LetterFacts): Promise<Letter> {
  const { locale } = facts;
  const { mail, common } = await loadMessages(locale);
  const t = createTranslator({ locale, messages: { mail }, namespace: "mail.letters" });
  const words = createTranslator({ locale, messages: { common }, namespace: "common.when" });
  const format = createFormat({ locale, timeZone: defaultTimeZone, words });
  const values = {
    name: facts.name,
    center: facts.centerName ?? "Lokus",
    until: facts.expiresAt ? format.dateTime(facts.expiresAt) : "",
  };
  const paragraphs = [
    t("greeting", values),
    t(`${facts.kind}.body`, values),
    facts.url,
    facts.expiresAt ? t(`${facts.kind}.until`, values) : "",
    t(`${facts.kind}.otherwise`, values),
    t("automatic", values),
  ];
  return {
    to: facts.to,
    subject: t(`${facts.kind}.subject`, values),
    text: `${paragraphs.filter(Boolean).join("\n\n")}\n`,
  };
}

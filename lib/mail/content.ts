import "server-only";
import { createTranslator } from "next-intl";
import type { StageKind } from "@/lib/assignment/model";
import { createFormat, defaultTimeZone } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import type { Letter, MailKind } from "@/lib/mail/model";
import type { ReminderKind } from "@/lib/reminder/model";

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
  /** Of what a reminder speaks; nothing for other letters. */
  reminders: ReminderFacts[];
}

/** One thing that a reminder speaks of. */
export interface ReminderFacts {
  kind: ReminderKind;
  stage: StageKind;
  innovation: string;
  participant: string;
  timeZone: string;
  /** ISO instant. */
  dueAt: string;
}

/** The words of a letter, in the reader's language, as plain text: readable in every program. */
export async function writeLetter(facts: LetterFacts): Promise<Letter> {
  const { locale } = facts;
  const { mail, common, stage } = await loadMessages(locale);
  const t = createTranslator({ locale, messages: { mail }, namespace: "mail.letters" });
  const words = createTranslator({ locale, messages: { common }, namespace: "common.when" });
  const format = createFormat({ locale, timeZone: defaultTimeZone, words });
  const s = createTranslator({ locale, messages: { stage }, namespace: "stage" });
  const lines = facts.reminders.map((reminder) => {
    const own = createFormat({ locale, timeZone: reminder.timeZone, words });
    const line = t(`REMINDER.lines.${reminder.kind}`, {
      stage: s(`kind.${reminder.stage}`),
      innovation: reminder.innovation,
      participant: reminder.participant,
      due: own.dateTime(reminder.dueAt),
    });
    return `- ${line}`;
  });
  const values = {
    count: lines.length,
    name: facts.name,
    center: facts.centerName ?? "Lokus",
    until: facts.expiresAt ? format.dateTime(facts.expiresAt) : "",
  };
  const paragraphs = [
    t("greeting", values),
    t(`${facts.kind}.body`, values),
    lines.join("\n"),
    facts.url,
    facts.expiresAt && facts.kind !== "REMINDER" ? t(`${facts.kind}.until`, values) : "",
    t(`${facts.kind}.otherwise`, values),
    t("automatic", values),
  ];
  return {
    to: facts.to,
    subject: t(`${facts.kind}.subject`, values),
    text: `${paragraphs.filter(Boolean).join("\n\n")}\n`,
  };
}

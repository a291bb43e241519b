import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FieldApp } from "@/components/field/field-app";
import { locales } from "@/lib/i18n/locales";
import { loadMessages, type Namespace } from "@/lib/i18n/messages";
import { MessagesProvider } from "@/lib/i18n/messages-provider";

type Props = { params: Promise<{ locale: string }> };

/** Everything that is said without signal. */
const NAMESPACES = [
  "agenda",
  "attendance",
  "auth",
  "catalogue",
  "chain",
  "comments",
  "common",
  "errors",
  "evaluationForm",
  "evidence",
  "field",
  "form",
  "innovations",
  "issues",
  "obstaclesForm",
  "outbox",
  "planForm",
  "prepare",
  "refusals",
  "revision",
  "search",
  "shell",
  "solutionForm",
  "stage",
  "tasks",
  "terms",
  "unread",
  "unsent",
  "withdrawal",
] as const satisfies readonly Namespace[];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("field"))("title") };
}

/**
 * The shell: the same for everybody and without anybody's data. The service worker keeps it and shows
 * it at any address of the field when the server cannot be reached; what it shows it takes from the
 * device.
 */
export default async function FieldPage({ params }: Props) {
  const { locale: asked } = await params;
  const locale = locales.find((one) => one === asked);
  if (!locale) notFound();
  const all = await loadMessages(locale);
  const messages = Object.fromEntries(NAMESPACES.map((name) => [name, all[name]]));
  return (
    <MessagesProvider locale={locale} messages={messages}>
      <FieldApp locale={locale} />
    </MessagesProvider>
  );
}

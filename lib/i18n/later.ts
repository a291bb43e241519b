import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "./locales";

/**
 * Words that most visits never show: they come when they are needed, and then from the browser's
 * memory, instead of with every page.
 */
const WORDS = {
  id: {
    issues: () => import("./messages/id/issues.json"),
    outbox: () => import("./messages/id/outbox.json"),
    prepare: () => import("./messages/id/prepare.json"),
    refusals: () => import("./messages/id/refusals.json"),
    search: () => import("./messages/id/search.json"),
    signOut: () => import("./messages/id/signOut.json"),
    stage: () => import("./messages/id/stage.json"),
    unread: () => import("./messages/id/unread.json"),
  },
  en: {
    issues: () => import("./messages/en/issues.json"),
    outbox: () => import("./messages/en/outbox.json"),
    prepare: () => import("./messages/en/prepare.json"),
    refusals: () => import("./messages/en/refusals.json"),
    search: () => import("./messages/en/search.json"),
    signOut: () => import("./messages/en/signOut.json"),
    stage: () => import("./messages/en/stage.json"),
    unread: () => import("./messages/en/unread.json"),
  },
} satisfies Record<Locale, Record<string, () => Promise<{ default: AbstractIntlMessages }>>>;

export type LaterNamespace = keyof (typeof WORDS)["id"];

/**
 * Fetches the words of some namespaces, for what is itself loaded when it is needed.
 *
 * @throws (rejects) without signal, where the browser has not kept them
 */
export async function wordsLater(
  locale: Locale,
  namespaces: readonly LaterNamespace[],
): Promise<AbstractIntlMessages> {
  const words = await Promise.all(
    namespaces.map(async (name) => [name, (await WORDS[locale][name]()).default] as const),
  );
  return Object.fromEntries(words);
}

/** The most general that is said of a fault or a refusal: by namespace, the key of it. */
const GENERAL = { issues: "invalid", refusals: "unexpected" } as const;

export type FaultNamespace = keyof typeof GENERAL;

export function isFaultNamespace(name: string): name is FaultNamespace {
  return Object.hasOwn(GENERAL, name);
}

/** Of a namespace's words, what stands for any of them until all are there. */
export function generalWords(name: FaultNamespace, words: object): string {
  return String(Object.getOwnPropertyDescriptor(words, GENERAL[name])?.value);
}

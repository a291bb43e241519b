import { NextIntlClientProvider, useTranslations } from "next-intl";
import { type ComponentProps, createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MessagesProvider } from "./messages-provider";

function Words({ namespace, name }: { namespace: string; name: string }) {
  const t = useTranslations(namespace as "refusals");
  return t(name as "conflict");
}

/** What a client component says, and what it found missing. */
function said(namespace: string, name: string) {
  const missing: string[] = [];
  // Children come as arguments, which the types of the properties do not know.
  const outer: Omit<ComponentProps<typeof NextIntlClientProvider>, "children"> = {
    locale: "id",
    timeZone: "Asia/Jakarta",
    messages: {},
    onError: ({ code }) => void missing.push(code),
    getMessageFallback: () => "nothing",
  };
  const inner: Omit<ComponentProps<typeof MessagesProvider>, "children"> = {
    messages: { tasks: { title: "Tugas" } },
    faults: { refusals: "Tidak dapat." },
  };
  const words = createElement(Words, { namespace, name });
  const scope = createElement(MessagesProvider as FunctionComponent<object>, inner, words);
  const page = createElement(NextIntlClientProvider as FunctionComponent<object>, outer, scope);
  return { text: renderToStaticMarkup(page), missing };
}

describe("words that come later", () => {
  it("are told in general terms until they are there, whatever is asked for", () => {
    for (const name of ["conflict", "no_such_key"]) {
      expect(said("refusals", name)).toEqual({ text: "Tidak dapat.", missing: [] });
    }
  });

  it("hide nothing that is missing elsewhere", () => {
    expect(said("tasks", "title")).toEqual({ text: "Tugas", missing: [] });
    for (const [namespace, name] of [
      ["tasks", "no_such_key"],
      ["issues", "invalid"],
    ] as const) {
      expect(said(namespace, name)).toEqual({ text: "nothing", missing: ["MISSING_MESSAGE"] });
    }
  });
});

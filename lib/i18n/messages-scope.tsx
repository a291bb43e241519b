import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { generalWords, isFaultNamespace } from "./later";
import type { Namespace } from "./messages";
import { MessagesProvider } from "./messages-provider";

/**
 * Gives the client components below it the words of the named namespaces, on top of what is there
 * already (`common` and `errors` everywhere). Server components need no scope: they read the
 * whole catalogue on the server, and none of it reaches the phone.
 *
 * Of refusals and faults, which are many and seldom told, only the most general comes with the page;
 * the others are fetched once it is there.
 */
export async function Messages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const own = namespaces.filter((name) => !isFaultNamespace(name));
  const faults = namespaces.filter(isFaultNamespace);
  return (
    <MessagesProvider
      messages={Object.fromEntries(own.map((name) => [name, all[name]]))}
      faults={Object.fromEntries(faults.map((name) => [name, generalWords(name, all[name])]))}
    >
      {children}
    </MessagesProvider>
  );
}

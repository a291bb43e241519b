import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { isFaultNamespace, MEANWHILE } from "./later";
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
  const picked = Object.fromEntries(
    namespaces.map((name) => {
      if (!isFaultNamespace(name)) return [name, all[name]];
      const key = MEANWHILE[name];
      return [name, { [key]: (all[name] as Record<string, unknown>)[key] }];
    }),
  );
  return (
    <MessagesProvider messages={picked} faults={namespaces.filter(isFaultNamespace)}>
      {children}
    </MessagesProvider>
  );
}

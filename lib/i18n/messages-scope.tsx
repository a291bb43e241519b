import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Namespace } from "./messages";
import { MessagesProvider } from "./messages-provider";

/**
 * Gives the client components below it the words of the named namespaces, on top of what is there
 * already (`common` and `errors` everywhere). Server components need no scope: they read the
 * whole catalogue on the server, and none of it reaches the phone.
 */
export async function Messages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const picked = Object.fromEntries(namespaces.map((name) => [name, all[name]]));
  return <MessagesProvider messages={picked}>{children}</MessagesProvider>;
}

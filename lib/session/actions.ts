"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";

/** Signs out by forgetting the session cookie. Works as a plain form. */
export async function signOutAction(): Promise<void> {
  const jar = await cookies();
  for (const { name } of jar.getAll()) {
    // next-auth splits long tokens into numbered cookies and prefixes the name behind TLS.
    if (/^(__Secure-)?next-auth\.session-token(\.\d+)?$/.test(name)) jar.delete(name);
  }
  redirect("/sign-in");
}

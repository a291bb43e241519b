"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";

/** Signs out by forgetting the session cookie. Works as a plain form. */
export async function signOutAction(): Promise<void> {
  const jar = await cookies();
  for (const { name } of jar.getAll()) {
    // next-auth splits long tokens into numbered cookies and prefixes the name behind TLS. Browsers
    // let nothing overwrite such a cookie that is not Secure itself, not even its end.
    const [, prefix] = /^(__Secure-)?next-auth\.session-token(?:\.\d+)?$/.exec(name) ?? [null];
    if (prefix === null) continue;
    jar.set(name, "", { path: "/", maxAge: 0, httpOnly: true, sameSite: "lax", secure: !!prefix });
  }
  redirect("/sign-in");
}

import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { signIn } from "@/lib/person/mutations";
import { appContext } from "@/lib/platform/context";
import { env } from "@/lib/platform/env";

/** Sessions end after a working day without use. Seconds. */
const SESSION_MAX_AGE = 12 * 60 * 60;

/**
 * Sign-in by next-auth. The token carries the person's id and session version, nothing else: roles,
 * status and version are read from the database on every request (lib/session/actor.ts).
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE, updateAge: 60 * 60 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { login: { type: "text" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const result = await signIn(appContext(), {
            login: String(credentials?.login ?? ""),
            password: String(credentials?.password ?? "").slice(0, 1000),
            address: clientAddress(request.headers ?? {}),
          });
          if (result.ok) {
            return {
              id: result.value.personId,
              sessionVersion: result.value.sessionVersion,
            };
          }
          // next-auth hands the message of an error to the sign-in form as its `error`.
          if (result.reason === "rate_limited") {
            throw new Error(`rate_limited:${result.details?.retryAfterSeconds ?? 60}`);
          }
          return null;
        },
      }),
    ],
    callbacks: {
      // Back into Lokus or nowhere; next-auth's own fails on what is no address at all.
      redirect({ url }) {
        const home = env().APP_URL;
        const target = URL.canParse(url, home) ? new URL(url, home) : undefined;
        return target?.origin === home ? target.href : home;
      },
      jwt({ token, user }) {
        return user
          ? { sub: user.id, sessionVersion: (user as { sessionVersion?: number }).sessionVersion }
          : token;
      },
      session({ session, token }) {
        return {
          expires: session.expires,
          personId: token.sub,
          sessionVersion: token.sessionVersion,
        };
      },
    },
    logger: {
      error: (code) => console.error(`next-auth: ${code}`),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** The sender's address as the reverse proxy tells it; behind none it is the loopback. */
function clientAddress(headers: Record<string, unknown>): string {
  const forwarded = headers["x-forwarded-for"];
  const first = typeof forwarded === "string" ? forwarded.split(",")[0]?.trim() : undefined;
  return first || "local";
}

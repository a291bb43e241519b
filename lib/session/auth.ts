import "server-only";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { findAccountSession } from "@/lib/person/data";
import { enterByAccount, type SessionSeed, signIn } from "@/lib/person/mutations";
import { appContext } from "@/lib/platform/context";
import { env } from "@/lib/platform/env";
import { logEvent } from "@/lib/platform/log";
import { reportError, reportSignIn } from "@/lib/platform/report";
import { currentRequest } from "@/lib/platform/request";
import { type Result, refuse } from "@/lib/platform/result";
import { type LinkIntent, NO_INTENT, SSO, ssoProviders } from "@/lib/session/sso";

/** Sessions end after a working day without use. Seconds. */
const SESSION_MAX_AGE = 12 * 60 * 60;

/**
 * Sign-in by next-auth. The token carries the person's id and session version, nothing else: roles,
 * status and version are read from the database on every request (lib/session/actor.ts).
 */
export function authOptions(
  readIntent: () => Promise<LinkIntent> = async () => NO_INTENT,
): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_MAX_AGE, updateAge: 60 * 60 },
    // Browsers send such cookies over TLS alone, and no plain answer can overwrite them.
    useSecureCookies: env().APP_URL.startsWith("https:"),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { login: { type: "text" }, password: { type: "password" } },
        async authorize(credentials) {
          const result = await attempt(
            String(credentials?.login ?? ""),
            String(credentials?.password ?? "").slice(0, 1000),
          );
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
          if (result.reason === "unexpected") throw new Error(result.reason);
          return null;
        },
      }),
      ...ssoProviders(),
    ],
    callbacks: {
      // Back into Lokus or nowhere; next-auth's own fails on what is no address at all.
      redirect({ url }) {
        const home = env().APP_URL;
        const target = URL.canParse(url, home) ? new URL(url, home) : undefined;
        return target?.origin === home ? target.href : home;
      },
      // Here an account of an institution is let in or refused; a password was checked above.
      async signIn({ account, profile }) {
        if (account?.provider !== SSO) return true;
        const intent = await readIntent();
        const result = await attemptAccount(String(profile?.sub ?? ""), intent);
        if (result.ok) return true;
        return new URL(`/sign-in?problem=${result.reason}`, env().APP_URL).href;
      },
      async jwt({ token, user, account, profile }) {
        if (account?.provider === SSO) {
          const key = { issuer: env().OIDC_ISSUER ?? "", subject: String(profile?.sub ?? "") };
          const session = await findAccountSession(appContext().db, key);
          // Deactivated in this very moment: a token that opens nothing.
          return { sub: session?.personId, sessionVersion: session?.sessionVersion };
        }
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
      // Only the code: what comes with it may quote a login.
      error: (code) => logEvent("auth_problem", { code }),
      warn: () => {},
      debug: () => {},
    },
  };
}

/** Signs in and reports how it went. next-auth would show an exception's message to the browser. */
async function attempt(login: string, password: string): Promise<Result<SessionSeed>> {
  const address = currentRequest()?.address ?? "local";
  const result = await signIn(appContext(), { login, password, address }).catch(
    (error: unknown) => {
      reportError(error);
      return refuse("unexpected");
    },
  );
  reportSignIn(result.ok ? "ok" : result.reason, result.ok ? result.value.personId : undefined);
  return result;
}

/** The same with an account of an institution, whose provider has vouched for it. */
async function attemptAccount(subject: string, intent: LinkIntent): Promise<Result<SessionSeed>> {
  const issuer = env().OIDC_ISSUER ?? "";
  const result: Result<SessionSeed> =
    subject.length > 255 || subject.length === 0
      ? refuse("account_unknown")
      : await enterByAccount(appContext(), { issuer, subject, ...intent }).catch(
          (error: unknown) => {
            reportError(error);
            return refuse("unexpected");
          },
        );
  reportSignIn(result.ok ? "ok" : result.reason, result.ok ? result.value.personId : undefined);
  return result;
}

import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { env } from "@/lib/platform/env";

/** Signing in with an account of the own institution, by OpenID Connect. */

/** Our name of the provider; part of the address that is registered there. */
export const SSO = "sso";

/** What an account that comes back is to be linked to, beside the link that it may have already. */
export interface LinkIntent {
  /** Of an invitation that is open in this browser. */
  token: string | null;
  /** Who is signed in here and asked for it. */
  self: string | null;
}

export const NO_INTENT: LinkIntent = { token: null, self: null };

/** What the identity provider is called on buttons, or null where there is none. */
export function ssoName(): string | null {
  const { OIDC_ISSUER, OIDC_NAME } = env();
  return OIDC_ISSUER ? (OIDC_NAME ?? new URL(OIDC_ISSUER).hostname) : null;
}

/**
 * The provider of the environment, if any. openid-client, which next-auth brings along, checks the
 * ID token's signature, issuer, audience, time and nonce; state and PKCE bind the answer to this
 * browser. Nothing but the subject is taken from it: an e-mail address is no proof of anybody.
 */
export function ssoProviders(): OAuthConfig<{ sub: string }>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: SSO,
      name: ssoName() ?? SSO,
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      httpOptions: { timeout: 10_000 },
      profile: ({ sub }) => ({ id: sub }),
    },
  ];
}

import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import Provider from "oidc-provider";

/** Claims of an ID token, as they are on their way. */
export type Claims = Record<string, unknown>;

/** How a token is changed on its way from the provider to the application. */
export interface Forgery {
  change?: (claims: Claims) => Claims;
  /** Signed with another key than the provider publishes. */
  foreignKey?: boolean;
  /** Not signed at all. */
  unsigned?: boolean;
}

const KID = "genuine";

/**
 * A real OpenID Connect provider, whose keys the test holds, so that a token can be forged in every
 * way: signed rightly with wrong claims, and wrongly with right ones.
 */
export async function startIdentityProvider(client: {
  id: string;
  secret: string;
  redirectUri: string;
}) {
  const genuine = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let forgery: Forgery | null = null;
  /** Who signs in at the provider next. */
  let subject = "nobody";
  let inner: ((req: IncomingMessage, res: ServerResponse) => void) | undefined;

  // What the application reaches: passes everything on, and rewrites the token where told so.
  const server = http.createServer(async (request, response) => {
    if (!inner) return response.writeHead(503).end();
    if (request.url !== "/token" || !forgery) return inner(request, response);
    const written: Buffer[] = [];
    const end = response.end.bind(response);
    response.write = ((chunk: Buffer | string) => {
      written.push(Buffer.from(chunk));
      return true;
    }) as typeof response.write;
    response.end = ((chunk?: Buffer | string) => {
      if (chunk) written.push(Buffer.from(chunk));
      const tokens = JSON.parse(Buffer.concat(written).toString("utf8")) as { id_token?: string };
      if (tokens.id_token && forgery) tokens.id_token = forge(tokens.id_token, forgery);
      const body = JSON.stringify(tokens);
      if (!response.headersSent) response.setHeader("content-length", Buffer.byteLength(body));
      return end(body);
    }) as typeof response.end;
    inner(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const issuer = `http://127.0.0.1:${port}`;

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
      },
    ],
    jwks: { keys: [{ ...genuine.privateKey.export({ format: "jwk" }), kid: KID, use: "sig" }] },
    cookies: { keys: ["a key of the test"] },
    // What a provider of one's own would choose; without, it tells of each.
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    // Everybody agrees to what is asked; this is not about consent.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  inner = (request, response) => {
    if (request.url?.startsWith("/interaction/")) {
      void provider.interactionFinished(
        request,
        response,
        { login: { accountId: subject } },
        { mergeWithLastSubmission: false },
      );
      return;
    }
    void callback(request, response);
  };

  function forge(token: string, { change, foreignKey, unsigned }: Forgery): string {
    const [, payload = ""] = token.split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Claims;
    const changed = change ? change(claims) : claims;
    if (unsigned) return `${encode({ alg: "none" })}.${encode(changed)}.`;
    return sign(changed, foreignKey ? foreign.privateKey : genuine.privateKey);
  }

  return {
    issuer,
    enterAs: (who: string) => {
      subject = who;
    },
    forgeWith: (how: Forgery | null) => {
      forgery = how;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function sign(claims: Claims, key: KeyObject): string {
  const text = `${encode({ alg: "RS256", typ: "JWT", kid: KID })}.${encode(claims)}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(key, "base64url")}`;
}

/** A browser that keeps cookies by host and path, and stops at every redirect. */
export class CookieBrowser {
  readonly #jar = new Map<string, { value: string; path: string; host: string }>();

  async go(url: string, init: RequestInit = {}): Promise<Response> {
    const { host, pathname } = new URL(url);
    const cookies = [...this.#jar]
      .filter(([, cookie]) => cookie.host === host && pathname.startsWith(cookie.path))
      .map(([key, { value }]) => `${key.split(" ")[1]}=${value}`);
    const response = await fetch(url, {
      redirect: "manual",
      ...init,
      headers: { ...init.headers, cookie: cookies.join("; ") },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
      const [name = "", ...value] = pair.split("=");
      const path = attributes.find((part) => /^path=/i.test(part))?.slice(5) ?? "/";
      const gone = attributes.some(
        (part) => /^max-age=0$/i.test(part) || /^expires=thu, 01 jan 1970/i.test(part),
      );
      const key = `${host} ${name}`;
      if (gone || value.join("=") === "") this.#jar.delete(key);
      else this.#jar.set(key, { value: value.join("="), path, host });
    }
    return response;
  }

  /** Follows redirects as long as they lead on; ends at the first address that `isEnd` knows. */
  async follow(url: string, isEnd: (url: URL) => boolean, init: RequestInit = {}): Promise<string> {
    let next = url;
    for (let step = 0; step < 12; step += 1) {
      if (isEnd(new URL(next))) return next;
      const response = await this.go(next, step === 0 ? init : {});
      const location = response.headers.get("location");
      if (!location)
        throw new Error(`${next} answered ${response.status}: ${await response.text()}`);
      next = new URL(location, next).href;
    }
    throw new Error(`${url} never ends`);
  }

  set(url: string, name: string, value: string): void {
    const { host } = new URL(url);
    this.#jar.set(`${host} ${name}`, { value, path: "/", host });
  }

  get(url: string, name: string): string | undefined {
    return this.#jar.get(`${new URL(url).host} ${name}`)?.value;
  }
}

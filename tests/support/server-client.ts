import http from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { encode } from "next-auth/jwt";

/** What is asked of a running server. */
export interface ServerRequest {
  path: string;
  /** POSTs it as JSON; without it the request is a GET. */
  json?: unknown;
  /** POSTs these bytes as they are. */
  body?: { type: string; bytes: Buffer };
  headers?: Record<string, string>;
}

export interface ServerAnswer {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** As it came over the wire, compressed where the server compresses. */
  wire: Buffer;
  /** Uncompressed. */
  text: () => string;
  /** From the first byte sent to the last one received. */
  milliseconds: number;
}

/** The cookie that next-auth would have given somebody. */
export async function sessionCookie(secret: string, personId: string): Promise<string> {
  const token = await encode({ secret, token: { sub: personId, sessionVersion: 0 } });
  return `next-auth.session-token=${token}`;
}

/**
 * One person's connection to a running server: kept alive, signed in, one request at a time. Beneath
 * a browser, so that what is measured is the server.
 */
export class ServerClient {
  private readonly agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

  private constructor(
    private readonly origin: string,
    private readonly cookie: string,
  ) {}

  /** Nobody in particular: for files, and for pages of who is not signed in. */
  static anonymous(origin: string): ServerClient {
    return new ServerClient(origin, "");
  }

  /** Signs somebody in with the token that next-auth would have given them. */
  static async signedIn(origin: string, secret: string, personId: string): Promise<ServerClient> {
    return new ServerClient(origin, await sessionCookie(secret, personId));
  }

  send({ path, json, body: given, headers }: ServerRequest): Promise<ServerAnswer> {
    const body = given?.bytes ?? (json === undefined ? undefined : JSON.stringify(json));
    return new Promise((resolve, reject) => {
      const started = performance.now();
      const request = http.request(new URL(path, this.origin), {
        agent: this.agent,
        method: body === undefined ? "GET" : "POST",
        headers: {
          "accept-encoding": "gzip, br",
          ...(this.cookie ? { cookie: this.cookie } : {}),
          ...(body === undefined
            ? {}
            : {
                "content-type": given?.type ?? "application/json",
                "content-length": Buffer.byteLength(body),
                origin: this.origin,
              }),
          ...headers,
        },
      });
      request.on("error", reject);
      request.on("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const milliseconds = performance.now() - started;
          const wire = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            wire,
            text: () => unpacked(wire, response.headers["content-encoding"]).toString("utf8"),
            milliseconds,
          });
        });
      });
      request.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** What was compressed on its way, as it was. */
export function unpacked(wire: Buffer, encoding: string | undefined): Buffer {
  if (encoding === "br") return brotliDecompressSync(wire);
  return encoding === "gzip" ? gunzipSync(wire) : wire;
}

import { type ServerClient, unpacked } from "@/tests/support/server-client";

/** Bytes of something that travels: as it is, and as it is sent. */
export interface Bytes {
  raw: number;
  sent: number;
}

/** What one page weighs on its way to a browser that reads gzip and brotli. */
export interface PageWeight {
  html: Bytes;
  /** The HTML itself. */
  text: string;
  /** The part of the HTML that is there for React alone, to take the page over. */
  flight: number;
  /** Every script that a modern browser loads for this page. */
  scripts: Bytes;
  styles: Bytes;
  /** Fonts that the page preloads. */
  fonts: Bytes;
  /** All of it, for somebody who has never been here. */
  cold: number;
  /** For somebody who has the files already. */
  warm: number;
}

/** The files of one build do not change: each is fetched once. */
const files = new Map<string, Promise<Bytes>>();

/** Loads a page as a browser would, and weighs it. */
export async function weighPage(client: ServerClient, path: string): Promise<PageWeight> {
  const answer = await client.send({ path });
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  const html = answer.text();
  const names = [...new Set(html.match(/\/_next\/static\/[\w./~-]+\.(?:js|css|woff2)/g) ?? [])];
  // For browsers without modules, which this product does not know.
  const legacy = new Set(
    [...html.matchAll(/<script[^>]+src="([^"?]+)[^>]*\bnoModule=""/gi)].map(([, src]) => src),
  );
  const weigh = async (extension: string): Promise<Bytes> => {
    const wanted = names.filter((name) => name.endsWith(extension) && !legacy.has(name));
    const all = await Promise.all(wanted.map((name) => fileBytes(client, name)));
    return all.reduce((sum, file) => ({ raw: sum.raw + file.raw, sent: sum.sent + file.sent }), {
      raw: 0,
      sent: 0,
    });
  };
  const weight = {
    text: html,
    html: { raw: Buffer.byteLength(html), sent: answer.wire.length },
    flight: flightBytes(html),
    scripts: await weigh(".js"),
    styles: await weigh(".css"),
    fonts: await weigh(".woff2"),
  };
  const warm = weight.html.sent;
  return {
    ...weight,
    warm,
    cold: warm + weight.scripts.sent + weight.styles.sent + weight.fonts.sent,
  };
}

/** What the scripts `self.__next_f.push(…)` in the HTML carry. */
function flightBytes(html: string): number {
  return [...html.matchAll(/<script[^>]*>self\.__next_f\.push\((.*?)\)<\/script>/gs)].reduce(
    (sum, [, payload]) => sum + Buffer.byteLength(payload ?? ""),
    0,
  );
}

function fileBytes(client: ServerClient, name: string): Promise<Bytes> {
  const known = files.get(name);
  if (known) return known;
  const loading = client.send({ path: name }).then(({ status, wire, headers }) => {
    if (status !== 200) throw new Error(`${name} answers ${status}`);
    return { raw: unpacked(wire, headers["content-encoding"]).length, sent: wire.length };
  });
  files.set(name, loading);
  return loading;
}

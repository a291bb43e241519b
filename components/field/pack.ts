import { isRecord } from "@/components/document/sameness";
import type { FieldPack } from "@/lib/field/model";
import { noteServerTime } from "./clock";
import { type DeviceStore, READY_CACHE } from "./device-store";

/** What was fetched for work without signal, and how much came over the line for it. */
export type StoredPack = {
  pack: FieldPack;
  /** Bytes on the line; null where the browser does not tell. */
  bytes: number | null;
  /** What the server calls this content: asked with it, it sends nothing that is here already. */
  tag?: string | null;
  /** The form of packs that the code knew which fetched it; absent in the first. */
  form?: number;
};

/**
 * Raised whenever code can no longer draw the packs that were kept before it. Those of another form are
 * left alone and fetched anew.
 */
export const PACK_FORM = 1;

const NAME = ["field"];
/** The service worker looks for this, and finds the language, before it answers from the device. */
const READY = "/field/ready";

export async function readPack(store: DeviceStore): Promise<StoredPack | null> {
  const stored = (await store.packs.get(NAME)) as StoredPack | null;
  if (!stored || (stored.form ?? 1) !== PACK_FORM || !isPack(stored.pack)) return null;
  return stored.pack.person.id === store.personId ? stored : null;
}

/** Whether what was kept has the parts of a pack. */
function isPack(value: unknown): value is FieldPack {
  if (!isRecord(value) || !isRecord(value.person) || !isRecord(value.tasks)) return false;
  const lists = [value.details, value.forms, value.innovations, value.visits, value.tasks.tasks];
  return typeof value.at === "string" && lists.every(Array.isArray);
}

/**
 * Fetches everything anew, as far as it has changed, and keeps it.
 *
 * @throws without signal, without a session, or without room on the device
 */
export async function fetchPack(store: DeviceStore): Promise<StoredPack> {
  const known = await readPack(store);
  const response = await fetch("/api/field", {
    cache: "no-store",
    headers: known?.tag ? { "If-None-Match": known.tag } : {},
  });
  noteServerTime(response);
  if (known && response.status === 304) {
    // The same as before, and now known to be: the server's clock says since when.
    const at = new Date(response.headers.get("date") ?? known.pack.at).toISOString();
    return keep(store, { ...known, pack: { ...known.pack, at } });
  }
  const body = (await response.json()) as { ok: boolean; pack?: FieldPack };
  if (!body.ok || body.pack?.person.id !== store.personId) {
    throw new Error(`no pack: ${response.status}`);
  }
  const timing = performance.getEntriesByName(response.url).at(-1);
  const bytes =
    timing instanceof PerformanceResourceTiming && timing.encodedBodySize > 0
      ? timing.encodedBodySize
      : null;
  const tag = response.headers.get("etag");
  return keep(store, { pack: body.pack, bytes, tag, form: PACK_FORM });
}

async function keep(store: DeviceStore, stored: StoredPack): Promise<StoredPack> {
  await store.packs.put(NAME, stored);
  if ("caches" in window) {
    const cache = await caches.open(READY_CACHE);
    await cache.put(READY, new Response(document.documentElement.lang));
  }
  return stored;
}

/** Whether the server has been read since the pack was, so that it may have more than the device. */
export function isOlder({ pack }: StoredPack, asOf: string): boolean {
  // An answer without a pack tells its time in whole seconds.
  return Math.floor(Date.parse(pack.at) / 1000) < Math.floor(Date.parse(asOf) / 1000);
}

/** Bytes of the application that lie on this device for work without signal. */
export async function shellBytes(): Promise<number> {
  if (!("caches" in window)) return 0;
  let bytes = 0;
  for (const name of await caches.keys()) {
    if (!name.startsWith("lokus-app-")) continue;
    const cache = await caches.open(name);
    for (const response of await cache.matchAll()) bytes += (await response.blob()).size;
  }
  return bytes;
}

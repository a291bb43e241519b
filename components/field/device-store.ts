import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { noteServerTime } from "./clock";

/**
 * What a device keeps for the person who is signed in: documents being written, packs for work
 * without signal, photos. Everything is sealed with AES-GCM under a key of that person, which the
 * server gives to nobody else. When somebody else signs in, or on signing out, the key goes and the
 * sealed words stay, unreadable until their owner signs in on this device again.
 */

type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

interface Tables extends DBSchema {
  /** About the device itself: its id, and who uses it now. */
  device: { key: string; value: string };
  keys: { key: string; value: CryptoKey };
  drafts: { key: string[]; value: Sealed };
  packs: { key: string[]; value: Sealed };
  errands: { key: string[]; value: Sealed };
  photos: { key: string[]; value: Sealed };
  bytes: { key: string[]; value: Sealed };
}

const SHELVES = ["drafts", "errands", "packs", "photos", "bytes"] as const;
type ShelfName = (typeof SHELVES)[number];

/** Things of one kind, by their address within the person's own. */
export interface Shelf<Value> {
  get(address: readonly string[]): Promise<Value | null>;
  /** Rejects where the device has no room or does not allow it: then nothing was kept. */
  put(address: readonly string[], value: Value): Promise<void>;
  delete(address: readonly string[]): Promise<void>;
  /** All of them that can be read. */
  list(): Promise<{ address: readonly string[]; value: Value }[]>;
}

export interface DeviceStore {
  readonly personId: string;
  /** Drafts and what is to be sent of them: [assignmentId, stage]. */
  readonly drafts: Shelf<object>;
  /** Commands that wait for signal and are about no document: [commandId]. */
  readonly errands: Shelf<object>;
  /** What was fetched for work without signal: [name]. */
  readonly packs: Shelf<object>;
  /** What is known of a photo: [evidenceId]. Its bytes lie apart, so that a list stays light. */
  readonly photos: Shelf<object>;
  readonly bytes: Shelf<ArrayBuffer>;
}

/** The device cannot keep anything for this person now: no storage, or no key and no signal. */
export class DeviceLocked extends Error {}

const DATABASE = "lokus";
const CHANNEL = "lokus-device";
/** Where the service worker is told that a pack lies here: components/field/pack.ts. */
export const READY_CACHE = "lokus-ready";

let database: Promise<IDBPDatabase<Tables>> | null = null;
/** Somebody signed out: a form that is still open must not fetch the key again behind their back. */
let locked = false;
const stores = new Map<string, Promise<DeviceStore>>();

/**
 * The store of the person who is signed in. Everybody else's key is taken off the device.
 *
 * @throws DeviceLocked without storage, or when the key was never fetched and there is no signal
 */
export function openDeviceStore(
  personId: string,
  fetchKey: () => Promise<string> = fetchFieldKey,
): Promise<DeviceStore> {
  const known = stores.get(personId);
  if (known) return known;
  const opening = open(personId, fetchKey);
  stores.set(personId, opening);
  opening.catch(() => stores.delete(personId));
  return opening;
}

async function open(personId: string, fetchKey: () => Promise<string>): Promise<DeviceStore> {
  const db = await openDatabase();
  const known = await db.get("keys", personId);
  if (!known && locked) throw new DeviceLocked("signed out");
  const key = known ?? (await importKey(fetchKey));
  const change = db.transaction(["device", "keys"], "readwrite");
  for (const owner of await change.objectStore("keys").getAllKeys()) {
    if (owner !== personId) await change.objectStore("keys").delete(owner);
  }
  await change.objectStore("keys").put(key, personId);
  await change.objectStore("device").put(personId, "person");
  await change.done;
  const json = <Value extends object>(name: ShelfName) =>
    shelf<Value>(db, name, personId, key, encodeJson, decodeJson);
  return {
    personId,
    drafts: json("drafts"),
    errands: json("errands"),
    packs: json("packs"),
    photos: json("photos"),
    bytes: shelf<ArrayBuffer>(
      db,
      "bytes",
      personId,
      key,
      (value) => new Uint8Array(value),
      (bytes) => bytes,
    ),
  };
}

/** Who used this device last and has not signed out, or null. Works without signal. */
export async function devicePerson(): Promise<string | null> {
  const db = await openDatabase();
  const personId = await db.get("device", "person");
  return personId && (await db.getKey("keys", personId)) ? personId : null;
}

/** What this device is called among others of the same person; random, made once. */
export async function deviceId(): Promise<string> {
  const db = await openDatabase();
  const change = db.transaction("device", "readwrite");
  const known = await change.store.get("id");
  const id = known ?? crypto.randomUUID();
  if (!known) await change.store.put(id, "id");
  await change.done;
  return id;
}

/** Takes the keys off the device: what it holds stays, and nobody reads it until its owner is back. */
export async function lockDevice(): Promise<void> {
  const db = await openDatabase();
  const change = db.transaction(["device", "keys"], "readwrite");
  await change.objectStore("keys").clear();
  await change.objectStore("device").delete("person");
  await change.done;
  locked = true;
  stores.clear();
  // Slow pages are waited for again: there is nothing to show instead.
  if ("caches" in globalThis) await caches.delete(READY_CACHE);
  tell({ shelf: "keys", address: [] });
}

/**
 * Somebody is signed in on this page: what the device holds of anybody else is closed, and their own key
 * may be fetched. Without it the next person on a shared phone could open, without signal, what was
 * left by one who did not sign out.
 */
export async function claimDevice(personId: string): Promise<void> {
  locked = false;
  const db = await openDatabase();
  const change = db.transaction(["device", "keys"], "readwrite");
  for (const owner of await change.objectStore("keys").getAllKeys()) {
    if (owner !== personId) await change.objectStore("keys").delete(owner);
  }
  const device = change.objectStore("device");
  if ((await device.get("person")) !== personId) await device.delete("person");
  await change.done;
  for (const other of stores.keys()) if (other !== personId) stores.delete(other);
}

/** Takes everything of a person off the device, for good. */
export async function clearDevice(personId: string): Promise<void> {
  const db = await openDatabase();
  const own = ownRange(personId);
  const change = db.transaction(SHELVES, "readwrite");
  for (const name of SHELVES) {
    await change.objectStore(name).delete(own);
  }
  await change.done;
}

export type DeviceChange = { shelf: ShelfName | "keys"; address: readonly string[] };

const listeners = new Set<(change: DeviceChange) => void>();
let channel: BroadcastChannel | null = null;

/** Tells of every change on the device, also of those made in another tab. */
export function watchDevice(listener: (change: DeviceChange) => void): () => void {
  openChannel();
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function openChannel(): BroadcastChannel | null {
  if (!channel && typeof BroadcastChannel === "function") {
    channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => {
      const change = data as DeviceChange;
      // Another tab has signed out, or somebody else in.
      if (change.shelf === "keys") {
        locked = true;
        stores.clear();
      }
      for (const listener of listeners) listener(change);
    };
  }
  return channel;
}

function tell(change: DeviceChange): void {
  for (const listener of listeners) listener(change);
  openChannel()?.postMessage(change);
}

function openDatabase(): Promise<IDBPDatabase<Tables>> {
  if (!database) {
    if (typeof indexedDB === "undefined") return Promise.reject(new DeviceLocked("no storage"));
    database = openDB<Tables>(DATABASE, 1, {
      upgrade(db) {
        for (const name of ["device", "keys", ...SHELVES] as const) {
          db.createObjectStore(name);
        }
      },
      // A newer version of the application waits in another tab: let it pass, and open anew.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
        database = null;
        stores.clear();
      },
      terminated() {
        database = null;
        stores.clear();
      },
    }).catch((cause) => {
      database = null;
      throw new DeviceLocked("no storage", { cause });
    });
  }
  return database;
}

async function importKey(fetchKey: () => Promise<string>): Promise<CryptoKey> {
  let text: string;
  try {
    text = await fetchKey();
  } catch (cause) {
    throw new DeviceLocked("no key", { cause });
  }
  const raw = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

async function fetchFieldKey(): Promise<string> {
  const response = await fetch("/api/field/key", { cache: "no-store" });
  noteServerTime(response);
  const body = (await response.json()) as { ok: boolean; key?: string };
  if (!body.ok || !body.key) throw new Error(`no key: ${response.status}`);
  return body.key;
}

function shelf<Value>(
  db: IDBPDatabase<Tables>,
  name: ShelfName,
  personId: string,
  key: CryptoKey,
  encode: (value: Value) => Uint8Array<ArrayBuffer>,
  decode: (bytes: ArrayBuffer) => Value,
): Shelf<Value> {
  const full = (address: readonly string[]) => [personId, ...address];
  // Sealed to its place: what lies at one address cannot be laid at another.
  const context = (address: readonly string[]) =>
    new TextEncoder().encode(JSON.stringify([name, ...full(address)]));
  const unseal = async (address: readonly string[], sealed: Sealed): Promise<Value | null> => {
    try {
      const algorithm = { name: "AES-GCM", iv: sealed.iv, additionalData: context(address) };
      return decode(await crypto.subtle.decrypt(algorithm, key, sealed.bytes));
    } catch {
      // Under a key from before the installation's secret was changed.
      return null;
    }
  };
  return {
    async get(address) {
      const sealed = await db.get(name, full(address));
      return sealed ? unseal(address, sealed) : null;
    },
    async put(address, value) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const algorithm = { name: "AES-GCM", iv, additionalData: context(address) };
      const bytes = await crypto.subtle.encrypt(algorithm, key, encode(value));
      await db.put(name, { iv, bytes }, full(address));
      tell({ shelf: name, address });
    },
    async delete(address) {
      await db.delete(name, full(address));
      tell({ shelf: name, address });
    },
    async list() {
      const own = ownRange(personId);
      const [addresses, sealed] = await Promise.all([
        db.getAllKeys(name, own),
        db.getAll(name, own),
      ]);
      const read = await Promise.all(
        addresses.map(async (whole, index) => {
          const address = whole.slice(1);
          const found = sealed[index];
          const value = found ? await unseal(address, found) : null;
          return value === null ? [] : [{ address, value }];
        }),
      );
      return read.flat();
    },
  };
}

/** Every address that begins with the person: arrays sort element by element, and [] after strings. */
function ownRange(personId: string): IDBKeyRange {
  return IDBKeyRange.bound([personId], [personId, []]);
}

function encodeJson(value: object): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(value));
}

function decodeJson<Value>(bytes: ArrayBuffer): Value {
  return JSON.parse(new TextDecoder().decode(bytes)) as Value;
}

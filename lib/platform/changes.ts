import "server-only";
import { Coalesced } from "@/lib/platform/coalesce";
import { Listener } from "@/lib/platform/listener";
import { processWide } from "@/lib/platform/process-wide";

/** The channel on which the database tells that something changed (migration `live_changes`). */
export const CHANNEL = "lokus_changes";

/** After how long without another change followers are told, and at the latest. Milliseconds. */
const TIMES = { quiet: 250, longest: 1_000 };
/** How many topics are remembered, with when each changed last. */
const REMEMBERED = 5_000;
/** How long what was read together is kept while nothing changes, in milliseconds, and how much of it. */
const KEPT_MS = 5_000;
const KEPT = 60;
/**
 * A page that was read this long before a change may still lack it: the commit comes before the
 * notice of it. Milliseconds.
 */
const SLACK = 2_000;

/** What some people follow together: they are told at the same moment, once for each burst. */
export interface Followed {
  /** The same for all who may be told the same. */
  key: string;
  topics: readonly string[];
}

/**
 * Called after each burst of changes.
 *
 * @param missed nothing was heard: whatever happened while nobody listened was missed
 */
export type Tell = (missed: boolean) => void;

interface Group {
  topics: readonly string[];
  followers: Set<Tell>;
  /** Since followers were told last, something was heard. */
  heard: boolean;
  told: Coalesced;
}

interface Kept {
  version: number;
  at: number;
  value: Promise<unknown>;
}

/**
 * What changed, as this process hears of it, for whoever follows it. Topics are words that the
 * database says; what they mean, and who may follow them, is decided elsewhere.
 */
export class Changes {
  readonly #groups = new Map<string, Group>();
  /** Keys of groups, by topic. */
  readonly #following = new Map<string, Set<string>>();
  /** When each topic changed last, the latest at the end. */
  readonly #heard = new Map<string, { at: number; version: number }>();
  #version = 0;
  /** Nothing is known of what happened before it; null while nobody listens. */
  #since: number | null = null;
  /** The version of whatever is not in `#heard`. */
  #floor = 0;
  readonly #kept = new Map<string, Kept>();
  readonly #listener: Listener;

  constructor(
    connectionString: string,
    private readonly isTopic: (text: string) => boolean,
    channel = CHANNEL,
  ) {
    this.#listener = new Listener(connectionString, channel, {
      onNotice: (payload) => this.#hear(payload),
      onListening: () => this.#begin(),
      onLost: () => {
        this.#since = null;
      },
    });
  }

  start(): void {
    this.#listener.start();
  }

  async stop(): Promise<void> {
    for (const { told } of this.#groups.values()) told.cancel();
    await this.#listener.stop();
  }

  /** Whether changes are heard of now. */
  get listening(): boolean {
    return this.#since !== null;
  }

  /** How many follow, and how much is remembered for them. */
  get size(): { followers: number; groups: number; remembered: number; kept: number } {
    let followers = 0;
    for (const group of this.#groups.values()) followers += group.followers.size;
    return {
      followers,
      groups: this.#groups.size,
      remembered: this.#heard.size,
      kept: this.#kept.size,
    };
  }

  /** Calls back after each burst of changes. Returns how to end that. */
  follow({ key, topics }: Followed, tell: Tell): () => void {
    const group = this.#groups.get(key) ?? this.#open(key, topics);
    group.followers.add(tell);
    return () => {
      group.followers.delete(tell);
      if (group.followers.size === 0 && this.#groups.get(key) === group) this.#close(key, group);
    };
  }

  #open(key: string, topics: readonly string[]): Group {
    const followers = new Set<Tell>();
    const told = new Coalesced(() => {
      const missed = !group.heard;
      group.heard = false;
      for (const tell of [...followers]) tell(missed);
    }, TIMES);
    const group: Group = { topics, followers, heard: false, told };
    this.#groups.set(key, group);
    for (const topic of topics) {
      const keys = this.#following.get(topic) ?? new Set();
      this.#following.set(topic, keys.add(key));
    }
    return group;
  }

  #close(key: string, { topics, told }: Group): void {
    told.cancel();
    this.#groups.delete(key);
    for (const topic of topics) {
      const keys = this.#following.get(topic);
      keys?.delete(key);
      if (keys?.size === 0) this.#following.delete(topic);
    }
  }

  #hear(topic: string): void {
    if (!this.isTopic(topic)) return;
    this.#version += 1;
    this.#heard.delete(topic);
    this.#heard.set(topic, { at: Date.now(), version: this.#version });
    if (this.#heard.size > REMEMBERED) this.#forgetOldest();
    for (const key of this.#following.get(topic) ?? []) {
      const group = this.#groups.get(key);
      if (!group) continue;
      group.heard = true;
      group.told.call();
    }
  }

  /** Of what is forgotten it is only known that it changed no later than this. */
  #forgetOldest(): void {
    const [oldest] = this.#heard;
    if (!oldest) return;
    const [topic, { at, version }] = oldest;
    this.#heard.delete(topic);
    this.#floor = Math.max(this.#floor, version);
    if (this.#since !== null) this.#since = Math.max(this.#since, at);
  }

  /** Whatever anybody follows may have changed while nobody listened. */
  #begin(): void {
    this.#version += 1;
    this.#floor = this.#version;
    this.#heard.clear();
    this.#kept.clear();
    this.#since = Date.now();
    for (const { told } of this.#groups.values()) told.call();
  }

  /**
   * Whether a page that was read at an instant may lack something by now.
   *
   * @param instant milliseconds; of whatever lies before what is known, it is assumed
   */
  changedSince(topics: readonly string[], instant: number): boolean {
    if (this.#since === null || instant < this.#since) return true;
    return topics.some((topic) => {
      const heard = this.#heard.get(topic);
      return heard !== undefined && heard.at >= instant - SLACK;
    });
  }

  /**
   * What somebody else has just read for the same question, or reads right now, where nothing has
   * been committed since that belongs to the topics; else it is read. Whoever has changed something
   * and asks afterwards always sees it. Without a listener everybody reads for themselves.
   *
   * @param key names the question, with the scope and everything else that the answer depends on
   */
  async shared<T>(key: string, topics: readonly string[], read: () => Promise<T>): Promise<T> {
    if (!(await this.#listener.fence())) return read();
    const version = this.#versionOf(topics);
    const now = Date.now();
    const found = this.#kept.get(key);
    if (found?.version === version && now - found.at < KEPT_MS) return found.value as Promise<T>;
    const value = read();
    const kept = { version, at: now, value };
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    // A failure is nobody else's.
    value.catch(() => {
      if (this.#kept.get(key) === kept) this.#kept.delete(key);
    });
    this.#forgetKept(now);
    return value;
  }

  #versionOf(topics: readonly string[]): number {
    return topics.reduce(
      (latest, topic) => Math.max(latest, this.#heard.get(topic)?.version ?? 0),
      this.#floor,
    );
  }

  #forgetKept(now: number): void {
    for (const [key, { at }] of this.#kept) {
      if (this.#kept.size <= KEPT && now - at < KEPT_MS) return;
      this.#kept.delete(key);
    }
  }
}

const running = () => processWide<{ changes?: Changes }>("changes", () => ({}));

/** Begins to listen, once a process. The server does; scripts and tests do not. */
export function startChanges(connectionString: string, isTopic: (text: string) => boolean): void {
  const holder = running();
  if (holder.changes) return;
  holder.changes = new Changes(connectionString, isTopic);
  holder.changes.start();
}

/** What this process hears of; undefined where it does not listen. */
export function changes(): Changes | undefined {
  return running().changes;
}

/** As `Changes.shared`; where nobody listens, everybody reads for themselves. */
export function shared<T>(
  key: string,
  topics: readonly string[],
  read: () => Promise<T>,
): Promise<T> {
  return changes()?.shared(key, topics, read) ?? read();
}

import "server-only";
import pg from "pg";
import { logEvent } from "@/lib/platform/log";

/** Milliseconds before a lost connection is tried again, the first time and at most. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 15_000;
/** How long a connection or an answer on it may take, in milliseconds. */
const PATIENCE = 5_000;
/** How often a connection that is silent is asked whether it is still there, in milliseconds. */
const PROBE = 20_000;

export interface ListenerEvents {
  /** Somebody notified the channel. */
  onNotice(payload: string): void;
  /** From now on nothing is missed; what happened since it was lost, was. */
  onListening(): void;
  onLost(): void;
}

/**
 * One connection that listens to a channel of PostgreSQL for as long as the process lives. A
 * connection that breaks, or says nothing when asked, is replaced, later and later while the database
 * is away. It must not lead through a pooler in transaction mode, which would listen for somebody else.
 */
export class Listener {
  #client: pg.Client | undefined;
  #stopped = false;
  #wait = FIRST_WAIT;
  #again: NodeJS.Timeout | undefined;
  #probe: NodeJS.Timeout | undefined;
  #sent: Promise<unknown> = Promise.resolve();
  #unsent: Promise<boolean> | undefined;

  constructor(
    private readonly connectionString: string,
    private readonly channel: string,
    private readonly events: ListenerEvents,
  ) {}

  get listening(): boolean {
    return this.#client !== undefined;
  }

  start(): void {
    if (this.#stopped) return;
    void this.#connect().catch((error: unknown) => {
      logEvent("database_connection_lost", {
        code: (error as { code?: string }).code ?? "listener",
      });
      this.#later();
    });
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.connectionString,
      application_name: "lokus live",
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      keepAlive: true,
    });
    // Told of twice, as an error and as the end: the end is what counts.
    client.on("error", () => {});
    client.on("notification", ({ payload }) => this.events.onNotice(payload ?? ""));
    try {
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(this.channel)}`);
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
    if (this.#stopped) return void client.end().catch(() => {});
    client.once("end", () => this.#lost(client));
    this.#client = client;
    this.#wait = FIRST_WAIT;
    this.#probe = setInterval(() => void this.fence(), PROBE);
    this.#probe.unref();
    this.events.onListening();
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    clearInterval(this.#probe);
    void client.end().catch(() => {});
    if (this.#stopped) return;
    logEvent("database_connection_lost", { code: "listener" });
    this.events.onLost();
    this.#later();
  }

  #later(): void {
    if (this.#stopped) return;
    // Not all processes at the same moment.
    this.#again = setTimeout(() => this.start(), this.#wait * (0.75 + Math.random() / 2));
    this.#again.unref();
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }

  /**
   * Waits until everything has been heard that was committed before now: PostgreSQL hands a session
   * what it was notified of before it answers the session's next message. False where nothing can
   * be said, because nobody listens.
   */
  fence(): Promise<boolean> {
    // One that has not been sent yet comes after now just as well.
    this.#unsent ??= this.#ask();
    return this.#unsent;
  }

  #ask(): Promise<boolean> {
    const asked = this.#sent.then(async () => {
      this.#unsent = undefined;
      const client = this.#client;
      if (!client) return false;
      try {
        // Of no statement at all the server counts none.
        await client.query("");
        return this.#client === client;
      } catch {
        this.#lost(client);
        return false;
      }
    });
    this.#sent = asked;
    return asked;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#again);
    clearInterval(this.#probe);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }
}

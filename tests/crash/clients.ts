import { encode } from "next-auth/jwt";
import type { StageKind } from "@/lib/assignment/model";

/** A command as a device keeps it until it is acknowledged. */
export interface Submission {
  actorId: string;
  commandId: string;
  assignmentId: string;
  stage: StageKind;
  basedOn: number;
  document: unknown;
}

/** What was acknowledged. */
export interface Acknowledgement extends Submission {
  revisionId: string;
  /** How often it was sent until an answer came. */
  attempts: number;
}

/** How long a device waits for an answer, in milliseconds. */
const PATIENCE = 15_000;
const POLL = 25;

/** Many devices with one server: each sends what it has until it hears that it was done. */
export class Clients {
  readonly acknowledged: Acknowledgement[] = [];
  /** Sent, and not answered yet. */
  underway = 0;
  #return: Promise<void> | undefined;

  constructor(
    readonly url: string,
    readonly secret: string,
  ) {}

  /** The cookies of somebody who has signed in. */
  async session(personId: string): Promise<string> {
    const token = await encode({
      token: { sub: personId, sessionVersion: 0 },
      secret: this.secret,
    });
    return `next-auth.session-token=${token}`;
  }

  /** Sends a command, the same one again and again, until it is acknowledged. */
  async send(cookie: string, submission: Submission): Promise<void> {
    for (let attempts = 1; ; attempts += 1) {
      const answer = await this.#post(cookie, submission);
      if (answer?.status === 200) {
        const { value } = answer.body as { value: { revisionId: string } };
        this.acknowledged.push({ ...submission, revisionId: value.revisionId, attempts });
        return;
      }
      // What the server decided, it decided; only no answer, or one that says so, is sent again.
      if (answer && answer.status < 500) {
        throw new Error(`${submission.stage} was refused: ${JSON.stringify(answer)}`);
      }
      await this.untilHealthy();
    }
  }

  /** Waits until the server says that it and its database are well. One asks for all. */
  untilHealthy(): Promise<void> {
    this.#return ??= this.#poll().finally(() => {
      this.#return = undefined;
    });
    return this.#return;
  }

  /** What the server says of itself and its database; undefined when it says nothing. */
  async health(): Promise<number | undefined> {
    const health = await fetch(`${this.url}/api/health`, {
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => undefined);
    await health?.body?.cancel();
    return health?.status;
  }

  async #poll(): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (Date.now() < deadline) {
      if ((await this.health()) === 200) return;
      await new Promise((resolve) => setTimeout(resolve, POLL));
    }
    throw new Error("the server did not come back");
  }

  /** Undefined when no answer came: whether it was done, nobody knows. */
  async #post(
    cookie: string,
    { commandId, assignmentId, stage, basedOn, document }: Submission,
  ): Promise<{ status: number; body: unknown } | undefined> {
    this.underway += 1;
    try {
      const response = await fetch(`${this.url}/api/commands`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify({
          commandId,
          type: "SUBMIT",
          payload: { assignmentId, stage, basedOn, document },
        }),
        signal: AbortSignal.timeout(PATIENCE),
      });
      return { status: response.status, body: await response.json() };
    } catch {
      return undefined;
    } finally {
      this.underway -= 1;
    }
  }
}

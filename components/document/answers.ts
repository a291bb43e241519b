import { openDeviceStore } from "@/components/field/device-store";
import { listErrands, sendOrKeep } from "@/components/field/errands";
import type { StageKind } from "@/lib/assignment/model";

type Payload = { assignmentId: string; stage: StageKind; reasonId: string; answered: boolean };

const ANSWER_REASON = "ANSWER_REASON";

type Listener = () => void;

/** Which reasons of a return are ticked off: as the server has it, and what was pressed since. */
export class Answers {
  readonly #personId: string;
  readonly #stage: { assignmentId: string; stage: StageKind };
  readonly #answered: Map<string, boolean>;
  readonly #listeners = new Set<Listener>();
  /** One after the other: the last press of a reason is the one that counts. */
  #sending: Promise<unknown> = Promise.resolve();

  constructor(
    stage: { personId: string; assignmentId: string; stage: StageKind },
    reasons: readonly { id: string; answered: boolean }[],
  ) {
    this.#personId = stage.personId;
    this.#stage = { assignmentId: stage.assignmentId, stage: stage.stage };
    this.#answered = new Map(reasons.map(({ id, answered }) => [id, answered]));
  }

  /** Adds what was ticked on this device and has not been sent. */
  async restore(): Promise<void> {
    const store = await openDeviceStore(this.#personId);
    for (const { errand } of await listErrands(store)) {
      if (errand.type !== ANSWER_REASON || errand.problem !== null) continue;
      const { assignmentId, stage, reasonId, answered } = errand.payload as Payload;
      const here = assignmentId === this.#stage.assignmentId && stage === this.#stage.stage;
      if (here && this.#answered.has(reasonId)) this.#answered.set(reasonId, answered);
    }
    this.#tell();
  }

  answered(reasonId: string): boolean {
    return this.#answered.get(reasonId) ?? false;
  }

  count(): number {
    return [...this.#answered.values()].filter(Boolean).length;
  }

  /** Ticks a reason off, or takes that back. Resolves with whether it was taken or waits on the device; else it is as before. */
  set(reasonId: string, answered: boolean): Promise<boolean> {
    this.#answered.set(reasonId, answered);
    this.#tell();
    const sent = this.#sending
      .then(() => this.#send({ ...this.#stage, reasonId, answered }))
      .catch(() => false)
      .then((taken) => {
        if (!taken && this.answered(reasonId) === answered) {
          this.#answered.set(reasonId, !answered);
          this.#tell();
        }
        return taken;
      });
    this.#sending = sent;
    return sent;
  }

  subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Whether it was taken or kept. */
  async #send(payload: Payload): Promise<boolean> {
    const sent = await sendOrKeep(this.#personId, ANSWER_REASON, payload);
    return sent === "kept" || sent.ok;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

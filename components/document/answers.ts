import type { StageKind } from "@/lib/assignment/model";
import { newId } from "./new-id";

type Payload = { assignmentId: string; stage: StageKind; reasonId: string; answered: boolean };

/** Whether the server took a tick. */
async function sendAnswer(payload: Payload): Promise<boolean> {
  const response = await fetch("/api/commands", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ commandId: newId(), type: "ANSWER_REASON", payload }),
  });
  const answer: { ok?: unknown } = await response.json();
  return answer.ok === true;
}

type Listener = () => void;

/** Which reasons of a return are ticked off: as the server has it, and what was pressed since. */
export class Answers {
  readonly #stage: { assignmentId: string; stage: StageKind };
  readonly #answered: Map<string, boolean>;
  readonly #listeners = new Set<Listener>();
  /** One after the other: the last press of a reason is the one that counts. */
  #sending: Promise<unknown> = Promise.resolve();

  constructor(
    stage: { assignmentId: string; stage: StageKind },
    reasons: readonly { id: string; answered: boolean }[],
  ) {
    this.#stage = { assignmentId: stage.assignmentId, stage: stage.stage };
    this.#answered = new Map(reasons.map(({ id, answered }) => [id, answered]));
  }

  answered(reasonId: string): boolean {
    return this.#answered.get(reasonId) ?? false;
  }

  count(): number {
    return [...this.#answered.values()].filter(Boolean).length;
  }

  /** Ticks a reason off, or takes that back. Resolves with whether the server took it; else it is as before. */
  set(reasonId: string, answered: boolean): Promise<boolean> {
    this.#answered.set(reasonId, answered);
    this.#tell();
    const sent = this.#sending
      .then(() => sendAnswer({ ...this.#stage, reasonId, answered }))
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

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

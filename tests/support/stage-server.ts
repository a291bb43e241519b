import { expect } from "vitest";
import type { StageCommand } from "@/components/document/device-draft";
import { type Result, refuse, success } from "@/lib/platform/result";

/** What two devices of one person write in a model: each word is an item of its own. */
export type Words = { items: { id: string; text: string }[] };

export const MODEL_STAGES = ["EVALUATE", "OBSTACLES"] as const;
export type ModelStage = (typeof MODEL_STAGES)[number];

export type Weather = "fine" | "lost_before" | "lost_after" | "twice" | "signed_out" | "trouble";

export type ModelState = {
  state: "LOCKED" | "OPEN" | "RETURNED" | "SUBMITTED";
  version: number;
  document: Words;
};

type Command = { commandId: string; stage: string; basedOn: number };
/** `from` names the device. */
export type Withdrawal = Command & { from: string };

/**
 * Two stages of one work under a submission gate, with their versions and a log of commands, behind a
 * line on which anything can happen.
 */
export class StageServer {
  weather: Weather = "fine";
  readonly stages: Record<ModelStage, ModelState> = {
    EVALUATE: { state: "OPEN", version: 0, document: { items: [] } },
    OBSTACLES: { state: "LOCKED", version: 0, document: { items: [] } },
  };
  /** Documents that were taken, as drafts or as revisions, the oldest first. */
  readonly taken: { stage: ModelStage; document: Words }[] = [];
  readonly revisions: { stage: ModelStage; commandId: string; document: Words }[] = [];
  /** Those that were carried out, in their order. */
  readonly withdrawals: Withdrawal[] = [];
  readonly #log = new Map<string, { content: string; answer: Result<never> }>();

  get online(): boolean {
    return this.weather === "fine" || this.weather === "twice";
  }

  save(command: StageCommand): Promise<Result<never>> {
    return this.#overTheLine(command, () => {
      const stage = this.stages[command.stage as ModelStage];
      this.#take(command);
      stage.version += 1;
      return { version: stage.version, savedAt: "2018-08-07T02:00:00.000Z" };
    });
  }

  submit(command: StageCommand): Promise<Result<never>> {
    return this.#overTheLine(command, () => {
      const kind = command.stage as ModelStage;
      const stage = this.stages[kind];
      const document = this.#take(command);
      this.revisions.push({ stage: kind, commandId: command.commandId, document });
      stage.state = "SUBMITTED";
      stage.version += 1;
      this.#gate();
      const number = this.revisions.filter(({ stage }) => stage === kind).length;
      return { version: stage.version, number };
    });
  }

  withdraw(command: Withdrawal): Promise<Result<never>> {
    return this.#overTheLine(command, () => {
      this.withdrawals.push(command);
      const stage = this.stages[command.stage as ModelStage];
      stage.state = "OPEN";
      stage.version += 1;
      this.#gate();
      return { version: stage.version };
    }, ["SUBMITTED"]);
  }

  /** The facilitator sends a stage back. */
  sendBack(kind: ModelStage): void {
    const stage = this.stages[kind];
    if (stage.state !== "SUBMITTED") return;
    stage.state = "RETURNED";
    stage.version += 1;
    this.#gate();
  }

  /** The second stage is open while the first one is sent, and paused while it is not. */
  #gate(): void {
    const next = this.stages.OBSTACLES;
    const passed = this.stages.EVALUATE.state === "SUBMITTED";
    if (passed === (next.state !== "LOCKED")) return;
    next.state = passed ? "OPEN" : "LOCKED";
    next.version += 1;
  }

  #take(command: StageCommand): Words {
    const document = structuredClone(command.document) as Words;
    const kind = command.stage as ModelStage;
    this.stages[kind].document = document;
    this.taken.push({ stage: kind, document });
    return document;
  }

  async #overTheLine(
    command: Command,
    carryOut: () => object,
    from: readonly string[] = ["OPEN", "RETURNED"],
  ): Promise<Result<never>> {
    // The way takes longer than what the page does meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.weather === "lost_before") throw new TypeError("Failed to fetch");
    if (this.weather === "signed_out") return refuse("signed_out");
    if (this.weather === "trouble") return refuse("unexpected");
    const once = () => this.#answer(command, carryOut, from);
    let answer = once();
    if (this.weather === "twice") answer = once();
    if (this.weather === "lost_after") throw new TypeError("Failed to fetch");
    return answer;
  }

  #answer(command: Command, carryOut: () => object, from: readonly string[]): Result<never> {
    const content = JSON.stringify(command);
    const known = this.#log.get(command.commandId);
    if (known) {
      expect(known.content, "sent again it is the same to the last byte").toBe(content);
      return known.answer;
    }
    const { state, version, document } = this.stages[command.stage as ModelStage];
    if (command.basedOn !== version) {
      return refuse("conflict", {
        details: { version, state, savedAt: null },
        current: { document: structuredClone(document) as never },
      });
    }
    if (!from.includes(state)) return refuse(state === "LOCKED" ? "stage_locked" : "wrong_state");
    const answer = success(carryOut() as never);
    this.#log.set(command.commandId, { content, answer });
    return answer;
  }
}

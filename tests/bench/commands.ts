import { randomUUID } from "node:crypto";
import type { Ask } from "@/tests/bench/load";
import type { Writer } from "@/tests/bench/subjects";
import type { ServerClient } from "@/tests/support/server-client";

/** What one participant writes again and again, each command on the version that the last one left. */
class Pen {
  private version: number;

  constructor(
    private readonly client: ServerClient,
    private readonly writer: Writer,
  ) {
    this.version = writer.version;
  }

  /** Milliseconds until the answer. */
  async command(type: string, document?: object): Promise<number> {
    const { assignmentId, stage } = this.writer;
    const answer = await this.client.send({
      path: "/api/commands",
      json: {
        commandId: randomUUID(),
        type,
        payload: { assignmentId, stage, basedOn: this.version, ...(document && { document }) },
      },
    });
    const body = JSON.parse(answer.text()) as { ok: boolean; value?: { version: number } };
    if (!body.ok || body.value === undefined) {
      throw new Error(`${type} of ${stage} answers ${answer.status}: ${answer.text()}`);
    }
    this.version = body.value.version;
    return answer.milliseconds;
  }
}

/** Saves the same draft again, as a form does while somebody writes. */
export function askToSave(client: ServerClient, writer: Writer): Ask {
  const pen = new Pen(client, writer);
  return () => pen.command("SAVE_DRAFT", writer.document);
}

/** Submits, and takes it back without measuring that, so that it can be submitted again. */
export function askToSubmit(client: ServerClient, writer: Writer): Ask {
  const pen = new Pen(client, writer);
  return async () => {
    await pen.command("WITHDRAW");
    return pen.command("SUBMIT", writer.document);
  };
}

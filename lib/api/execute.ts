import "server-only";
import { z } from "zod";
import {
  type ApiRefusal,
  type ApiResult,
  refuseApi,
  refuseFailure,
  statusOf,
} from "@/lib/api/answer";
import { COMMAND_TYPES, COMMANDS } from "@/lib/api/commands";
import { toIssues } from "@/lib/document/issue";
import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/context";
import { findCommand } from "@/lib/platform/transaction";

/** How many commands one request may carry. */
export const MAX_COMMANDS = 100;

/** One command, as a phone's outbox or another system sends it. */
export const envelopeSchema = z.object({
  commandId: z
    .uuid()
    .describe("Minted by the sender, once for each command; a repeat carries the same one"),
  type: z.enum(COMMAND_TYPES),
  payload: z.record(z.string(), z.unknown()),
  after: z
    .uuid()
    .optional()
    .describe(
      "An earlier command of the same sender, without which this one is not carried out. Where it was one on the same stage, `basedOn` may be left out: it is the version that it left behind.",
    ),
});

export interface CommandOutcome {
  commandId: string | null;
  status: number;
  result: ApiResult<unknown>;
}

/**
 * Carries out commands one after the other, each in a transaction of its own. One that is refused
 * stops none but those that name it with `after`; where the database does not answer, the rest is not
 * tried and answered alike.
 *
 * @param commands at most MAX_COMMANDS
 */
export async function executeAll(
  ctx: Context,
  actor: Actor,
  commands: readonly unknown[],
): Promise<CommandOutcome[]> {
  const outcomes: CommandOutcome[] = [];
  for (const command of commands) {
    const last = outcomes.at(-1)?.result;
    // Each would wait for its own connection; together they would outlast their sender.
    const away = last?.ok === false && last.reason === "unavailable";
    outcomes.push(away ? untried(command, last) : await execute(ctx, actor, command));
  }
  return outcomes;
}

/** Carries out one command. */
export async function execute(
  ctx: Context,
  actor: Actor,
  command: unknown,
): Promise<CommandOutcome> {
  const envelope = envelopeSchema.safeParse(command);
  if (!envelope.success) {
    return outcome(null, refuseApi("invalid", { issues: toIssues(envelope.error, command) }));
  }
  const { commandId } = envelope.data;
  try {
    return outcome(commandId, await carryOut(ctx, actor, envelope.data));
  } catch (error) {
    // A value: the commands before it are done, and their sender must hear of them.
    return outcome(commandId, refuseFailure(error));
  }
}

async function carryOut(
  ctx: Context,
  actor: Actor,
  { commandId, type, payload, after }: z.output<typeof envelopeSchema>,
): Promise<ApiResult<unknown>> {
  const { schema, run } = COMMANDS[type];
  let content: Record<string, unknown> = { ...payload, commandId };
  if (after !== undefined) {
    const before = await findCommand(ctx.db, { actorId: actor.personId, commandId: after });
    if (!before) return refuseApi("after_missing", { details: { after } });
    content = { basedOn: versionLeftBehind(before.result, payload), ...content };
  }
  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    return refuseApi("invalid", { issues: toIssues(parsed.error, content) });
  }
  return run(ctx, actor, parsed.data);
}

/** The version after an earlier command on the same stage; of any other stage it says nothing. */
function versionLeftBehind(result: unknown, payload: Record<string, unknown>): number | undefined {
  if (typeof result !== "object" || result === null) return undefined;
  const { assignmentId, stage, version } = result as Record<string, unknown>;
  const same = assignmentId === payload.assignmentId && stage === payload.stage;
  return same && typeof version === "number" ? version : undefined;
}

function untried(command: unknown, refusal: ApiRefusal): CommandOutcome {
  const envelope = envelopeSchema.safeParse(command);
  return outcome(envelope.success ? envelope.data.commandId : null, refusal);
}

function outcome(commandId: string | null, result: ApiResult<unknown>): CommandOutcome {
  return { commandId, status: statusOf(result), result };
}

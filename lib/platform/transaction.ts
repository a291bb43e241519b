import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/context";
import type { Reader, Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { contentHash } from "@/lib/platform/ids";
import type { Outcome } from "@/lib/platform/log";
import { reportCommand } from "@/lib/platform/report";
import { type Refusal, type Result, refuse } from "@/lib/platform/result";

/** One command of one actor. `content` is all that it asks for; its hash tells repeats from clashes. */
export interface CommandEnvelope {
  actorId: string;
  /** Minted by the sender; unique for the actor. */
  commandId: string;
  type: string;
  content: unknown;
  /**
   * For results that open something (links): whether the actor still may have it, asked before a
   * repeat is answered. Without it a repeat is told what its sender was told already.
   */
  mayRepeat?: (tx: Tx) => Promise<Refusal | null>;
}

/** The envelope of a command that asks for all of its input. */
export function envelopeOf(
  { personId }: Pick<Actor, "personId">,
  type: string,
  input: { commandId: string },
): CommandEnvelope {
  return { actorId: personId, commandId: input.commandId, type, content: input };
}

/** Carries a refusal out of a transaction, so that the transaction rolls back. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

/**
 * Runs `work` in one transaction that is rolled back when it refuses.
 * The one place that opens a transaction for a change.
 */
export async function transaction<T>(
  ctx: Context,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await ctx.db.$transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result);
      return result;
    });
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/**
 * Runs a command once. The same command again answers with the first one's result; another content
 * under the same id is a conflict. A refused command leaves no trace and may be mended and sent
 * again. Two at the same moment: the second waits on the log row and then finds the first's result.
 */
export async function runCommand<T>(
  ctx: Context,
  envelope: CommandEnvelope,
  work: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  const started = performance.now();
  const told: CommandReport = { outcome: "error", repeat: false };
  try {
    const result = await carryOut(ctx, envelope, work, told);
    told.outcome = result.ok ? "ok" : result.reason;
    return result;
  } finally {
    const { actorId, commandId, type } = envelope;
    reportCommand({ actorId, commandId, type, ...told, ms: performance.now() - started });
  }
}

interface CommandReport {
  outcome: Outcome;
  repeat: boolean;
}

function carryOut<T>(
  ctx: Context,
  envelope: CommandEnvelope,
  work: (tx: Tx) => Promise<Result<T>>,
  told: CommandReport,
): Promise<Result<T>> {
  const key = { actorId: envelope.actorId, commandId: envelope.commandId };
  const hash = contentHash({ type: envelope.type, content: envelope.content });
  return transaction(ctx, async (tx) => {
    const claimed = await tx.commandLog.createMany({
      data: [{ ...key, type: envelope.type, contentHash: hash, at: ctx.clock.now() }],
      skipDuplicates: true,
    });
    if (claimed.count === 0) {
      const logged = await tx.commandLog.findUniqueOrThrow({
        where: { actorId_commandId: key },
        select: { contentHash: true, result: true },
      });
      if (logged.contentHash !== hash) {
        return refuse("conflict", { details: { cause: "command_id_reused" } });
      }
      told.repeat = true;
      const refused = await envelope.mayRepeat?.(tx);
      if (refused) return refused;
      return { ok: true, value: logged.result as T };
    }
    const result = await work(tx);
    if (result.ok) {
      await tx.commandLog.update({
        where: { actorId_commandId: key },
        data: {
          result:
            result.value === null || result.value === undefined
              ? Prisma.JsonNull
              : (result.value as Prisma.InputJsonValue),
        },
        select: { commandId: true },
      });
    }
    return result;
  });
}

/** The result of a command that this actor had carried out, or null. */
export async function findCommand(
  reader: Reader,
  key: { actorId: string; commandId: string },
): Promise<{ result: unknown } | null> {
  return reader.commandLog.findUnique({
    where: { actorId_commandId: key },
    select: { result: true },
  });
}

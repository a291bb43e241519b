import "server-only";
import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";
import { toIssues } from "@/lib/document/issue";
import type { Actor } from "@/lib/platform/actor";
import { appContext, type Context } from "@/lib/platform/context";
import { reportError } from "@/lib/platform/report";
import { type Refusal, type Result, refuse } from "@/lib/platform/result";
import { currentActor } from "@/lib/session/actor";

/** The one client of all server actions: unexpected errors are logged here and never shown. */
const client = createSafeActionClient({
  handleServerError(error) {
    reportError(error);
    return "unexpected";
  },
});

interface Call<Input> {
  ctx: Context;
  actor: Actor;
  input: Input;
}

/**
 * A server action for a signed-in person: actor, then schema, then the mutation. Whatever happens
 * the caller gets a Result, so that a form has one thing to show. Nothing is done before the privacy
 * notice is read.
 *
 * @param options.beforeNotice for the one action that says that it was read
 */
export function defineAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  run: (call: Call<z.output<Schema>>) => Promise<Result<Value>>,
  options: { beforeNotice?: boolean } = {},
): (input: z.input<Schema>) => Promise<Result<Value>> {
  const action = client.inputSchema(z.unknown()).action(async ({ parsedInput }) => {
    const actor = await currentActor();
    if (!actor) return refuse("signed_out") as Result<Value>;
    if (actor.noticePending && !options.beforeNotice) {
      return refuse("notice_pending") as Result<Value>;
    }
    const parsed = schema.safeParse(parsedInput);
    if (!parsed.success) {
      return refuse("invalid", { issues: toIssues(parsed.error) }) as Result<Value>;
    }
    return run({ ctx: appContext(), actor, input: parsed.data });
  });
  return async (input) => unwrap(await action(input));
}

/** The same for people who are not signed in. */
export function definePublicAction<Schema extends z.ZodType, Value>(
  schema: Schema,
  run: (call: { ctx: Context; input: z.output<Schema> }) => Promise<Result<Value>>,
): (input: z.input<Schema>) => Promise<Result<Value>> {
  const action = client.inputSchema(z.unknown()).action(async ({ parsedInput }) => {
    const parsed = schema.safeParse(parsedInput);
    if (!parsed.success) {
      return refuse("invalid", { issues: toIssues(parsed.error) }) as Result<Value>;
    }
    return run({ ctx: appContext(), input: parsed.data });
  });
  return async (input) => unwrap(await action(input));
}

function unwrap<Value>(outcome: { data?: Result<Value> }): Result<Value> | Refusal {
  return outcome.data ?? refuse("unexpected");
}

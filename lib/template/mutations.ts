import "server-only";
import type { z } from "zod";
import { authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { uuidv7 } from "@/lib/platform/ids";
import { type Refusal, type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";
import { TEMPLATE_BOUNDS } from "@/lib/template/model";
import type { deleteTemplateSchema, saveTemplateSchema } from "@/lib/template/schema";

type SaveTemplate = z.output<typeof saveTemplateSchema>;
type DeleteTemplate = z.output<typeof deleteTemplateSchema>;

export interface TemplateSaved {
  templateId: string;
  version: number;
}

/** Makes a template of a centre, or changes one. Work that was given by it stays as it was given. */
export function saveTemplate(
  ctx: Context,
  actor: Actor,
  input: SaveTemplate,
): Promise<Result<TemplateSaved>> {
  const envelope = envelopeOf(actor, "SAVE_TEMPLATE", input);
  return runCommand<TemplateSaved>(ctx, envelope, async (tx) => {
    const refused = await lockOffice(tx, actor, input.centerId);
    if (refused) return refused;
    const { centerId, templateId, basedOn, name, instructions, stages } = input;
    const beside = await tx.assignmentTemplate.findMany({
      where: { centerId },
      select: { id: true, name: true, version: true },
    });
    const standing = beside.find(({ id }) => id === templateId);
    if (templateId !== null && !standing) return refuse("not_found");
    if (standing && standing.version !== basedOn) return refuse("conflict");
    // Names that differ in capitals alone are told apart by nobody.
    const key = (text: string) => text.toLocaleLowerCase("id");
    if (beside.some((other) => other.id !== templateId && key(other.name) === key(name))) {
      return refuse("invalid", { issues: [{ path: "name", code: "entry_taken" }] });
    }
    if (!standing && beside.length >= TEMPLATE_BOUNDS.most) {
      const params = { max: TEMPLATE_BOUNDS.most };
      return refuse("invalid", { issues: [{ path: "name", code: "too_many", params }] });
    }
    const now = ctx.clock.now();
    const id = standing?.id ?? uuidv7(now);
    const version = (standing?.version ?? 0) + 1;
    const said = { name, instructions, stages, version, updatedAt: now };
    if (standing) await tx.assignmentTemplate.updateMany({ where: { id, centerId }, data: said });
    else await tx.assignmentTemplate.createMany({ data: [{ id, centerId, ...said }] });
    await audit(tx, {
      ...entry(ctx, actor, input),
      type: "template.saved",
      payload: { templateId: id, version },
    });
    return success({ templateId: id, version });
  });
}

/** Takes a template away. Work that was given by it keeps its own copy, and the template's name. */
export function deleteTemplate(
  ctx: Context,
  actor: Actor,
  input: DeleteTemplate,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "DELETE_TEMPLATE", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const refused = await lockOffice(tx, actor, input.centerId);
    if (refused) return refused;
    const { centerId, templateId } = input;
    const { count } = await tx.assignmentTemplate.deleteMany({
      where: { id: templateId, centerId },
    });
    if (count === 0) return refuse("not_found");
    await audit(tx, {
      ...entry(ctx, actor, input),
      type: "template.deleted",
      payload: { templateId },
    });
    return success(null);
  });
}

/** Two changes in a centre queue, so that a name is given once. */
async function lockOffice(tx: Tx, actor: Actor, centerId: string): Promise<Refusal | null> {
  // For whoever is no staff of the centre it does not exist.
  if (!authorizeOffice(actor, centerId, "read")) return refuse("not_found");
  if (!authorizeOffice(actor, centerId, "organize")) return refuse("forbidden");
  await tx.$queryRaw`SELECT 1 FROM training_centers WHERE id = ${centerId}::uuid FOR NO KEY UPDATE`;
  return null;
}

function entry(ctx: Context, actor: Actor, input: { commandId: string; centerId: string }) {
  return {
    at: ctx.clock.now(),
    actorId: actor.personId,
    actor: { role: "ORGANIZER" },
    centerId: input.centerId,
    subject: { type: "center", id: input.centerId },
    commandId: input.commandId,
  };
}

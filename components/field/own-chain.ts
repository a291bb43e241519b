import type { AnyStageForm, StageKind } from "@/lib/assignment/model";
import { linkChain } from "@/lib/chain/linking";
import type { ChainDto } from "@/lib/chain/model";
import type { StageDocumentMap } from "@/lib/document/registry";
import type { FieldPack } from "@/lib/field/model";
import { type DraftsByStage, readAs, stageKey } from "./overlay";

/** The chain of an own assignment as it is being written on this device, or null where it is not here. */
export function ownChain(
  pack: FieldPack,
  drafts: DraftsByStage,
  assignmentId: string,
): ChainDto | null {
  const task = pack.details.find((one) => one.assignmentId === assignmentId);
  const forms = pack.forms.filter((form) => form.assignmentId === assignmentId);
  const evaluation = formOf(forms, "EVALUATE");
  if (!task || !evaluation) return null;
  const begun = (kind: StageKind) =>
    drafts.has(stageKey(assignmentId, kind)) ||
    task.stages.some((stage) => stage.kind === kind && stage.begun);
  const written = <Kind extends StageKind>(kind: Kind): StageDocumentMap[Kind] | null => {
    const form = formOf(forms, kind);
    if (!form || !begun(kind) || isOlder(form, drafts)) return null;
    const unsent = drafts.get(stageKey(assignmentId, kind));
    const document =
      unsent?.received === null ? readAs(form, unsent.document, form.context) : form.document;
    // Read by its own kind above.
    return (document ?? form.document) as StageDocumentMap[Kind];
  };
  const older = forms.flatMap((form) => (isOlder(form, drafts) ? [form.stage] : []));
  return {
    assignmentId,
    timeZone: task.timeZone,
    innovation: { code: task.innovation.code, name: task.innovation.name },
    participant: pack.person.name,
    readerIs: "AUTHOR",
    links: linkChain({
      rubric: evaluation.context.rubric,
      evaluation: written("EVALUATE"),
      obstacles: written("OBSTACLES"),
      solutions: written("SOLUTION"),
      plan: written("PLAN"),
      older,
    }),
    empty: forms.map(({ stage }) => stage).filter((kind) => !begun(kind)),
    older,
  };
}

/** The server's draft cannot be read, and nothing newer lies on this device. */
function isOlder(form: AnyStageForm, drafts: DraftsByStage): boolean {
  const unsent = drafts.get(stageKey(form.assignmentId, form.stage));
  return form.unreadable !== undefined && unsent?.received !== null;
}

function formOf<Kind extends StageKind>(
  forms: readonly AnyStageForm[],
  kind: Kind,
): Extract<AnyStageForm, { stage: Kind }> | undefined {
  return forms.find((form): form is Extract<AnyStageForm, { stage: Kind }> => form.stage === kind);
}

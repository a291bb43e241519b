import type { DeviceDraft } from "@/components/document/device-draft";
import {
  type AnyStageForm,
  STAGE_KINDS,
  type StageDto,
  type StageKind,
  type TaskDto,
  type TaskSummary,
} from "@/lib/assignment/model";
import { nextStep } from "@/lib/assignment/next-step";
import { previousStage } from "@/lib/assignment/workflow";
import { stageDefinition } from "@/lib/document/registry";
import { withUpstream } from "@/lib/document/upstream";
import type { FieldPack } from "@/lib/field/model";
import type { DeviceContents } from "./use-device";

/** The pack with what was done on this device since. */
export function currentPack({ stored, drafts }: DeviceContents): FieldPack | null {
  if (!stored) return null;
  try {
    return overlay(stored.pack, draftsByStage(drafts));
  } catch {
    // Kept by another version in a form that this one cannot draw: as if there were none.
    return null;
  }
}

/** Drafts of the device by assignment and stage. */
export type DraftsByStage = ReadonlyMap<string, DeviceDraft>;

export function draftsByStage(drafts: DeviceContents["drafts"]): DraftsByStage {
  return new Map(
    drafts.map(({ assignmentId, stage, draft }) => [stageKey(assignmentId, stage), draft]),
  );
}

export function stageKey(assignmentId: string, stage: StageKind): string {
  return `${assignmentId} ${stage}`;
}

/**
 * The pack as it is by now: what the server said when there was signal, with what was written, sent
 * and queued on this device since. The order of the stages holds here too; under a submission gate a
 * stage that waits to be sent opens the next one, under an approval gate it can be prepared.
 */
export function overlay(pack: FieldPack, drafts: DraftsByStage): FieldPack {
  const forms = pack.details.flatMap(({ assignmentId }) =>
    overlayForms(
      pack.forms.filter((form) => form.assignmentId === assignmentId),
      drafts,
    ),
  );
  const stagesOf = (task: TaskSummary): StageDto[] =>
    task.stages.map((stage) => {
      const form = forms.find(
        (one) => one.assignmentId === task.assignmentId && one.stage === stage.kind,
      );
      const draft = drafts.get(stageKey(task.assignmentId, stage.kind));
      return form
        ? {
            ...stage,
            state: form.state,
            version: form.version,
            begun: stage.begun || (draft !== undefined && draft.basedOn >= stage.version),
            can: form.can,
          }
        : stage;
    });
  const ended = ({ next }: TaskSummary) => ({
    cancelled: next.kind === "CANCELLED",
    closed: next.kind === "CLOSED",
  });
  const renew = <Task extends TaskSummary>(task: Task): Task => {
    const stages = stagesOf(task);
    // What can merely be prepared is not what comes next: that is still the facilitator's word.
    const asked = stages.map((stage, index) =>
      task.gate === "ON_APPROVAL" && task.stages[index]?.state === "LOCKED"
        ? { ...stage, state: "LOCKED" as const }
        : stage,
    );
    return { ...task, stages, next: nextStep(asked, ended(task)) };
  };
  return {
    ...pack,
    tasks: { ...pack.tasks, tasks: pack.tasks.tasks.map(renew) },
    details: pack.details.map((task): TaskDto => renew(task)),
    forms,
  };
}

function overlayForms(forms: readonly AnyStageForm[], drafts: DraftsByStage): AnyStageForm[] {
  const done = new Map<StageKind, { form: AnyStageForm; document: object; passed: boolean }>();
  for (const kind of STAGE_KINDS) {
    const form = forms.find(({ stage }) => stage === kind);
    if (!form) continue;
    const before = previousStage(kind);
    const previous = before === null ? undefined : done.get(before);
    const draft = drafts.get(stageKey(form.assignmentId, kind));
    done.set(kind, overlayForm(form, draft, previous));
  }
  const now = [...done.values()].map(({ form }) => form);
  const stages = now.map(({ stage, state, paused }) => ({ kind: stage, state, paused }));
  return now.map((form) => ({ ...form, stages }));
}

type Standing = {
  form: AnyStageForm;
  /** What was written of it last. */
  document: object;
  /** It was sent, or waits to be. */
  passed: boolean;
};

function overlayForm(
  form: AnyStageForm,
  draft: DeviceDraft | undefined,
  previous: Standing | undefined,
): Standing {
  // What the server said later than the device knows counts; what it lacks is never behind.
  const known = draft && (draft.received === null || draft.basedOn >= form.version) ? draft : null;
  const queued = known?.received === null && known.intent === "submit";
  const sent = known?.received?.submitted === true && known.basedOn >= form.version;
  const ended = form.cancelled || form.closed;
  const opens = form.state === "LOCKED" && !form.paused && !ended && previous?.passed === true;
  const state = sent || queued ? "SUBMITTED" : opens ? "OPEN" : form.state;
  const writable = !ended && !sent && (form.can.save || opens || queued);
  const context = previous?.passed
    ? withUpstream(form.stage, form.context as never, previous.document as never)
    : form.context;
  const renewed = {
    ...form,
    state,
    context,
    version: Math.max(form.version, known?.received || known?.base ? known.basedOn : 0),
    document: documentOf(form, known, context),
    savedAt: known?.received?.at ?? form.savedAt,
    submittedAt: sent ? (known?.received?.at ?? null) : form.submittedAt,
    can: {
      save: writable,
      // Where the server lets it be written it also says whether it may still be sent.
      submit: form.can.save ? form.can.submit : writable,
      withdraw: sent || form.can.withdraw,
      comment: form.can.comment,
      ...(form.can.startAnew ? { startAnew: !writable } : {}),
    },
    stages: form.stages,
  } as AnyStageForm;
  return {
    form: renewed,
    document: (known && readAs(form, known.document, context)) ?? renewed.document,
    passed: state === "SUBMITTED" || state === "APPROVED",
  };
}

/** What the server has, fitted to the stage before; the form lays what is unsent on top of it. */
function documentOf(form: AnyStageForm, known: DeviceDraft | null, context: unknown): object {
  const definition = stageDefinition(form.stage);
  // What was begun before the server moved on is laid on what it has now, so that both texts are seen.
  const upToDate = known !== null && known.basedOn >= form.version;
  const base = !upToDate ? null : known.received ? known.document : known.base;
  const document =
    (base && readAs(form, base, context)) ??
    readAs(form, form.document, context) ??
    definition.empty(context as never);
  return definition.carry(document as never, context as never);
}

/** What another version of the form may have written, in the shape of this one; null where it has none. */
export function readAs(
  { stage }: Pick<AnyStageForm, "stage">,
  document: object,
  context: unknown,
): object | null {
  return stageDefinition(stage).check("draft", context as never, document).document;
}

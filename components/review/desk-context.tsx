"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import { newId } from "@/components/document/new-id";
import { toast } from "@/components/ui/toast";
import type { StageKind, StageState } from "@/lib/assignment/model";
import type { WorkflowRefusal } from "@/lib/assignment/workflow";
import type { LeaseDto } from "@/lib/desk/model";
import type { Refusal, RefusalReason } from "@/lib/platform/result";
import { approveStageAction, reopenStageAction, returnStageAction } from "@/lib/review/actions";
import type { DecisionKind, ReviewCan, WorkAssessmentDto } from "@/lib/review/model";
import {
  browserStorage,
  type DeskDrafts,
  type DraftReason,
  NO_DRAFTS,
  readDrafts,
  readEarlierDrafts,
  writeDrafts,
} from "./desk-drafts";
import { type NoAnswer, useCommand } from "./use-command";
import { type LeaseState, useLease } from "./use-lease";
import { useWorkScores, type WorkScores } from "./use-work-scores";

/** What the server tells the desk's controls. Everything else stands in the page it rendered. */
export type DeskSeed = {
  assignmentId: string;
  stage: StageKind;
  /** What a decision is based on. */
  version: number;
  state: StageState;
  revision: { id: string; number: number };
  can: ReviewCan;
  approveRefusal: WorkflowRefusal | null;
  /** Photos and files that are still on the participant's phone. */
  filesMissing: number;
  readerId: string;
  participant: string;
  timeZone: string;
  lease: LeaseDto | null;
  work: WorkAssessmentDto;
  /** Addresses: the neighbours in the queue, and the queue itself. */
  previousHref: string | null;
  nextHref: string | null;
  queueHref: string;
};

/** Why a decision was not carried out. */
export type Problem =
  | { kind: "conflict"; now: Standing }
  | { kind: "refused"; reason: RefusalReason }
  | { kind: "no_answer" | "outdated" }
  /** The scores of the work could not be saved first. */
  | { kind: "work_unsaved" };

/** What stands instead of what the decision was based on. */
export type Standing = {
  state: StageState | null;
  revision: number | null;
  last: { kind: DecisionKind; by: string; at: string } | null;
};

/** What is being asked of the reviewer before a decision is sent. */
export type Asking = "approve" | "return" | "reopen" | null;

type DeskContext = {
  seed: DeskSeed;
  drafts: DeskDrafts;
  addReason: (reason: Omit<DraftReason, "id">) => void;
  editReason: (id: string, text: string) => void;
  removeReason: (id: string) => void;
  note: (path: string) => string;
  setNote: (path: string, text: string) => void;
  /** Reasons on another revision of this stage that were never sent; null where there are none. */
  earlier: number | null;
  takeEarlier: () => void;
  dropEarlier: () => void;
  /** The field whose remark is being written; "" is the whole, null none. */
  writing: string | null;
  setWriting: (path: string | null) => void;
  asking: Asking;
  setAsking: (asking: Asking) => void;
  /** The plan cannot be approved before the work is scored. */
  needsScores: boolean;
  approve: () => Promise<void>;
  sendBack: () => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  reload: () => void;
  lease: LeaseState;
  takeOver: () => Promise<void>;
  /** Somebody else is reviewing it: nothing is decided here meanwhile. */
  barred: boolean;
  work: WorkScores;
};

const Context = createContext<DeskContext | null>(null);

export function useDesk(): DeskContext {
  const desk = use(Context);
  if (!desk) throw new Error("outside of a review desk");
  return desk;
}

/** Whether there is a desk around at all: a view is also read where nothing can be said. */
export function Desk({ seed, children }: { seed: DeskSeed; children: ReactNode }) {
  const t = useTranslations("review");
  const router = useRouter();
  const [asking, setAsking] = useState<Asking>(null);
  const [writing, setWriting] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [moving, startMoving] = useTransition();
  const work = useWorkScores(seed, seed.work, seed.can.assessWork);
  const approval = useCommand(approveStageAction);
  const giveBack = useCommand(returnStageAction);
  const reopening = useCommand(reopenStageAction);
  const { lease, ...holding } = useLease(
    { assignmentId: seed.assignmentId, stage: seed.stage, revisionId: seed.revision.id },
    seed.lease,
    seed.can.return,
  );
  const kept = useDrafts(seed);
  const { drafts } = kept;

  const finish = (message: string) => {
    kept.clear();
    holding.ended();
    setAsking(null);
    setProblem(null);
    toast(message, { tone: "good" });
  };

  // Nothing can be pressed a second time while the next one is on its way.
  const goOn = () => startMoving(() => router.push(seed.nextHref ?? seed.queueHref));

  const base = {
    assignmentId: seed.assignmentId,
    stage: seed.stage,
    basedOn: seed.version,
    revisionId: seed.revision.id,
  };
  const names = { name: seed.participant };

  const refused = (result: NoAnswer | Refusal) => {
    if (result.reason === "leased") {
      setAsking(null);
      return holding.told(result);
    }
    setProblem(toProblem(result));
  };

  const approve = async () => {
    // What stands in the scores goes first: the approval makes it final.
    if (seed.can.assessWork && !(await work.flush())) return setProblem({ kind: "work_unsaved" });
    const result = await approval.run(base);
    if (!result.ok) return refused(result);
    finish(t("done.approve", names));
    goOn();
  };

  const sendBack = async () => {
    const reasons = drafts.reasons.map(({ path, text }) => ({ fieldPath: path, text }));
    const reopen = seed.can.reopen;
    const result = await (reopen ? reopening : giveBack).run({ ...base, reasons });
    if (!result.ok) return refused(result);
    finish(t(reopen ? "done.reopen" : "done.return", names));
    if (!reopen) goOn();
  };

  const value: DeskContext = {
    seed,
    ...kept,
    writing,
    setWriting,
    asking,
    setAsking: (next) => {
      setProblem(null);
      setAsking(next);
      // Sending back needs a reason: a box for one stands ready.
      if ((next === "return" || next === "reopen") && drafts.reasons.length === 0) {
        kept.addReason({ path: null, stable: null, label: null, text: "" });
      }
    },
    needsScores: seed.stage === "PLAN" && !work.complete,
    approve,
    sendBack,
    pending: approval.pending || giveBack.pending || reopening.pending || moving,
    problem,
    reload: () => {
      setProblem(null);
      setAsking(null);
      router.refresh();
    },
    lease,
    takeOver: holding.takeOver,
    barred: lease.kind === "another" || lease.kind === "lost",
    work,
  };
  return <Context value={value}>{children}</Context>;
}

function toProblem(result: NoAnswer | Refusal): Problem {
  switch (result.reason) {
    case "no_answer":
    case "outdated":
      return { kind: result.reason };
    case "conflict": {
      const told: Refusal["details"] = "details" in result ? result.details : undefined;
      const { state, revision, decision, decidedBy, decidedAt } = told ?? {};
      return {
        kind: "conflict",
        now: {
          state: (state as StageState | undefined) ?? null,
          revision: revision == null ? null : Number(revision),
          last: decision
            ? { kind: decision as DecisionKind, by: String(decidedBy), at: String(decidedAt) }
            : null,
        },
      };
    }
    default:
      return { kind: "refused", reason: result.reason };
  }
}

/** The reviewer's own words on this revision, kept on the device until they are sent. */
function useDrafts(seed: DeskSeed) {
  const { readerId, assignmentId, stage } = seed;
  const revisionId = seed.revision.id;
  const place = useMemo(
    () => ({ readerId, assignmentId, stage, revisionId }),
    [readerId, assignmentId, stage, revisionId],
  );
  const [drafts, setDrafts] = useState<DeskDrafts>(NO_DRAFTS);
  const [earlier, setEarlier] = useState<ReturnType<typeof readEarlierDrafts>>(null);
  const loaded = useRef(false);

  // Storage is the browser's: the server renders without it, and what it holds comes after.
  useEffect(() => {
    setDrafts(readDrafts(browserStorage(), place));
    setEarlier(readEarlierDrafts(browserStorage(), place));
    loaded.current = true;
  }, [place]);

  const change = useCallback(
    (update: (drafts: DeskDrafts) => DeskDrafts) => {
      if (!loaded.current) return;
      setDrafts((before) => {
        const after = update(before);
        writeDrafts(browserStorage(), place, after);
        return after;
      });
    },
    [place],
  );

  const addReason = (reason: Omit<DraftReason, "id">) =>
    change((before) => ({
      ...before,
      reasons: [...before.reasons, { ...reason, id: newId() }],
    }));
  const dropEarlier = () => {
    earlier?.forget();
    setEarlier(null);
  };
  return {
    drafts,
    addReason,
    editReason: (id: string, text: string) =>
      change((before) => ({
        ...before,
        reasons: before.reasons.map((reason) => (reason.id === id ? { ...reason, text } : reason)),
      })),
    removeReason: (id: string) =>
      change((before) => ({
        ...before,
        reasons: before.reasons.filter((reason) => reason.id !== id),
      })),
    note: (path: string) => drafts.notes[path] ?? "",
    setNote: (path: string, text: string) =>
      change((before) => {
        const { [path]: _, ...others } = before.notes;
        return { ...before, notes: text === "" ? others : { ...others, [path]: text } };
      }),
    clear: () => change(() => NO_DRAFTS),
    earlier: earlier?.drafts.reasons.length ?? null,
    takeEarlier: () => {
      for (const { stable, path, label, text } of earlier?.drafts.reasons ?? []) {
        const here = placeOf(stable);
        addReason(
          here
            ? { ...here, text }
            : {
                path: null,
                stable: null,
                label: null,
                text: path && label ? `${label}: ${text}` : text,
              },
        );
      }
      dropEarlier();
    },
    dropEarlier,
  };
}

/** Where an item-bound place stands on this revision, from the anchors of its fields. */
function placeOf(stable: string | null): { path: string; stable: string; label: string } | null {
  if (stable === null) return null;
  const anchor = document.querySelector<HTMLElement>(`[data-stable="${CSS.escape(stable)}"]`);
  const { path, label } = anchor?.dataset ?? {};
  return path && label ? { path, stable, label } : null;
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useState, useTransition } from "react";
import { toast } from "@/components/ui/toast";
import type { StageState } from "@/lib/assignment/model";
import type { DeskDrafts, DraftReason } from "@/lib/desk/model";
import type { Refusal, RefusalReason } from "@/lib/platform/result";
import { approveStageAction, reopenStageAction, returnStageAction } from "@/lib/review/actions";
import type { DecisionKind } from "@/lib/review/model";
import type { DeskSeed } from "./desk-seed";
import { type NoAnswer, useCommand } from "./use-command";
import { type DraftsStatus, useDrafts } from "./use-drafts";
import { type LeaseState, useLease } from "./use-lease";
import { useWorkScores, type WorkScores } from "./use-work-scores";

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
  draftsStatus: DraftsStatus;
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
  /** The list of what has changed is open. */
  comparing: boolean;
  setComparing: (open: boolean) => void;
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
  const [comparing, setComparing] = useState(false);
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
    toast(message, { tone: "good", along: true });
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
    comparing,
    setComparing,
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

import { useCallback, useEffect, useRef, useState } from "react";
import type { StageKind } from "@/lib/assignment/model";
import { releaseLeaseAction, takeLeaseAction } from "@/lib/desk/actions";
import { type LeaseDto, RENEW_MINUTES } from "@/lib/desk/model";
import type { Refusal } from "@/lib/platform/result";
import { useCommand } from "./use-command";

/** Who reviews the submission now, as this desk knows it. */
export type LeaseState =
  /** "lost": the work is no longer this reader's to review. */
  | { kind: "free" | "own" | "lost" }
  | {
      kind: "another";
      by: string;
      /** ISO instant at which it lapses unless it is renewed. */
      until: string;
      /** It was this reader's until it was taken over. */
      takenOver: boolean;
    };

/** Flipping through the queue takes nothing: only what is stayed at. */
const TAKE_AFTER_MS = 1_000;

/** What shows that somebody is at the desk. */
const SIGNS = ["pointerdown", "keydown", "wheel", "touchmove"] as const;

/**
 * The lease of a submission that waits: taken when its desk is opened, renewed while somebody works at
 * it, let go when it is left. A desk that is left alone lets it lapse.
 */
export function useLease(
  {
    assignmentId,
    stage,
    revisionId,
  }: { assignmentId: string; stage: StageKind; revisionId: string },
  initial: LeaseDto | null,
  enabled: boolean,
): {
  lease: LeaseState;
  takeOver: () => Promise<void>;
  /** A decision was refused because somebody else holds it. */
  told: (refusal: Refusal) => void;
  /** A decision ended it. */
  ended: () => void;
} {
  const take = useCommand(takeLeaseAction);
  const release = useCommand(releaseLeaseAction);
  const [lease, setLease] = useState<LeaseState>(() => stateOf(initial));
  const held = useRef(false);
  const taking = useRef(false);

  const told = useCallback(({ details }: Refusal) => {
    held.current = false;
    setLease({
      kind: "another",
      by: String(details?.by ?? ""),
      until: String(details?.until ?? ""),
      takenOver: details?.takenFromYou === true,
    });
  }, []);

  const ask = useCallback(
    async (takeOver: boolean) => {
      if (taking.current) return;
      taking.current = true;
      const result = await take.run({ assignmentId, stage, revisionId, takeOver });
      taking.current = false;
      if (result.ok) {
        held.current = true;
        setLease({ kind: "own" });
      } else if (result.reason === "leased") told(result);
      else if (result.reason === "not_found" || result.reason === "forbidden") {
        held.current = false;
        setLease({ kind: "lost" });
      }
    },
    [assignmentId, stage, revisionId, take.run, told],
  );

  useEffect(() => {
    if (!enabled) return;
    let worked = false;
    const sign = () => {
      worked = true;
    };
    for (const name of SIGNS) document.addEventListener(name, sign, { passive: true });
    const first = setTimeout(() => void ask(false), TAKE_AFTER_MS);
    const renewal = setInterval(() => {
      if (!worked || document.visibilityState === "hidden") return;
      worked = false;
      void ask(false);
    }, RENEW_MINUTES * 60_000);
    return () => {
      clearTimeout(first);
      clearInterval(renewal);
      for (const name of SIGNS) document.removeEventListener(name, sign);
      if (held.current) void release.run({ assignmentId, stage });
      held.current = false;
    };
  }, [enabled, ask, assignmentId, stage, release.run]);

  return {
    lease,
    takeOver: () => ask(true),
    told,
    ended: () => {
      held.current = false;
    },
  };
}

function stateOf(lease: LeaseDto | null): LeaseState {
  if (!lease) return { kind: "free" };
  return lease.isReader
    ? { kind: "own" }
    : { kind: "another", by: lease.holder, until: lease.until, takenOver: false };
}

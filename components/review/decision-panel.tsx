"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CheckIcon, RotateCcwIcon, UndoIcon } from "@/components/ui/icons";
import { Kbd } from "@/components/ui/kbd";
import { isEmpty } from "@/lib/desk/model";
import { CompareButton } from "./compare-dialog";
import { useDesk } from "./desk-context";
import { DraftReasonNote } from "./draft-reason-note";
import { LeaseNotice } from "./lease-notice";
import { ProblemNotice } from "./problem-notice";

/** The decision, with what stands in its way and what has been collected for it. */
export function DecisionPanel({ children }: { children?: ReactNode }) {
  const t = useTranslations("review.decide");
  const refusals = useTranslations("refusals");
  const desk = useDesk();
  const { can, approveRefusal, revision } = desk.seed;
  const { reasons } = desk.drafts;
  const decides = can.return || can.approve || can.reopen;
  return (
    <div className="grid gap-3">
      {children}
      <LeaseNotice />
      <CompareButton />
      <EarlierDrafts />
      {reasons.length > 0 && desk.asking !== "return" && desk.asking !== "reopen" && (
        <details open className="group/reasons">
          <summary className="flex min-h-8 items-center text-sm font-semibold text-late touch:min-h-12">
            {t("collected", { count: reasons.length })}
          </summary>
          <ul className="mt-1 grid gap-2">
            {reasons.map((reason) => (
              <li key={reason.id}>
                <DraftReasonNote reason={reason} named />
              </li>
            ))}
          </ul>
        </details>
      )}
      <DraftsLine />
      {approveRefusal && <Callout tone="late">{refusals(approveRefusal)}</Callout>}
      {can.approve && desk.needsScores && <NeedsScores />}
      {desk.asking === "approve" ? (
        <ApproveQuestion />
      ) : (
        decides && (
          <div className="flex flex-wrap gap-2.5 max-lg:hidden">
            <DecisionButtons />
          </div>
        )
      )}
      {desk.problem && desk.asking === null && <ProblemNotice problem={desk.problem} />}
      {(can.return || can.approve) && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3 max-lg:hidden">
          <span>
            <Kbd>A</Kbd> {t("keyApprove")}
          </span>
          <span>
            <Kbd>R</Kbd> {t("keyReturn")}
          </span>
          <span>
            <Kbd>C</Kbd> {t("keyComment")}
          </span>
          {desk.seed.compared && (
            <span>
              <Kbd>D</Kbd> {t("keyCompare")}
            </span>
          )}
          <span>
            <Kbd>?</Kbd> {t("keyHelp")}
          </span>
        </p>
      )}
      <span className="sr-only">{t("revision", { number: revision.number })}</span>
    </div>
  );
}

/** Where what is not sent yet is kept; said once there is something. */
function DraftsLine() {
  const t = useTranslations("review.drafts");
  const { drafts, draftsStatus } = useDesk();
  if (draftsStatus.kind === "device") {
    return (
      <p className="text-sm font-medium text-late" role="status">
        {t(draftsStatus.reason === "invalid" ? "tooLong" : "device")}
      </p>
    );
  }
  if (isEmpty(drafts)) return null;
  return <p className="text-sm text-ink-3">{t(draftsStatus.kind)}</p>;
}

/** The buttons themselves: in the panel on the desktop, in the bar on the phone. */
export function DecisionButtons() {
  const t = useTranslations("review.decide");
  const desk = useDesk();
  const { can } = desk.seed;
  const { reasons } = desk.drafts;
  return (
    <>
      {can.return && (
        <Button
          variant="secondary"
          icon={<UndoIcon size={16} />}
          disabled={desk.pending || desk.barred}
          onClick={() => desk.setAsking("return")}
        >
          {t("return", { count: reasons.length })}
        </Button>
      )}
      {(can.approve || desk.seed.approveRefusal) && (
        <Button
          icon={<CheckIcon size={16} />}
          disabled={!can.approve || desk.needsScores || desk.pending || desk.barred}
          onClick={() => desk.setAsking("approve")}
        >
          {t("approve")}
        </Button>
      )}
      {can.reopen && (
        <Button
          variant="secondary"
          icon={<RotateCcwIcon size={16} />}
          disabled={desk.pending}
          onClick={() => desk.setAsking("reopen")}
        >
          {t("reopen", { count: reasons.length })}
        </Button>
      )}
    </>
  );
}

/** Approving is asked once more, in place. */
export function ApproveQuestion() {
  const t = useTranslations("review.decide");
  const desk = useDesk();
  const { revision, stage } = desk.seed;
  const unsent =
    desk.drafts.reasons.length +
    Object.values(desk.drafts.notes).filter((note) => note.trim() !== "").length;
  return (
    <section
      aria-label={t("approve")}
      data-tone="good"
      className="grid gap-2.5 rounded-md border border-hue bg-good-soft p-3"
      onKeyDown={(event) => {
        if (event.key === "Escape") desk.setAsking(null);
      }}
    >
      <p className="font-semibold">{t("question", { number: revision.number })}</p>
      <p className="text-md text-ink-2">{t(`effect.${stage}`)}</p>
      {desk.seed.filesMissing > 0 && (
        <p className="text-md font-medium text-late">
          {t("filesMissing", { count: desk.seed.filesMissing })}
        </p>
      )}
      {unsent > 0 && (
        <p className="text-md font-medium text-late">{t("unsent", { count: unsent })}</p>
      )}
      {desk.problem && <ProblemNotice problem={desk.problem} />}
      <div className="flex flex-wrap gap-2 max-sm:*:flex-1">
        <Button variant="secondary" disabled={desk.pending} onClick={() => desk.setAsking(null)}>
          {t("cancel")}
        </Button>
        <Button
          autoFocus
          icon={<CheckIcon size={16} />}
          pending={desk.pending}
          onClick={desk.approve}
        >
          {t("confirm")}
        </Button>
      </div>
    </section>
  );
}

function NeedsScores() {
  const t = useTranslations("review.decide");
  const { work } = useDesk();
  return (
    <Callout
      action={
        <a href="#work" className="link inline-flex items-center touch:min-h-11">
          {t("toScores")}
        </a>
      }
    >
      {t("needsScores", { scored: work.scored, total: work.rows.length })}
    </Callout>
  );
}

/** Reasons written on an earlier revision that were never sent: to be taken over or let go. */
function EarlierDrafts() {
  const t = useTranslations("review.earlier");
  const desk = useDesk();
  if (desk.earlier === null || !(desk.seed.can.return || desk.seed.can.reopen)) return null;
  return (
    <Callout
      title={t("title", { count: desk.earlier })}
      action={
        <>
          <Button size="sm" variant="secondary" onClick={desk.takeEarlier}>
            {t("take")}
          </Button>
          <Button size="sm" variant="ghost" onClick={desk.dropEarlier}>
            {t("drop")}
          </Button>
        </>
      }
    >
      {t("hint")}
    </Callout>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { DownloadButton } from "@/components/field/download-button";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { ListChecksIcon } from "@/components/ui/icons";
import type { AnyStageForm, StageFormDto, StageKind } from "@/lib/assignment/model";
import type { Section } from "@/lib/document/model";
import type { StageDefinition } from "@/lib/document/schema";
import { arrivalPath } from "./arrival";
import { AsideNotice, SetAsideNotice } from "./aside-notice";
import type { Check } from "./checker";
import { ConflictPanel } from "./conflict-panel";
import { FieldNames } from "./field-names";
import {
  FormContext,
  type FormContextValue,
  useForm,
  useIssueText,
  useKept,
  useProblem,
  useRestored,
  useSaveState,
  useSubmitting,
} from "./form-context";
import { later } from "./item-list";
import { watchPresses } from "./press";
import { QueuedNotice } from "./queued-notice";
import { inPageOrder, reach } from "./reach";
import { ReturnNotice } from "./return-notice";
import { ReturnedScope } from "./returned";
import { NOTICE_ID, SaveAnnouncement, SaveLine } from "./save-line";
import { openCount, SectionList, useSummary } from "./section-summary";
import { createSession, type FormSession } from "./session";
import { SubmitPanel } from "./submit-panel";
import { commandTransport } from "./transport";
import { UnkeptNotice } from "./unkept-notice";

type StageFormProps<Kind extends StageKind> = {
  dto: StageFormDto<Kind>;
  /** The stage's own definition: its sections and its check. */
  definition: Pick<
    StageDefinition<StageFormDto<Kind>["document"], StageFormDto<Kind>["context"], never>,
    "sections" | "check"
  >;
  /** The fields, bound to paths, in `FormSection`s or in whatever order suits the stage. */
  children: ReactNode;
  /** What is worth seeing all the time beside the fields, such as a total. */
  aside?: ReactNode;
};

/**
 * The form of one stage: keeps what is typed, saves it, tells what is missing, and sends it. It is
 * fed by one plain object and by nothing else, so that any page, also one without the server, can
 * hold it.
 */
export function StageForm<Kind extends StageKind>({
  dto,
  definition,
  children,
  aside,
}: StageFormProps<Kind>) {
  const any = dto as unknown as AnyStageForm;
  const check: Check = (mode, input) => definition.check(mode, dto.context, input);
  const [session, standing] = useSession(any, check);
  const [names] = useState(() => new FieldNames());
  const value = useMemo<FormContextValue>(
    () => ({ ...session, names, dto: any }),
    [session, names, any],
  );
  return (
    <FormContext value={value}>
      <ReturnedScope>
        <Body sections={definition.sections} aside={aside} standing={standing}>
          {children}
        </Body>
      </ReturnedScope>
    </FormContext>
  );
}

/** How the form stands to the device: not yet known, held by another tab for long, or ours. */
type Standing = "entering" | "busy" | "ready";

/** The running session of this form; a new one when the server has moved on without it. */
function useSession(dto: AnyStageForm, check: Check): [FormSession, Standing] {
  const [session, setSession] = useState(() =>
    createSession({ dto, check, transport: commandTransport }),
  );
  const [standing, setStanding] = useState<Standing>("entering");
  const { autosave } = session;
  const behind =
    !autosave.dirty && !autosave.submitting && !autosave.inFlight && autosave.version < dto.version;
  if (behind) setSession(createSession({ dto, check, transport: commandTransport }));

  useEffect(() => {
    const { autosave } = session;
    const unwatch = watchPresses();
    const leave = session.enter({
      onReady: () => setStanding("ready"),
      onBusy: () => setStanding("busy"),
    });
    const flush = () => autosave.flush();
    const retry = () => autosave.retry();
    // What neither the server nor the device has is gone with the page.
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.keepsNothing && autosave.dirty) event.preventDefault();
    };
    const turn = () => (document.visibilityState === "hidden" ? flush() : retry());
    window.addEventListener("online", retry);
    window.addEventListener("focus", retry);
    window.addEventListener("pagehide", flush);
    window.addEventListener("beforeunload", warn);
    // Another tab has taken a new version in: this page is about to be loaded anew.
    navigator.serviceWorker?.addEventListener("controllerchange", flush);
    document.addEventListener("visibilitychange", turn);
    return () => {
      window.removeEventListener("online", retry);
      window.removeEventListener("focus", retry);
      window.removeEventListener("pagehide", flush);
      window.removeEventListener("beforeunload", warn);
      navigator.serviceWorker?.removeEventListener("controllerchange", flush);
      document.removeEventListener("visibilitychange", turn);
      unwatch();
      leave();
    };
  }, [session]);
  return [session, standing];
}

/** How many things to mend the summary names at once. */
const SUMMARY_MOST = 12;

function Body({
  sections,
  aside,
  standing,
  children,
}: {
  sections: readonly Section[];
  aside: ReactNode;
  standing: Standing;
  children: ReactNode;
}) {
  const { dto, names, checker } = useForm();
  const t = useTranslations("form");
  const terms = useTranslations("terms");
  const text = useIssueText();
  const state = useSaveState();
  const [sheet, setSheet] = useState(false);
  /** Tries to send that found something to mend. */
  const [attempt, setAttempt] = useState(0);
  const labelled = useMemo(
    () =>
      sections.map(({ id, fields }) => ({
        id,
        fields,
        label: terms(`section.${dto.stage}.${id}` as Parameters<typeof terms>[0]),
      })),
    [sections, terms, dto.stage],
  );
  const summary = useSummary(labelled);
  // Fields tell their names once they are on the screen; what names them is drawn once more then.
  const [, named] = useState(false);
  useEffect(() => named(true), []);
  const issues = useSyncExternalStore(checker.subscribe, checker.issues, checker.issues);
  useArrival(standing);

  // One entry a field, and no more than one reads; the rest comes up as these are mended.
  const found = [
    ...new Map(
      [...issues].reverse().map((issue) => {
        const id = names.nearest(issue.path) ?? issue.path;
        const name = names.describe(issue.path) || t("wholeForm");
        return [id, { id, message: `${name}: ${text(issue)}` }] as const;
      }),
    ).values(),
  ].reverse();
  // Nobody has tried to send before the fields are on the page.
  const toMend = attempt > 0 ? inPageOrder(found) : found;
  const conflict = state.kind === "conflict" ? state.conflict : null;
  const submitting = useSubmitting();
  const done = state.kind === "submitted" || state.kind === "refused" || state.kind === "elsewhere";
  const left = openCount(summary);
  const summaryList = (
    <SectionList sections={labelled} summary={summary} onLeave={() => setSheet(false)} />
  );

  return (
    <div
      data-stage={dto.stage}
      className="group/form lg:grid lg:grid-cols-[minmax(0,46rem)_17rem] lg:gap-8"
    >
      <SaveAnnouncement />
      {/* On the phone the state stands under the bar at the top, always in sight; in one line at 360 px, the usual one. */}
      <div
        data-form-bar=""
        className="sticky top-14 z-10 -mx-4 mb-4 flex min-h-12 items-center justify-between gap-1 border-b border-line bg-paper px-4 sm:-mx-6 sm:px-6 lg:hidden"
      >
        <SaveLine />
        {!conflict && !done && (
          <button
            type="button"
            onClick={() => setSheet(true)}
            className="-mr-2 flex min-h-12 flex-none items-center gap-1 rounded-sm px-2 text-sm font-semibold text-accent"
          >
            <ListChecksIcon size={16} />
            {left === 0 ? t("missing.none") : t("missing.button", { count: left })}
          </button>
        )}
      </div>
      {/* What sticks to the screen's edge is no item of a grid: there it could not leave its row. */}
      <div className="min-w-0">
        <div className="grid min-w-0 content-start gap-5">
          <div id={NOTICE_ID} tabIndex={-1} className="grid gap-5 outline-none empty:hidden">
            <StateNotice standing={standing} />
            <UnkeptNotice />
            <AsideNotice
              personId={dto.personId}
              assignmentId={dto.assignmentId}
              stage={dto.stage}
            />
            <SetAsideNotice dto={dto} />
            {submitting && <QueuedNotice />}
            {conflict && <ConflictPanel conflict={conflict} />}
          </div>
          {/* Out of sight, not gone: the fields know what the values in question are called. */}
          <div
            hidden={conflict !== null}
            inert={done || submitting || standing !== "ready"}
            className={conflict ? undefined : "grid gap-5"}
          >
            {dto.returned && <ReturnNotice returned={dto.returned} />}
            {attempt > 0 && (
              // Links lead by `reach`: it opens what is folded up around a field.
              <div
                onClickCapture={(event) => {
                  const link = (event.target as Element).closest("a[href^='#']");
                  if (!link) return;
                  event.preventDefault();
                  event.stopPropagation();
                  reach(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""));
                }}
              >
                <ErrorSummary
                  attempt={attempt}
                  issues={toMend.slice(0, SUMMARY_MOST)}
                  more={Math.max(0, toMend.length - SUMMARY_MOST)}
                />
              </div>
            )}
            {children}
          </div>
        </div>
        {/* Not inert with the fields: it asks, and says what becomes of what was sent. */}
        {!conflict && !done && (
          <SubmitPanel
            left={left}
            ready={standing === "ready" && !submitting}
            onIncomplete={() => setAttempt((count) => count + 1)}
          />
        )}
      </div>
      <aside className="sticky top-6 hidden max-h-[calc(100dvh-3rem)] content-start gap-4 self-start overflow-y-auto pb-2 lg:grid">
        <SaveLine />
        {aside}
        {!conflict && !done && (
          <Card className="px-4 py-3.5">
            <h2 className="mb-1 text-md font-bold">{t("missing.title")}</h2>
            {summaryList}
          </Card>
        )}
      </aside>
      <Dialog open={sheet} onClose={() => setSheet(false)} title={t("missing.title")}>
        {sheet && (
          <>
            {aside}
            {summaryList}
          </>
        )}
      </Dialog>
    </div>
  );
}

/** Opens the form where there is something to do, once its fields can take the focus. */
function useArrival(standing: Standing): void {
  const { dto } = useForm();
  const { returned } = dto;
  const ready = standing === "ready";
  const occasion = returned?.at ?? "";
  const arrived = useRef<string | null>(null);
  useEffect(() => {
    // Once for each return: who has begun to write is not led away.
    if (!ready || arrived.current === occasion) return;
    arrived.current = occasion;
    const path = arrivalPath(window.location.hash, returned);
    // After the words that lay on the device have come onto the page.
    if (path !== null) later(() => reach(path));
  }, [ready, occasion, returned]);
  useEffect(() => {
    const go = () => {
      const path = arrivalPath(window.location.hash, null);
      if (path !== null) reach(path);
    };
    window.addEventListener("hashchange", go);
    return () => window.removeEventListener("hashchange", go);
  }, []);
}

/** What keeps the words from the server, where the person has to do something about it. */
function StateNotice({ standing }: { standing: Standing }) {
  const t = useTranslations("form");
  const refusals = useTranslations("refusals");
  const { autosave, dto, takeOver } = useForm();
  const state = useSaveState();
  const restored = useRestored();
  const problem = useProblem();
  const kept = useKept();
  const reload = (
    <Button variant="secondary" onClick={() => window.location.reload()}>
      {t("reload")}
    </Button>
  );
  switch (state.kind) {
    case "signed_out":
      return (
        <Callout
          tone="late"
          title={t("signedOut.title")}
          action={
            <>
              <Button href="/sign-in" target="_blank">
                {t("signedOut.signIn")}
              </Button>
              <Button variant="secondary" onClick={() => autosave.retry()}>
                {t("retry")}
              </Button>
              <DownloadButton />
            </>
          }
        >
          {t(kept ? "signedOut.body" : "signedOut.unkept")} {t("signedOut.closed")}
        </Callout>
      );
    case "elsewhere":
      return (
        <Callout tone="late" title={t("elsewhere.taken")} action={reload}>
          {t(kept ? "elsewhere.takenBody" : "refused.unkept")}
        </Callout>
      );
    case "refused":
      return (
        <Callout tone="late" title={t("refused.title")} action={reload}>
          {refusals(state.reason)} {t(kept ? "refused.body" : "refused.unkept")}
        </Callout>
      );
    case "conflict":
      return null;
    default:
      if (standing === "busy") {
        return (
          <Callout
            tone="late"
            title={t("elsewhere.busy")}
            action={<Button onClick={takeOver}>{t("elsewhere.take")}</Button>}
          >
            {t("elsewhere.busyBody")}
          </Callout>
        );
      }
      if (problem?.kind === "refused" && problem.of === "submit") {
        return (
          <Callout tone="late" title={t("notTaken.title")}>
            {refusals(problem.reason)} {t("notTaken.body")}
          </Callout>
        );
      }
      return restored ? (
        <Callout
          title={t("restored.title")}
          action={
            <>
              <Button variant="secondary" onClick={() => autosave.acknowledgeRestored()}>
                {t("restored.keep")}
              </Button>
              <Button variant="ghost" onClick={() => autosave.discardRestored(dto.document)}>
                {t("restored.discard")}
              </Button>
            </>
          }
        >
          {t("restored.body")}
        </Callout>
      ) : null;
  }
}

/** One section of a form: what it is about, and its fields. */
export function FormSection({
  id,
  lede,
  children,
}: {
  /** As in the stage's sections. */
  id: string;
  lede?: ReactNode;
  children: ReactNode;
}) {
  const { dto } = useForm();
  const terms = useTranslations("terms");
  return (
    <Card
      as="section"
      id={`section-${id}`}
      tabIndex={-1}
      aria-labelledby={`section-${id}-title`}
      className="px-4 py-4.5 outline-none sm:px-5"
    >
      <h2 id={`section-${id}-title`} className="text-lg font-bold">
        {terms(`section.${dto.stage}.${id}` as Parameters<typeof terms>[0])}
      </h2>
      {lede && <p className="mt-0.5 max-w-[68ch] text-md text-ink-2">{lede}</p>}
      <div className="mt-4 grid gap-5">{children}</div>
    </Card>
  );
}

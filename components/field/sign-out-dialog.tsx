"use client";

import { type AbstractIntlMessages, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { newId } from "@/components/document/new-id";
import { commandTransport, sendCommand } from "@/components/document/transport";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { CloudOffIcon, FileTextIcon, LogOutIcon, SendIcon } from "@/components/ui/icons";
import { wordsLater } from "@/lib/i18n/later";
import type { Locale } from "@/lib/i18n/locales";
import { MessagesProvider } from "@/lib/i18n/messages-provider";
import { useFormat } from "@/lib/i18n/use-format";
import { serverNow } from "./clock";
import { lockDevice, watchDevice } from "./device-store";
import { downloadUnsent } from "./download-unsent";
import { markLeaving } from "./leaving-mark";
import { type SyncOutcome, syncOnce } from "./sync";
import { countUnsent, findUnsent, type Unsent, unsentOf } from "./unsent";
import { useCopyWords } from "./use-copy-words";

export type SignOutDialogProps = {
  messages: AbstractIntlMessages;
  unsent: Unsent | null;
  onClose(): void;
  /** The device is closed; the session may end. */
  onLeft(): void;
};

/**
 * Looks whether anything has to be asked before signing out. Where nothing has, the device is closed
 * at once, and null comes back: the session may end.
 */
export async function prepareSignOut(
  locale: Locale,
): Promise<Pick<SignOutDialogProps, "messages" | "unsent"> | null> {
  const unsent = await findUnsent().catch(() => null);
  if (!unsent && navigator.onLine) {
    await lockDevice();
    return null;
  }
  // The words come with the dialog: it is asked for seldom, and also without signal.
  const messages = await wordsLater(locale, ["signOut", "stage", "refusals", "unread"]);
  return { messages, unsent };
}

export function SignOutDialog({ messages, ...props }: SignOutDialogProps) {
  return (
    <MessagesProvider messages={messages}>
      <Question {...props} />
    </MessagesProvider>
  );
}

/** How long an open form is given to send what it holds itself. Milliseconds. */
const PATIENCE = 8_000;

function Question({ unsent: found, onClose, onLeft }: Omit<SignOutDialogProps, "messages">) {
  const t = useTranslations("signOut");
  const [unsent, setUnsent] = useState(found);
  const [busy, setBusy] = useState<"sending" | "leaving" | null>(null);
  const [outcome, setOutcome] = useState<SyncOutcome | "failed" | null>(null);
  const [offline, setOffline] = useState(!navigator.onLine);
  const copy = useCopyWords();
  useStanding(unsent, setUnsent);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, []);

  const leave = async () => {
    setBusy("leaving");
    if (!navigator.onLine) {
      // The session itself can only end with signal; whoever opens Lokus next ends it first.
      if (unsent) markLeaving(unsent.store.personId);
      await lockDevice();
      window.location.replace("/sign-in");
      return;
    }
    await lockDevice();
    onLeft();
  };
  const send = async () => {
    if (!unsent) return;
    setBusy("sending");
    setOutcome(null);
    try {
      const { store } = unsent;
      // Forms and photos that wait for signal are told to try; the rest is sent from here.
      window.dispatchEvent(new Event("online"));
      const sent = await syncOnce({
        store,
        transport: commandTransport,
        send: sendCommand,
        newId,
        now: serverNow,
      });
      const left = sent === "done" ? await waitUntilSent(unsent) : unsent;
      setUnsent(left);
      setOutcome(left === null ? "done" : sent === "done" ? "failed" : sent);
    } catch {
      setOutcome("failed");
    }
    setBusy(null);
  };

  return (
    <Dialog
      open
      onClose={onClose}
      busy={busy !== null}
      title={unsent ? t("title") : offline ? t("offline.title") : t("sent.title")}
      footer={
        <div className="grid gap-2.5 sm:flex sm:justify-end">
          <Button
            size="lg"
            variant={unsent && !offline ? "secondary" : "primary"}
            icon={<LogOutIcon size={18} />}
            pending={busy === "leaving"}
            disabled={busy === "sending"}
            onClick={leave}
          >
            {unsent ? t("keep") : t("leave")}
          </Button>
          {unsent && !offline && (
            <Button
              size="lg"
              icon={<SendIcon size={18} />}
              pending={busy === "sending"}
              disabled={busy === "leaving"}
              onClick={send}
            >
              {t("send")}
            </Button>
          )}
        </div>
      }
      description={
        unsent
          ? t("body", { count: countUnsent(unsent) })
          : offline
            ? t("offline.body")
            : t("sent.body")
      }
    >
      {unsent && <UnsentList unsent={unsent} />}
      {outcome !== null && outcome !== "done" && (
        <Callout tone="late" live>
          {t(`outcome.${outcome}`)}
        </Callout>
      )}
      {unsent && offline && <Callout tone="late">{t("offline.note")}</Callout>}
      {unsent && (
        <>
          <p className="text-sm text-ink-2">{t("keepHint")}</p>
          <Button
            variant="ghost"
            icon={<FileTextIcon size={18} />}
            disabled={busy !== null}
            onClick={() => void downloadUnsent(unsent, copy)}
            className="justify-self-start max-sm:w-full"
          >
            {t("download")}
          </Button>
        </>
      )}
    </Dialog>
  );
}

/** What waits, kept up to date: an open form may be sending just now. */
function useStanding(unsent: Unsent | null, onChange: (unsent: Unsent | null) => void): void {
  const store = unsent?.store;
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (!store) return;
    return watchDevice(({ shelf }) => {
      if (shelf !== "keys")
        unsentOf(store).then(
          (now) => change.current(now),
          () => null,
        );
    });
  }, [store]);
}

async function waitUntilSent({ store }: Unsent): Promise<Unsent | null> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const left = await unsentOf(store);
    if (left === null || Date.now() > until) return left;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

function UnsentList({ unsent: { drafts, errands, photos } }: { unsent: Unsent }) {
  const t = useTranslations("signOut");
  const stageWords = useTranslations("stage");
  const refusals = useTranslations("refusals");
  const format = useFormat();
  return (
    <ul className="grid gap-2">
      {drafts.map(({ assignmentId, stage, draft }) => (
        <li
          key={`${assignmentId} ${stage}`}
          className="flex gap-2.5 rounded-sm border border-line bg-sunken px-3 py-2.5"
        >
          <CloudOffIcon size={18} className="mt-0.5 flex-none text-late" />
          <span className="min-w-0">
            <span className="block font-semibold">{stageWords(`kind.${stage}`)}</span>
            <span className="block text-sm text-ink-2">
              {t("changed", { when: format.dateTime(draft.changedAt) })}
              {" · "}
              {draft.problem?.kind === "refused"
                ? refusals(draft.problem.reason)
                : draft.problem?.kind === "conflict"
                  ? t("state.conflict")
                  : t(`state.${draft.intent}`)}
            </span>
          </span>
        </li>
      ))}
      {errands.length > 0 && <li className="text-md">{t("errands", { count: errands.length })}</li>}
      {photos.length > 0 && <li className="text-md">{t("photos", { count: photos.length })}</li>}
    </ul>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { serverNow } from "@/components/field/clock";
import { openDeviceStore, watchDevice } from "@/components/field/device-store";
import { type Errand, listErrands, sendOrKeep } from "@/components/field/errands";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { IconButton } from "@/components/ui/icon-button";
import { TrashIcon } from "@/components/ui/icons";
import { TextField } from "@/components/ui/text-field";
import { useFormat } from "@/lib/i18n/use-format";
import type { Result } from "@/lib/platform/result";

const TYPE = "ATTEND_BY_CODE";

type Outcome =
  | { kind: "recorded"; title: string; at: string }
  | { kind: "kept" }
  | { kind: "problem"; text: string };

/**
 * The code of the day, typed. Without signal it is kept on the phone with the time at which it was
 * typed, and sent later. Needs the messages of `attendance`, `issues` and `refusals`.
 */
export function CodeForm({ personId, timeZone }: { personId: string; timeZone: string }) {
  const t = useTranslations("attendance");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const format = useFormat(timeZone);
  const router = useRouter();
  const [code, setCode] = useState("");
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setError(undefined);
    setOutcome(null);
    setPending(true);
    setOutcome(await send());
    setPending(false);
  };
  const send = async (): Promise<Outcome | null> => {
    const takenAt = serverNow().toISOString();
    // An empty code is no code to keep: it is said at once, also without signal.
    if (code.trim() === "" && !navigator.onLine) {
      return { kind: "problem", text: t("error.noAnswer") };
    }
    let result: Result<{ title: string; at: string }> | "kept";
    try {
      result = await sendOrKeep(personId, TYPE, { code, takenAt }, takenAt);
    } catch {
      return { kind: "problem", text: t("queue.full") };
    }
    if (result === "kept") {
      setCode("");
      return { kind: "kept" };
    }
    if (result.ok) {
      setCode("");
      router.refresh();
      return { kind: "recorded", ...result.value };
    }
    const issue = result.issues?.[0];
    if (issue) setError(issueText(issue));
    return issue ? null : { kind: "problem", text: refusals(result.reason) };
  };
  return (
    <div className="grid gap-4">
      <form noValidate onSubmit={submit} className="grid gap-3">
        <TextField
          id="attendance-code"
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          value={code}
          error={error}
          onChange={(event) => {
            setCode(event.target.value);
            setError(undefined);
          }}
          className="max-w-60 font-semibold tracking-widest uppercase"
        />
        <Button type="submit" pending={pending} className="justify-self-start max-sm:w-full">
          {t("confirm")}
        </Button>
        {outcome?.kind === "problem" && (
          <Callout tone="late" live>
            {outcome.text}
          </Callout>
        )}
        {outcome?.kind === "kept" && (
          <Callout live title={t("queue.keptTitle")}>
            {t("queue.kept")}
          </Callout>
        )}
        {outcome?.kind === "recorded" && (
          <Callout tone="good" live title={t("recorded")}>
            {t("recordedIn", { title: outcome.title, time: format.time(outcome.at) })}
          </Callout>
        )}
      </form>
      <WaitingCodes personId={personId} timeZone={timeZone} />
    </div>
  );
}

/** Codes on this phone that the server has not taken, each with its state and a way to be rid of it. */
function WaitingCodes({ personId, timeZone }: { personId: string; timeZone: string }) {
  const t = useTranslations("attendance");
  const refusals = useTranslations("refusals");
  const format = useFormat(timeZone);
  const router = useRouter();
  const [codes, setCodes] = useState<{ commandId: string; errand: Errand }[]>([]);
  useEffect(() => {
    let known: string[] = [];
    const look = async () => {
      const store = await openDeviceStore(personId);
      const found = (await listErrands(store)).filter(({ errand }) => errand.type === TYPE);
      const ids = found.map(({ commandId }) => commandId);
      // One is gone: the agenda above shows what became of it.
      if (known.some((id) => !ids.includes(id))) router.refresh();
      known = ids;
      setCodes(found);
    };
    const again = () => look().catch(() => setCodes([]));
    void again();
    return watchDevice(({ shelf }) => {
      if (shelf === "errands" || shelf === "keys") void again();
    });
  }, [personId, router]);
  if (codes.length === 0) return null;
  return (
    <ul aria-label={t("queue.list")} className="grid gap-2">
      {codes.map(({ commandId, errand }) => {
        const { code } = errand.payload as { code: string };
        return (
          <li
            key={commandId}
            data-tone={errand.problem ? "late" : undefined}
            className="flex items-center gap-2 rounded-sm border border-line bg-sunken py-1.5 pr-1.5 pl-3"
          >
            <span className="min-w-0 flex-1">
              <span className="font-semibold tracking-widest uppercase wrap-anywhere">{code}</span>
              <span className="block text-sm text-ink-2">
                {t("queue.taken", { time: format.dateTime(errand.at) })}
                {" · "}
                {errand.problem === null
                  ? t("queue.waiting")
                  : t("queue.refused", {
                      reason:
                        errand.problem === "invalid"
                          ? t("queue.unknown")
                          : refusals(errand.problem),
                    })}
              </span>
            </span>
            <IconButton
              label={t("queue.remove", { code })}
              icon={<TrashIcon />}
              onClick={() =>
                void openDeviceStore(personId)
                  .then((store) => store.errands.delete([commandId]))
                  .catch(() => null)
              }
            />
          </li>
        );
      })}
    </ul>
  );
}

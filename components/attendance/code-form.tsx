"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextField } from "@/components/ui/text-field";
import { attendByCodeAction } from "@/lib/attendance/actions";
import { useFormat } from "@/lib/i18n/use-format";

/** The code of the day, typed. Needs the messages of `attendance`, `issues` and `refusals`. */
export function CodeForm({ timeZone }: { timeZone: string }) {
  const t = useTranslations("attendance");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const format = useFormat(timeZone);
  const { run, pending } = useCommand(attendByCodeAction);
  const [code, setCode] = useState("");
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<{ title: string; at: string } | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    setProblem(null);
    setDone(null);
    const result = await run({ code });
    if (result.ok) {
      setDone(result.value);
      setCode("");
      return;
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setProblem(t(`error.${result.reason === "outdated" ? "outdated" : "noAnswer"}`));
    }
    const issue = "issues" in result ? result.issues?.[0] : undefined;
    if (issue) setError(issueText(issue));
    else setProblem(refusals(result.reason));
  };
  return (
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
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      {done && (
        <Callout tone="good" live title={t("recorded")}>
          {t("recordedIn", { title: done.title, time: format.time(done.at) })}
        </Callout>
      )}
    </form>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextField } from "@/components/ui/text-field";
import { requestResetAction } from "@/lib/person/actions";

/** Asks for a new password by letter; the answer is the same for everybody. */
export function ForgottenForm() {
  const t = useTranslations("auth");
  const locale = useLocale();
  const [pending, start] = useTransition();
  const [sent, setSent] = useState(false);
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const login = String(new FormData(event.currentTarget).get("login") ?? "").trim();
    if (!login) return setError(t("signIn.loginRequired"));
    setError(undefined);
    start(async () => {
      try {
        const result = await requestResetAction({ login, locale });
        setSent(result.ok);
        if (result.ok) return setProblem(undefined);
        const seconds = Number(result.details?.retryAfterSeconds ?? 60);
        setProblem(
          result.reason === "rate_limited"
            ? t("signIn.locked", { minutes: Math.ceil(seconds / 60) })
            : t("signIn.failed"),
        );
      } catch {
        setProblem(t("signIn.failed"));
      }
    });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {sent && (
        <Callout tone="good" live>
          {t("forgotten.sent")}
        </Callout>
      )}
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <TextField
        id="login"
        name="login"
        label={t("signIn.login")}
        hint={t("signIn.loginHint")}
        error={error}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
      />
      <Button type="submit" size="lg" block pending={pending}>
        {t("forgotten.submit")}
      </Button>
    </form>
  );
}

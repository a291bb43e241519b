"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextField } from "@/components/ui/text-field";

interface Failure {
  login?: string;
  password?: string;
  general?: string;
}

/** Signs in and goes on. What was typed stays after a failure. */
export function SignInForm({
  next,
}: {
  /** The page that was asked for; "/" is where the person's work begins. */
  next: string;
}) {
  const t = useTranslations("auth.signIn");
  const enter = useSignIn(next);
  const [failure, setFailure] = useState<Failure>({});

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const login = String(form.get("login")).trim();
    const password = String(form.get("password"));
    if (!login || !password) {
      setFailure({
        login: login ? undefined : t("loginRequired"),
        password: password ? undefined : t("passwordRequired"),
      });
      return;
    }
    setFailure({ general: await enter.run(login, password) });
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      {failure.general && (
        <Callout tone="late" live>
          {failure.general}
        </Callout>
      )}
      <TextField
        id="login"
        name="login"
        label={t("login")}
        hint={t("loginHint")}
        error={failure.login}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={254}
      />
      <TextField
        id="password"
        name="password"
        type="password"
        label={t("password")}
        error={failure.password}
        autoComplete="current-password"
        maxLength={128}
      />
      <Button type="submit" size="lg" block pending={enter.pending}>
        {t("submit")}
      </Button>
    </form>
  );
}

/** Signing in with next-auth, on the way to a page; `run` answers with a message when it failed. */
export function useSignIn(next: string) {
  const t = useTranslations("auth.signIn");
  const [pending, setPending] = useState(false);

  async function run(login: string, password: string): Promise<string | undefined> {
    setPending(true);
    try {
      const result = await signIn("credentials", { login, password, redirect: false });
      if (result?.ok) {
        // A full load: everything that was rendered for nobody is rendered anew for somebody.
        window.location.assign(next);
        return undefined;
      }
      setPending(false);
      const locked = /^rate_limited:(\d+)$/.exec(result?.error ?? "");
      if (locked) return t("locked", { minutes: Math.ceil(Number(locked[1]) / 60) });
      // Every other error is not the person's mistake, though next-auth answers 401 to it too.
      return result?.error === "CredentialsSignin" ? t("wrong") : t("failed");
    } catch {
      setPending(false);
      return t("failed");
    }
  }
  return { pending, run };
}

"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextField } from "@/components/ui/text-field";
import type { FieldIssue } from "@/lib/document/issue";
import { changePasswordAction, openLinkAction, setPasswordAction } from "@/lib/person/actions";
import { PASSWORD_MAX, PASSWORD_MIN } from "@/lib/person/model";
import type { Result } from "@/lib/platform/result";

/** Sets a password: with a one-time link's token, or knowing the current one. */
export function PasswordForm({ token }: { token?: string }) {
  const t = useTranslations("auth");
  const refusals = useTranslations("refusals");
  const issueText = useTranslations("issues");
  const [pending, start] = useTransition();
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [general, setGeneral] = useState<string>();

  // Programs that look at links before people do run no scripts: this is a person.
  useEffect(() => {
    if (token) openLinkAction({ token }).catch(() => {});
  }, [token]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "");
    const chosen = { password: field("password"), repeated: field("repeated") };
    start(async () => {
      const result: Result<null> =
        token === undefined
          ? await changePasswordAction({ current: field("current"), ...chosen })
          : await setPasswordAction({ token, ...chosen });
      if (result.ok) {
        const notice = token === undefined ? "password-changed" : "password-set";
        window.location.assign(`/sign-in?notice=${notice}`);
        return;
      }
      setIssues(result.issues ?? []);
      if (result.issues?.length) setGeneral(undefined);
      else if (result.reason === "rate_limited") {
        const seconds = Number(result.details?.retryAfterSeconds ?? 60);
        setGeneral(t("signIn.locked", { minutes: Math.ceil(seconds / 60) }));
      } else setGeneral(refusals(result.reason));
    });
  }

  const errorOf = (path: string) => {
    const issue = issues.find((found) => found.path === path);
    return issue && issueText(issue.code as never, issue.params as never);
  };

  return (
    <form onSubmit={submit} noValidate className="grid max-w-md gap-4">
      {general && (
        <Callout tone="late" live>
          {general}
        </Callout>
      )}
      {token === undefined && (
        <TextField
          id="current"
          name="current"
          type="password"
          label={t("account.current")}
          error={errorOf("current")}
          autoComplete="current-password"
          maxLength={PASSWORD_MAX}
        />
      )}
      <TextField
        id="password"
        name="password"
        type="password"
        label={t("setPassword.password")}
        hint={t("setPassword.passwordHint", { min: PASSWORD_MIN })}
        error={errorOf("password")}
        autoComplete="new-password"
        maxLength={PASSWORD_MAX}
      />
      <TextField
        id="repeated"
        name="repeated"
        type="password"
        label={t("setPassword.repeated")}
        error={errorOf("repeated")}
        autoComplete="new-password"
        maxLength={PASSWORD_MAX}
      />
      <div>
        <Button type="submit" pending={pending}>
          {token === undefined ? t("account.submit") : t("setPassword.submit")}
        </Button>
      </div>
    </form>
  );
}

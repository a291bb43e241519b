"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { newId } from "@/components/document/new-id";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { FieldIssue } from "@/lib/document/issue";
import { correctIdentityAction } from "@/lib/own-data/actions";
import { PASSWORD_MAX } from "@/lib/person/model";

/** Corrects the own name and address; the password is asked for once the address is another one. */
export function IdentityForm({ name, email }: { name: string; email: string | null }) {
  const t = useTranslations("auth.account.correct");
  const auth = useTranslations("auth");
  const refusals = useTranslations("refusals");
  const issueText = useTranslations("issues");
  const locale = useLocale();
  const sent = useRef({ content: "", commandId: "" });
  const [written, setWritten] = useState({ name, email: email ?? "", password: "" });
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [general, setGeneral] = useState<string>();
  const [pending, start] = useTransition();
  const moves = written.email.trim().toLowerCase() !== (email ?? "");
  const changed = moves || written.name.trim() !== name;

  function submit(event: FormEvent) {
    event.preventDefault();
    start(async () => {
      const body = { was: { name, email }, ...written, locale };
      const content = JSON.stringify(body);
      if (sent.current.content !== content) sent.current = { content, commandId: newId() };
      const result = await correctIdentityAction({ commandId: sent.current.commandId, ...body });
      if (result.ok) {
        setIssues([]);
        setGeneral(undefined);
        setWritten((before) => ({ ...before, password: "" }));
        toast(t(result.value.toConfirm ? "toConfirm" : "done"), { tone: "good" });
        return;
      }
      setIssues(result.issues ?? []);
      if (result.issues?.length) setGeneral(undefined);
      else if (result.details?.cause === "stale") setGeneral(t("stale"));
      else if (result.reason === "rate_limited") {
        const seconds = Number(result.details?.retryAfterSeconds ?? 60);
        setGeneral(auth("signIn.locked", { minutes: Math.ceil(seconds / 60) }));
      } else setGeneral(refusals(result.reason));
    });
  }

  const field = (key: keyof typeof written) => {
    const issue = issues.find(({ path }) => path === key);
    return {
      name: key,
      value: written[key],
      onChange: (event: { target: { value: string } }) =>
        setWritten((before) => ({ ...before, [key]: event.target.value })),
      error: issue && issueText(issue.code as never, issue.params as never),
    };
  };

  return (
    <form onSubmit={submit} noValidate className="grid max-w-md gap-4">
      <h3 className="text-md font-bold">{t("title")}</h3>
      {general && (
        <Callout tone="late" live>
          {general}
        </Callout>
      )}
      <TextField id="own-name" label={t("name")} autoComplete="name" {...field("name")} />
      <TextField
        id="own-email"
        type="email"
        label={t("email")}
        hint={t("emailHint")}
        optional
        autoComplete="email"
        maxLength={254}
        {...field("email")}
      />
      {moves && (
        <TextField
          id="own-password"
          type="password"
          label={t("password")}
          autoComplete="current-password"
          maxLength={PASSWORD_MAX}
          {...field("password")}
        />
      )}
      <div>
        <Button type="submit" variant="secondary" pending={pending} disabled={!changed}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}

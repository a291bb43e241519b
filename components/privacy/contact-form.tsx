"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { FieldIssue } from "@/lib/document/issue";
import type { Refusal } from "@/lib/platform/result";
import { setPrivacyContactAction } from "@/lib/privacy/actions";
import type { PrivacyController } from "@/lib/privacy/model";
import { CONTACT_BOUNDS } from "@/lib/privacy/model";

/** Whom the notice of a centre names for questions. */
export function ContactForm({ contact }: { contact: PrivacyController }) {
  const t = useTranslations("privacy.contactForm");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const { run, pending } = useCommand(setPrivacyContactAction);
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [problem, setProblem] = useState<string>();
  const errorOf = (path: string) => {
    const issue = issues.find((found) => found.path === path);
    return issue && issueText(issue);
  };

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "");
    const result = await run({
      centerId: contact.centerId,
      contactName: field("contactName"),
      contactEmail: field("contactEmail").trim(),
      contactPhone: field("contactPhone"),
    });
    if (result.ok) {
      setIssues([]);
      setProblem(undefined);
      toast(t("saved"), { tone: "good" });
      return;
    }
    const silent = result.reason === "no_answer" || result.reason === "outdated";
    const refusal = silent ? null : (result as Refusal);
    setIssues(refusal?.issues ?? []);
    setProblem(refusal?.issues?.length ? undefined : refusals(refusal?.reason ?? "unexpected"));
  }

  return (
    <form onSubmit={submit} noValidate className="grid max-w-md gap-4">
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <TextField
        id="contactName"
        name="contactName"
        label={t("name")}
        hint={t("nameHint")}
        defaultValue={contact.contactName ?? ""}
        maxLength={CONTACT_BOUNDS.name.max}
        error={errorOf("contactName")}
      />
      <TextField
        id="contactEmail"
        name="contactEmail"
        type="email"
        label={t("email")}
        defaultValue={contact.contactEmail ?? ""}
        maxLength={254}
        error={errorOf("contactEmail")}
      />
      <TextField
        id="contactPhone"
        name="contactPhone"
        type="tel"
        label={t("phone")}
        optional
        defaultValue={contact.contactPhone ?? ""}
        maxLength={CONTACT_BOUNDS.phone.max}
        error={errorOf("contactPhone")}
      />
      <div>
        <Button type="submit" pending={pending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { InvitationDialog } from "@/components/center/invitation-dialog";
import { useIssueText } from "@/components/cohort/issue-text";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Dialog } from "@/components/ui/dialog";
import { PlusIcon } from "@/components/ui/icons";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { type InvitationDto, STAFF_ROLES } from "@/lib/center/model";
import type { FieldIssue } from "@/lib/document/issue";
import type { Refusal } from "@/lib/platform/result";
import { enlistAction } from "@/lib/staff/actions";

/** Makes somebody staff of a centre; a new person's link is shown, once. */
export function EnlistForm({ centerId }: { centerId: string }) {
  const t = useTranslations("staff");
  const refusals = useTranslations("refusals");
  const issueText = useIssueText();
  const locale = useLocale();
  const { run, pending } = useCommand(enlistAction);
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState<(typeof STAFF_ROLES)[number]>("ORGANIZER");
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [problem, setProblem] = useState<string>();
  const [invitation, setInvitation] = useState<InvitationDto | null>(null);
  const errorOf = (path: string) => {
    const issue = issues.find((found) => found.path === path);
    return issue && issueText(issue);
  };

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const result = await run({
      centerId,
      staffName: String(form.get("staffName") ?? ""),
      staffEmail: String(form.get("staffEmail") ?? "").trim(),
      role,
      locale,
    });
    if (result.ok) {
      setOpen(false);
      setIssues([]);
      setProblem(undefined);
      setInvitation(result.value.invitation);
      const { letter } = result.value;
      toast(t(letter === "SENT" ? "add.told" : letter === "KEPT" ? "add.kept" : "add.done"), {
        tone: "good",
      });
      return;
    }
    if (result.reason === "no_answer" || result.reason === "outdated") {
      return setProblem(t("noAnswer"));
    }
    const refusal = result as Refusal;
    setIssues(refusal.issues ?? []);
    setProblem(refusal.issues?.length ? undefined : refusals(refusal.reason));
  }

  return (
    <>
      <Button icon={<PlusIcon />} onClick={() => setOpen(true)}>
        {t("add.open")}
      </Button>
      <Dialog
        open={open}
        busy={pending}
        onClose={() => setOpen(false)}
        title={t("add.title")}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)} disabled={pending}>
              {t("add.cancel")}
            </Button>
            <Button type="submit" form="enlist" pending={pending}>
              {t("add.go")}
            </Button>
          </>
        }
      >
        <form id="enlist" onSubmit={submit} noValidate className="grid gap-4">
          {problem && (
            <Callout tone="late" live>
              {problem}
            </Callout>
          )}
          <TextField
            id="staffName"
            name="staffName"
            label={t("add.name")}
            maxLength={160}
            error={errorOf("staffName")}
          />
          <TextField
            id="staffEmail"
            name="staffEmail"
            type="email"
            label={t("add.email")}
            maxLength={254}
            error={errorOf("staffEmail")}
          />
          <ChoiceGroup
            id="staffRole"
            name="role"
            type="radio"
            label={t("add.role")}
            values={[role]}
            onValues={([value]) => setRole(STAFF_ROLES.find((known) => known === value) ?? role)}
            options={STAFF_ROLES.map((value) => ({
              value,
              label: t(`roles.${value}`),
              hint: t(`roleHints.${value}`),
            }))}
          />
        </form>
      </Dialog>
      <InvitationDialog invitation={invitation} onClose={() => setInvitation(null)} />
    </>
  );
}

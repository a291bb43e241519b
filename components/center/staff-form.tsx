"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId, useRef, useState, useTransition } from "react";
import { InvitationDialog } from "@/components/center/invitation-dialog";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import type { InvitationDto } from "@/lib/center/model";
import type { FieldIssue } from "@/lib/document/issue";
import type { Result } from "@/lib/platform/result";

export interface StaffFormField {
  name: string;
  label: string;
  type?: "text" | "email";
}

/** A button that opens a short form, sends it once, and shows the invitation that comes back. */
export function StaffForm({
  open: opener,
  title,
  fields,
  children,
  send,
  done,
}: {
  open: (show: () => void) => ReactNode;
  title: string;
  fields: StaffFormField[];
  /** Further controls, inside the form. */
  children?: ReactNode;
  send: (values: Record<string, string> & { commandId: string }) => Promise<Result<InvitationDto>>;
  /** What to say when it worked. */
  done: string;
}) {
  const t = useTranslations("admin");
  const refusals = useTranslations("refusals");
  const issueText = useTranslations("issues");
  const formId = useId();
  const commandId = useRef("");
  const [open, setOpen] = useState(false);
  const [pending, start] = useTransition();
  const [issues, setIssues] = useState<FieldIssue[]>([]);
  const [general, setGeneral] = useState<string>();
  const [invitation, setInvitation] = useState<InvitationDto | null>(null);

  function show() {
    commandId.current = crypto.randomUUID();
    setIssues([]);
    setGeneral(undefined);
    setOpen(true);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const values = Object.fromEntries(
      [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]),
    );
    start(async () => {
      const result = await send({ ...values, commandId: commandId.current });
      if (result.ok) {
        setOpen(false);
        setInvitation(result.value);
        toast(done, { tone: "good" });
        return;
      }
      setIssues(result.issues ?? []);
      setGeneral(result.issues?.length ? undefined : refusals(result.reason));
    });
  }

  return (
    <>
      {opener(show)}
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        busy={pending}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)} disabled={pending}>
              {t("cancel")}
            </Button>
            <Button type="submit" form={formId} pending={pending}>
              {t("save")}
            </Button>
          </>
        }
      >
        <form id={formId} onSubmit={submit} noValidate className="grid gap-4">
          {general && (
            <Callout tone="late" live>
              {general}
            </Callout>
          )}
          {fields.map((field) => {
            const issue = issues.find(({ path }) => path === field.name);
            return (
              <TextField
                key={field.name}
                id={`${formId}-${field.name}`}
                name={field.name}
                type={field.type ?? "text"}
                label={field.label}
                maxLength={254}
                error={issue && issueText(issue.code as never, issue.params as never)}
              />
            );
          })}
          {children}
        </form>
      </Dialog>
      <InvitationDialog invitation={invitation} onClose={() => setInvitation(null)} />
    </>
  );
}

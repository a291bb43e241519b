"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { CheckIcon, CopyIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { resendLetterAction, showLetterAction } from "@/lib/mail/actions";
import type { Letter } from "@/lib/mail/model";

/** What can be done with a letter: shown, to be copied, and sent again. */
export function LetterActions({
  centerId,
  messageId,
  name,
  canShow,
  canResend,
}: {
  centerId: string;
  messageId: string;
  name: string;
  canShow: boolean;
  canResend: boolean;
}) {
  const t = useTranslations("mail");
  const refusals = useTranslations("refusals");
  const [pending, start] = useTransition();
  const [letter, setLetter] = useState<Letter | null>(null);
  const [copied, setCopied] = useState(false);

  const show = () =>
    start(async () => {
      const result = await showLetterAction({ centerId, messageId });
      if (result.ok) setLetter(result.value);
      else toast(refusals(result.reason), { tone: "late" });
    });
  const resend = () =>
    start(async () => {
      const result = await resendLetterAction({ centerId, messageId });
      if (result.ok) toast(t("queued"), { tone: "good" });
      else toast(refusals(result.reason), { tone: "late" });
    });

  return (
    <span className="inline-flex flex-wrap justify-end gap-1.5">
      {canResend && (
        <Button
          size="sm"
          variant="secondary"
          aria-label={t("againFor", { name })}
          disabled={pending}
          onClick={resend}
        >
          {t("again")}
        </Button>
      )}
      {canShow && (
        <Button
          size="sm"
          variant="ghost"
          aria-label={t("showFor", { name })}
          pending={pending}
          onClick={show}
        >
          {t("show")}
        </Button>
      )}
      {letter && (
        <Dialog
          open
          onClose={() => {
            setLetter(null);
            setCopied(false);
          }}
          title={t("letterTitle", { name })}
          footer={
            <Button
              icon={copied ? <CheckIcon /> : <CopyIcon />}
              onClick={async () => {
                await navigator.clipboard.writeText(`${letter.subject}\n\n${letter.text}`);
                setCopied(true);
              }}
            >
              {t(copied ? "copied" : "copy")}
            </Button>
          }
        >
          <Callout tone="late">{t("secret")}</Callout>
          <p className="text-left text-sm wrap-anywhere">
            <b>{t("to")}:</b> {letter.to ?? t("noAddress")}
            <br />
            <b>{t("subject")}:</b> {letter.subject}
          </p>
          <p className="rounded-sm border border-line bg-sunken p-3 text-left text-sm whitespace-pre-wrap wrap-anywhere select-all">
            {letter.text}
          </p>
        </Dialog>
      )}
    </span>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CheckIcon, CopyIcon } from "@/components/ui/icons";
import type { InvitationDto } from "@/lib/center/model";
import { useFormat } from "@/lib/i18n/use-format";

/** Shows a one-time link, which is shown once. */
export function InvitationDialog({
  invitation,
  onClose,
}: {
  invitation: InvitationDto | null;
  onClose: () => void;
}) {
  const t = useTranslations("admin");
  const format = useFormat("Asia/Jakarta");
  const [copied, setCopied] = useState(false);
  return (
    <Dialog
      open={invitation !== null}
      onClose={() => {
        setCopied(false);
        onClose();
      }}
      title={invitation ? t("linkTitle", { name: invitation.name }) : ""}
      description={
        invitation &&
        t(invitation.purpose === "ACCEPT_ROLE" ? "roleLinkBody" : "linkBody", {
          until: format.dateTime(new Date(invitation.expiresAt)),
        })
      }
      footer={
        <Button
          icon={copied ? <CheckIcon /> : <CopyIcon />}
          onClick={async () => {
            await navigator.clipboard.writeText(invitation?.url ?? "");
            setCopied(true);
          }}
        >
          {copied ? t("copied") : t("copy")}
        </Button>
      }
    >
      <p className="rounded-sm border border-line bg-sunken p-3 text-sm wrap-anywhere select-all">
        {invitation?.url}
      </p>
    </Dialog>
  );
}

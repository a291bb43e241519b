"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Dialog } from "@/components/ui/dialog";
import { inviteAction } from "@/lib/invitation/actions";
import {
  INVITATION_CHANNELS,
  INVITATION_DAYS,
  type InvitationChannel,
  type InvitationsMade,
} from "@/lib/invitation/model";
import type { RefusalReason } from "@/lib/platform/result";

/** How the chosen people are invited. */
export function InviteDialog({
  cohortId,
  enrolmentIds,
  count,
  sends,
  isDraft,
  onClose,
  onDone,
}: {
  cohortId: string;
  /** Null for everybody without an account. */
  enrolmentIds: string[] | null;
  count: number;
  sends: boolean;
  /** The cohort does not run yet: who comes in finds nothing to do. */
  isDraft: boolean;
  onClose: () => void;
  onDone: (made: InvitationsMade) => void;
}) {
  const t = useTranslations("people");
  const refusals = useTranslations("refusals");
  const locale = useLocale();
  const { run, pending } = useCommand(inviteAction);
  const [channel, setChannel] = useState<InvitationChannel>(sends ? "MAIL" : "LINK");
  const [problem, setProblem] = useState<string>();

  const send = async () => {
    const result = await run({ cohortId, enrolmentIds, channel, locale });
    if (result.ok) return onDone(result.value);
    const silent = result.reason === "no_answer" || result.reason === "outdated";
    setProblem(silent ? t("noAnswer") : refusals(result.reason as RefusalReason));
  };

  return (
    <Dialog
      open
      busy={pending}
      onClose={onClose}
      title={t("invite.title", { count })}
      description={t("invite.body", { days: INVITATION_DAYS })}
      footer={
        <>
          <Button variant="secondary" onClick={onClose} disabled={pending}>
            {t("invite.cancel")}
          </Button>
          <Button onClick={send} pending={pending}>
            {t("invite.go")}
          </Button>
        </>
      }
    >
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      {isDraft && <Callout>{t("invite.draft")}</Callout>}
      <ChoiceGroup
        id="invite-channel"
        name="channel"
        type="radio"
        label={t("invite.channel")}
        values={[channel]}
        onValues={(values) =>
          setChannel(INVITATION_CHANNELS.find((known) => known === values[0]) ?? channel)
        }
        options={INVITATION_CHANNELS.map((value) => ({
          value,
          label: t(`channels.${value}`),
          hint: t(value === "MAIL" && !sends ? "channelHints.MAIL_OFF" : `channelHints.${value}`),
        }))}
      />
    </Dialog>
  );
}

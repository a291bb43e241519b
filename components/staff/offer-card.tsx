"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { InvitationDialog } from "@/components/center/invitation-dialog";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import type { InvitationDto } from "@/lib/center/model";
import { renewOfferAction } from "@/lib/staff/actions";
import { useStaffCommand } from "./use-staff-command";

/** A role that was offered and not taken yet: what is waited for, and a new link. */
export function OfferCard({ centerId, personId }: { centerId: string; personId: string }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { run, pending } = useStaffCommand(renewOfferAction);
  const [invitation, setInvitation] = useState<InvitationDto | null>(null);

  const renew = async () => {
    const done = await run({ centerId, personId, locale });
    if (!done) return;
    setInvitation(done.value.invitation);
    if (done.value.letter) {
      toast(t(done.value.letter === "SENT" ? "mailed" : "mailKept"), { tone: "good" });
    }
  };

  return (
    <Card as="section" aria-labelledby="offer">
      <CardHeader id="offer" title={t("offered")} />
      <CardBody className="grid gap-3">
        <p className="text-ink-2">{t("offerHint")}</p>
        <div>
          <Button variant="secondary" pending={pending} onClick={renew}>
            {t("offerAgain")}
          </Button>
        </div>
      </CardBody>
      <InvitationDialog invitation={invitation} onClose={() => setInvitation(null)} />
    </Card>
  );
}

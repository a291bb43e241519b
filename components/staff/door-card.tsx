"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { InvitationDialog } from "@/components/center/invitation-dialog";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { toast } from "@/components/ui/toast";
import type { InvitationDto } from "@/lib/center/model";
import { openDoorAction } from "@/lib/staff/actions";
import type { CenterPerson } from "@/lib/staff/model";
import { useStaffCommand } from "./use-staff-command";

/** A new way in for somebody: a link to hand on, or a letter. */
export function DoorCard({
  centerId,
  person,
  sends,
}: {
  centerId: string;
  person: CenterPerson;
  sends: boolean;
}) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { run, pending } = useStaffCommand(openDoorAction);
  const [invitation, setInvitation] = useState<InvitationDto | null>(null);
  const { door } = person.can;

  const open = async (channel: "LINK" | "MAIL") => {
    const done = await run({ centerId, personId: person.personId, channel, locale });
    if (!done) return;
    setInvitation(done.value.invitation);
    if (done.value.letter) {
      toast(t(done.value.letter === "SENT" ? "mailed" : "mailKept"), { tone: "good" });
    }
  };

  const hint = { shown: "doorShown", mailed: "doorMailed", none: "doorNone" } as const;
  return (
    <Card as="section" aria-labelledby="door">
      <CardHeader id="door" title={t("door")} />
      <CardBody className="grid gap-3">
        <p className="text-ink-2">{t(hint[door])}</p>
        {door !== "none" && (
          <div className="flex flex-wrap gap-2">
            {door === "shown" && (
              <Button variant="secondary" pending={pending} onClick={() => open("LINK")}>
                {t("link")}
              </Button>
            )}
            {(door === "mailed" ? sends : person.email) && (
              <Button variant="secondary" disabled={pending} onClick={() => open("MAIL")}>
                {t("mail")}
              </Button>
            )}
          </div>
        )}
      </CardBody>
      <InvitationDialog invitation={invitation} onClose={() => setInvitation(null)} />
    </Card>
  );
}

"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { InvitationDialog } from "@/components/center/invitation-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { createInvitationAction, setPersonStatusAction } from "@/lib/center/actions";
import type { InvitationDto } from "@/lib/center/model";

/** A new link for somebody, or an end to their sessions; the latter can be undone at once. */
export function StaffActions({
  centerId,
  personId,
  name,
  active,
}: {
  centerId: string;
  personId: string;
  name: string;
  active: boolean;
}) {
  const t = useTranslations("admin");
  const refusals = useTranslations("refusals");
  const locale = useLocale();
  const [pending, start] = useTransition();
  const [invitation, setInvitation] = useState<InvitationDto | null>(null);

  const invite = () =>
    start(async () => {
      const commandId = crypto.randomUUID();
      const result = await createInvitationAction({ commandId, centerId, personId, locale });
      if (result.ok) setInvitation(result.value);
      else toast(refusals(result.reason), { tone: "late" });
    });

  const setActive = (next: boolean) =>
    start(async () => {
      const result = await setPersonStatusAction({ personId, active: next });
      if (!result.ok) {
        toast(refusals(result.reason), { tone: "late" });
      } else if (!next) {
        toast(`${name}: ${t("deactivated")}`, {
          action: { label: t("reactivate"), run: () => setActive(true) },
        });
      }
    });

  return (
    <span className="inline-flex flex-wrap gap-2">
      {active && (
        <Button variant="ghost" size="sm" onClick={invite} pending={pending}>
          {t("newLink")}
        </Button>
      )}
      <Button
        variant={active ? "danger" : "secondary"}
        size="sm"
        onClick={() => setActive(!active)}
        disabled={pending}
      >
        {active ? t("deactivate") : t("reactivate")}
      </Button>
      <InvitationDialog invitation={invitation} onClose={() => setInvitation(null)} />
    </span>
  );
}

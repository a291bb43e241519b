"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { setSuspensionAction } from "@/lib/staff/actions";
import { useStaffCommand } from "./use-staff-command";

/** Keeps somebody away from everything of the centre, or lets them in again. */
export function SuspensionCard({
  centerId,
  personId,
  name,
  isSuspended,
}: {
  centerId: string;
  personId: string;
  name: string;
  isSuspended: boolean;
}) {
  const t = useTranslations("staff");
  const { run, pending } = useStaffCommand(setSuspensionAction);
  const [asking, setAsking] = useState(false);

  const set = async (suspended: boolean) => {
    const done = await run({ centerId, personId, suspended });
    setAsking(false);
    if (done) toast(t(suspended ? "suspendedDone" : "restored", { name }), { tone: "good" });
  };

  return (
    <Card as="section" aria-labelledby="suspension">
      <CardHeader id="suspension" title={t("accessCard")} />
      <CardBody className="grid gap-3">
        <p className="text-ink-2">{t("suspendHint")}</p>
        <div>
          {isSuspended ? (
            <Button variant="secondary" pending={pending} onClick={() => set(false)}>
              {t("restore")}
            </Button>
          ) : (
            <Button variant="danger" onClick={() => setAsking(true)}>
              {t("suspend")}
            </Button>
          )}
        </div>
      </CardBody>
      <Dialog
        open={asking}
        busy={pending}
        onClose={() => setAsking(false)}
        title={t("suspendTitle", { name })}
        description={t("suspendHint")}
        footer={
          <>
            <Button variant="secondary" onClick={() => setAsking(false)} disabled={pending}>
              {t("cancel")}
            </Button>
            <Button variant="danger" onClick={() => set(true)} pending={pending}>
              {t("suspend")}
            </Button>
          </>
        }
      />
    </Card>
  );
}

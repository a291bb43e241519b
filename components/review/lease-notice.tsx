"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useFormat } from "@/lib/i18n/use-format";
import { useDesk } from "./desk-context";

/** That somebody else reviews what waits, and the way to take it over. */
export function LeaseNotice() {
  const t = useTranslations("review.lease");
  const desk = useDesk();
  const format = useFormat(desk.seed.timeZone);
  const { lease } = desk;
  if (lease.kind === "lost") {
    return (
      <Callout tone="late" live title={t("lost")}>
        {t("lostHint")}
      </Callout>
    );
  }
  if (lease.kind !== "another") return null;
  const may = desk.seed.can.return;
  return (
    <Callout
      tone="late"
      live
      title={t(lease.takenOver ? "takenOver" : "another", { name: lease.by })}
      action={
        may ? (
          <Button size="sm" variant="secondary" onClick={desk.takeOver}>
            {t("takeOver")}
          </Button>
        ) : undefined
      }
    >
      <p>{t("until", { time: format.time(lease.until) })}</p>
      {may && <p>{t("kept", { name: lease.by })}</p>}
    </Callout>
  );
}

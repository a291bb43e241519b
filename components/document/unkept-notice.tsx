"use client";

import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { useKept, useSaveState } from "./form-context";

/** What was typed is on this page alone: the server does not have it, and the device does not keep it. */
export function UnkeptNotice() {
  const t = useTranslations("form.unkept");
  const { kind } = useSaveState();
  const kept = useKept();
  const elsewhere = kind === "saved" || kind === "saving" || kind === "submitted";
  if (kept || elsewhere) return null;
  return (
    <Callout tone="late" title={t("title")} live>
      {t("body")}
    </Callout>
  );
}

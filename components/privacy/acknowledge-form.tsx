"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { acknowledgeNoticeAction } from "@/lib/privacy/actions";
import { PRIVACY_NOTICE_VERSION } from "@/lib/privacy/model";

/** Says that the notice was read, and goes on to the page that was asked for. */
export function AcknowledgeForm({ next }: { next: string }) {
  const t = useTranslations("privacy");
  const refusals = useTranslations("refusals");
  const locale = useLocale();
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string>();

  const send = () =>
    start(async () => {
      try {
        const result = await acknowledgeNoticeAction({ version: PRIVACY_NOTICE_VERSION, locale });
        // A full load: everything was rendered for somebody who had to read first.
        if (result.ok) window.location.assign(next);
        else setProblem(refusals(result.reason));
      } catch {
        setProblem(refusals("unexpected"));
      }
    });

  return (
    <div className="grid gap-3">
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <Button size="lg" block pending={pending} onClick={send}>
        {t("acknowledge")}
      </Button>
      <p className="text-sm text-ink-3">{t("acknowledgeHint")}</p>
    </div>
  );
}

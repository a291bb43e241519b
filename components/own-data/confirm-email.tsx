"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { confirmEmailAction } from "@/lib/own-data/actions";

/** Takes a new address, and goes back to the account. */
export function ConfirmEmail({ token }: { token: string }) {
  const t = useTranslations("auth.confirm");
  const refusals = useTranslations("refusals");
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string>();
  const confirm = () =>
    start(async () => {
      const result = await confirmEmailAction({ token });
      if (result.ok) window.location.assign("/account");
      else setProblem(refusals(result.reason));
    });
  return (
    <div className="grid justify-items-start gap-4">
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <Button pending={pending} onClick={confirm}>
        {t("go")}
      </Button>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { officePath } from "@/lib/center/model";
import { takeRoleAction } from "@/lib/staff/actions";

/** Takes an offered role, and goes to the centre's office. */
export function TakeRole({ token }: { token: string }) {
  const t = useTranslations("auth.join");
  const refusals = useTranslations("refusals");
  const [pending, start] = useTransition();
  const [problem, setProblem] = useState<string>();
  const take = () =>
    start(async () => {
      const result = await takeRoleAction({ token });
      if (result.ok) window.location.assign(officePath(result.value.centerId));
      else setProblem(refusals(result.reason));
    });
  return (
    <div className="grid justify-items-start gap-4">
      {problem && (
        <Callout tone="late" live>
          {problem}
        </Callout>
      )}
      <Button pending={pending} onClick={take}>
        {t("take")}
      </Button>
    </div>
  );
}

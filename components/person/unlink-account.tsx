"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { unlinkAccountAction } from "@/lib/person/actions";

/** Takes the institutional account off one's own door. */
export function UnlinkAccount() {
  const t = useTranslations("auth.sso");
  const refusals = useTranslations("refusals");
  const [pending, start] = useTransition();
  const unlink = () =>
    start(async () => {
      const result = await unlinkAccountAction({});
      if (result.ok) toast(t("unlinked"), { tone: "good" });
      else toast(refusals(result.reason), { tone: "late" });
    });
  return (
    <div>
      <Button variant="secondary" pending={pending} onClick={unlink}>
        {t("unlink")}
      </Button>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { prepareSsoAction } from "@/lib/session/actions";

/** The way to the institution's identity provider. */
export function SsoButton({
  intent,
  label,
  next,
}: {
  /** What the account that comes back is for. */
  intent: Parameters<typeof prepareSsoAction>[0];
  label: string;
  /** The page to go on to. */
  next: string;
}) {
  const t = useTranslations("auth.sso");
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);

  const go = async () => {
    setPending(true);
    setFailed(false);
    try {
      // Loaded when it is wanted: where there is no provider, nobody pays for it.
      const [{ signIn }] = await Promise.all([import("next-auth/react"), prepareSsoAction(intent)]);
      await signIn("sso", { callbackUrl: next });
    } catch {
      setPending(false);
      setFailed(true);
    }
  };

  return (
    <div className="grid gap-3">
      {failed && (
        <Callout tone="late" live>
          {t("unreachable")}
        </Callout>
      )}
      <Button variant="secondary" size="lg" block pending={pending} onClick={go}>
        {label}
      </Button>
    </div>
  );
}

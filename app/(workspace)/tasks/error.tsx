"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";

/** A task page that failed; the way around it stays. */
export default function TasksError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors.crash");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <Card>
      <ErrorState
        title={<h1>{t("title")}</h1>}
        action={<Button onClick={() => retry()}>{t("retry")}</Button>}
      >
        {t("body")} {digest && t("code", { code: digest })}
      </ErrorState>
    </Card>
  );
}

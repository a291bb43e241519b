"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";

/** What a page shows when rendering it failed. Of the error it tells only the code that the log has too. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors.crash");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <Notice title={t("title")} body={t("body")} detail={digest && t("code", { code: digest })}>
      <Button onClick={() => retry()}>{t("retry")}</Button>
    </Notice>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";

/** A page of the workspace that failed; the shell around it still works. */
export default function WorkspaceError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors.crash");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <Notice
      inside
      title={t("title")}
      body={t("body")}
      detail={digest && t("code", { code: digest })}
    >
      <Button onClick={() => retry()}>{t("retry")}</Button>
    </Notice>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { archiveHref } from "@/lib/archive/model";

/** How long after the press the download stands in the log for sure. Milliseconds. */
const NOTED_AFTER = 2_000;

/** Plain links: what they lead to is a file, and asking for it is an event, which the page then shows. */
export function ArchiveLinks({ cohortId }: { cohortId: string }) {
  const t = useTranslations("archive");
  const router = useRouter();
  const reread = () => setTimeout(() => router.refresh(), NOTED_AFTER);
  return (
    <div className="flex flex-wrap gap-2.5">
      <a
        href={archiveHref(cohortId, false)}
        download
        onClick={reread}
        className={buttonClass("primary")}
      >
        {t("download")}
      </a>
      <a
        href={archiveHref(cohortId, true)}
        download
        onClick={reread}
        className={buttonClass("secondary")}
      >
        {t("downloadWithNumbers")}
      </a>
    </div>
  );
}

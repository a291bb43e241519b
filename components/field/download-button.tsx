"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { FileTextIcon } from "@/components/ui/icons";
import { useCopyWords } from "./use-copy-words";

/** A copy of all that this device holds unsent, also for who can no longer sign in. */
export function DownloadButton() {
  const t = useTranslations("unread");
  const words = useCopyWords();
  const download = async () => {
    const [{ findUnsent }, { downloadUnsent }] = await Promise.all([
      import("./unsent"),
      import("./download-unsent"),
    ]);
    const unsent = await findUnsent().catch(() => null);
    if (unsent) await downloadUnsent(unsent, words);
  };
  return (
    <Button variant="ghost" icon={<FileTextIcon size={16} />} onClick={() => void download()}>
      {t("download")}
    </Button>
  );
}

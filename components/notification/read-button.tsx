"use client";

import { useTranslations } from "next-intl";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { CheckIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { readNotificationsAction } from "@/lib/notification/actions";

/** Marks some of what one was told as read. Needs the messages of `notifications`. */
export function ReadButton({
  ids,
  label,
  compact,
}: {
  ids: string[];
  label: string;
  /** An icon instead of words; for lists. */
  compact?: boolean;
}) {
  const t = useTranslations("notifications");
  const { run, pending } = useCommand(readNotificationsAction);
  const read = async () => {
    const result = await run({ ids });
    if (!result.ok) toast(t("problem"), { tone: "late" });
  };
  return compact ? (
    <IconButton label={label} icon={<CheckIcon size={16} />} onClick={read} disabled={pending} />
  ) : (
    <Button variant="ghost" size="sm" onClick={read} pending={pending}>
      {label}
    </Button>
  );
}

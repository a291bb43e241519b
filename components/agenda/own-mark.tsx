import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { CheckIcon } from "@/components/ui/icons";
import type { AttendanceStatus } from "@/lib/attendance/model";
import { useFormat } from "@/lib/i18n/use-format";

/** How a participant's own attendance at a session was recorded; nothing while it was not. */
export function OwnMark({
  mark,
  timeZone,
}: {
  mark: { status: AttendanceStatus; at: string } | undefined;
  timeZone: string;
}) {
  const t = useTranslations("attendance");
  const format = useFormat(timeZone);
  if (!mark) return null;
  const present = mark.status === "PRESENT";
  return (
    <p>
      <Badge
        tone={present ? "good" : "neutral"}
        icon={present ? <CheckIcon size={14} /> : undefined}
      >
        {present ? t("presentAt", { time: format.time(mark.at) }) : t(`status.${mark.status}`)}
      </Badge>
    </p>
  );
}

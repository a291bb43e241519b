import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** Whose an entry is, and whether it is retired. */
export function OwnBadge({ own, archived }: { own: boolean; archived?: boolean }) {
  const t = useTranslations("catalogue");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {own ? <Badge tone="accent">{t("own")}</Badge> : <Badge>{t("shared")}</Badge>}
      {archived && <Badge tone="late">{t("archived")}</Badge>}
    </span>
  );
}

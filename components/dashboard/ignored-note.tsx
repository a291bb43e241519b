import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";

/** What of an address was left out because it says nothing here, or nothing any more. */
export function IgnoredNote({ names }: { names: string[] }) {
  const t = useTranslations("dashboard");
  if (names.length === 0) return null;
  return (
    <div className="mb-4 print:hidden">
      <Callout tone="late">{t("ignored", { names: names.join(", ") })}</Callout>
    </div>
  );
}

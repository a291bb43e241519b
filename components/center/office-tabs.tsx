import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import { OFFICE_PARTS, type OfficePart, officePath } from "@/lib/center/model";

/** The rooms of a centre's office. */
export function OfficeTabs({ centerId, current }: { centerId: string; current: OfficePart }) {
  const t = useTranslations("office");
  return (
    <Tabs
      label={t("parts.label")}
      items={OFFICE_PARTS.map((part) => ({
        href: officePath(centerId, part),
        label: t(`parts.${part}`),
        current: part === current,
      }))}
    />
  );
}

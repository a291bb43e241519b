import { useTranslations } from "next-intl";
import { Segments } from "@/components/ui/tabs";
import { hostListPath } from "@/lib/center/model";

const PARTS = ["regions", "units", "awards"] as const;

/** The lists of what the host regions are and have. */
export function CatalogueTabs({
  centerId,
  current,
}: {
  centerId: string;
  current: (typeof PARTS)[number];
}) {
  const t = useTranslations("catalogue");
  return (
    <div className="mb-4 flex">
      <Segments
        label={t("hostLists")}
        items={PARTS.map((part) => ({
          href: hostListPath(centerId, part),
          label: t(`${part}.title`),
          current: part === current,
        }))}
      />
    </div>
  );
}

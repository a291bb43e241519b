import { useTranslations } from "next-intl";
import { OwnBadge } from "@/components/catalogue/own-badge";
import { Card, CardBody } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import type { RegionRow } from "@/lib/host/model";

/** What a region is. */
export function RegionFacts({ region, office }: { region: RegionRow; office?: boolean }) {
  const t = useTranslations("catalogue");
  const open = <span className="text-ink-3">{t("unknown")}</span>;
  return (
    <Card as="section" className="mb-5">
      <CardBody>
        <DefinitionList
          items={[
            { term: t("regions.name"), value: region.name },
            { term: t("regions.type"), value: t(`agencyType.${region.type}`) },
            { term: t("regions.regionCode"), value: region.regionCode ?? open },
            { term: t("regions.capital"), value: region.capital ?? open },
            ...(office
              ? [
                  {
                    term: t("owner"),
                    value: <OwnBadge own={region.own} archived={region.archived} />,
                  },
                ]
              : []),
          ]}
        />
      </CardBody>
    </Card>
  );
}

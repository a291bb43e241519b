import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AddEntry, EntryButtons } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { saveAwardAction, saveUnitAction } from "@/lib/catalogue/actions";
import type { AwardRow, Paged, UnitRow } from "@/lib/host/model";
import { AwardList } from "./award-list";
import { useAwardFields, useUnitFields } from "./region-fields";
import { UnitList } from "./unit-list";

interface Place {
  centerId: string;
  hostRegionId: string;
}

/** The units of a region, to be added and edited by whoever organises. */
export function ManagedUnits({
  place,
  units,
  children,
}: {
  place: Place;
  units: Paged<UnitRow>;
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  return (
    <EntryScope
      kind="unit"
      centerId={place.centerId}
      fixed={{ hostRegionId: place.hostRegionId }}
      fields={useUnitFields()}
      titles={{ add: t("units.add"), edit: t("units.edit") }}
      save={saveUnitAction}
    >
      <UnitList
        units={units}
        office
        add={<AddEntry size="sm" label={t("units.add")} />}
        buttonsOf={({ id, version, name, shortName, laterName, own, archived, innovations }) =>
          own && (
            <EntryButtons
              entry={{
                id,
                version,
                name: shortName,
                values: { name, shortName, laterName },
                archived,
                used: innovations > 0,
              }}
            />
          )
        }
      >
        {children}
      </UnitList>
    </EntryScope>
  );
}

/** The awards of a region, to be added and edited by whoever organises. */
export function ManagedAwards({
  place,
  awards,
  honourable,
  children,
}: {
  place: Place;
  awards: Paged<AwardRow>;
  honourable: readonly { id: string; name: string }[];
  children?: ReactNode;
}) {
  const t = useTranslations("catalogue");
  return (
    <EntryScope
      kind="award"
      centerId={place.centerId}
      fixed={{ hostRegionId: place.hostRegionId }}
      fields={useAwardFields(honourable)}
      titles={{ add: t("awards.add"), edit: t("awards.edit") }}
      save={saveAwardAction}
    >
      <AwardList
        awards={awards}
        office
        add={<AddEntry size="sm" label={t("awards.add")} />}
        buttonsOf={({ id, version, own, innovation, ...award }) =>
          own && (
            <EntryButtons
              entry={{
                id,
                version,
                name: `${award.name} ${award.year}`,
                values: { ...award, innovationId: innovation?.id ?? null },
              }}
            />
          )
        }
      >
        {children}
      </AwardList>
    </EntryScope>
  );
}

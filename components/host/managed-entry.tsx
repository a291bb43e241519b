import { useTranslations } from "next-intl";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { LeavingButtons } from "@/components/catalogue/leaving-buttons";
import { saveAwardAction, saveUnitAction } from "@/lib/catalogue/actions";
import { hostListPath } from "@/lib/center/model";
import type { AwardProfile, UnitProfile } from "@/lib/host/model";
import { useAwardFields, useUnitFields } from "./region-fields";

/** What organisers of its centre can do with a unit on its page. Needs `catalogue`, `issues`, `refusals`. */
export function ManagedUnit({ centerId, unit }: { centerId: string; unit: UnitProfile["unit"] }) {
  const t = useTranslations("catalogue");
  const { id, version, name, shortName, laterName, archived, region } = unit;
  return (
    <EntryScope
      kind="unit"
      centerId={centerId}
      fixed={{ hostRegionId: region.id }}
      fields={useUnitFields()}
      titles={{ add: t("units.add"), edit: t("units.edit") }}
      save={saveUnitAction}
    >
      <LeavingButtons
        entry={{
          id,
          version,
          name: shortName,
          values: { name, shortName, laterName },
          archived,
          used: unit.innovations > 0,
        }}
        href={hostListPath(centerId, "units")}
      />
    </EntryScope>
  );
}

/** The same with an award. */
export function ManagedAward({
  centerId,
  award,
  honourable,
}: {
  centerId: string;
  award: AwardProfile["award"];
  honourable: readonly { id: string; name: string }[];
}) {
  const t = useTranslations("catalogue");
  const { name, level, year, rank, giver, note, source, confidence, innovation } = award;
  return (
    <EntryScope
      kind="award"
      centerId={centerId}
      fixed={{ hostRegionId: award.region.id }}
      fields={useAwardFields(honourable)}
      titles={{ add: t("awards.add"), edit: t("awards.edit") }}
      save={saveAwardAction}
    >
      <LeavingButtons
        entry={{
          id: award.id,
          version: award.version,
          name: `${name} ${year}`,
          values: {
            name,
            level,
            year,
            rank,
            giver,
            note,
            source,
            confidence,
            innovationId: innovation?.id ?? null,
          },
        }}
        href={hostListPath(centerId, "awards")}
      />
    </EntryScope>
  );
}

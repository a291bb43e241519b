import { useTranslations } from "next-intl";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { LeavingButtons } from "@/components/catalogue/leaving-buttons";
import type { AgencyRow } from "@/lib/agency/model";
import { saveAgencyAction } from "@/lib/catalogue/actions";
import { officePath } from "@/lib/center/model";
import { useAgencyFields } from "./agency-fields";

/** What organisers can do with an agency of their centre on its page. Needs `catalogue`, `issues`, `refusals`. */
export function ManagedAgency({ centerId, agency }: { centerId: string; agency: AgencyRow }) {
  const t = useTranslations("catalogue");
  const { id, version, name, shortName, type, archived, people } = agency;
  return (
    <EntryScope
      kind="agency"
      centerId={centerId}
      fields={useAgencyFields()}
      titles={{ add: t("agencies.add"), edit: t("agencies.edit") }}
      save={saveAgencyAction}
    >
      <LeavingButtons
        entry={{
          id,
          version,
          name: shortName,
          values: { name, shortName, type },
          archived,
          used: people > 0,
        }}
        href={officePath(centerId, "agencies")}
      />
    </EntryScope>
  );
}

import { useTranslations } from "next-intl";
import { AddEntry, EntryButtons } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { useSourceFields } from "@/components/host/region-fields";
import { saveFactAction } from "@/lib/catalogue/actions";
import { FACT_BOUNDS, type InnovationFact } from "@/lib/innovation/model";
import { InnovationFacts } from "./innovation-facts";

/**
 * The facts of an innovation, to be added and edited for a centre by whoever organises in it. Needs
 * `catalogue`, `issues` and `refusals`.
 */
export function ManagedFacts({
  innovationId,
  facts,
  centerId,
}: {
  innovationId: string;
  facts: InnovationFact[];
  centerId: string;
}) {
  const t = useTranslations("catalogue");
  const sourceFields = useSourceFields(FACT_BOUNDS.source.max);
  return (
    <EntryScope
      kind="fact"
      centerId={centerId}
      fixed={{ innovationId }}
      fields={[
        {
          name: "text",
          label: t("facts.text"),
          hint: t("facts.textHint"),
          kind: "textarea",
          max: FACT_BOUNDS.text.max,
          rows: 4,
        },
        ...sourceFields,
      ]}
      titles={{ add: t("facts.add"), edit: t("facts.edit") }}
      save={saveFactAction}
    >
      <InnovationFacts
        facts={facts}
        add={<AddEntry size="sm" label={t("facts.add")} />}
        buttonsOf={({ id, version, text, source, confidence, centerId: owner }) =>
          owner === centerId && (
            <EntryButtons
              entry={{
                id,
                version,
                name: `“${text.slice(0, 40)}${text.length > 40 ? "…" : ""}”`,
                values: { text, source, confidence },
              }}
            />
          )
        }
      />
    </EntryScope>
  );
}

import { useTranslations } from "next-intl";
import { AddEntry, EntryButtons } from "@/components/catalogue/entry-buttons";
import { EntryScope } from "@/components/catalogue/entry-scope";
import { useSourceFields } from "@/components/host/region-fields";
import { Segments } from "@/components/ui/tabs";
import { saveFactAction } from "@/lib/catalogue/actions";
import { FACT_BOUNDS, type InnovationFact, innovationPath } from "@/lib/innovation/model";
import { InnovationFacts } from "./innovation-facts";

/**
 * The facts of an innovation, to be added and edited for a centre by whoever organises in it. Needs
 * `catalogue`, `issues` and `refusals`.
 */
export function ManagedFacts({
  innovationId,
  facts,
  centerId,
  offices,
}: {
  innovationId: string;
  facts: InnovationFact[];
  centerId: string;
  /** Of whoever organises in several centres: those that can be chosen instead. */
  offices: readonly { id: string; shortName: string }[];
}) {
  const t = useTranslations("catalogue");
  const sourceFields = useSourceFields(FACT_BOUNDS.source.max);
  return (
    <EntryScope
      key={centerId}
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
        choice={
          offices.length > 1 && (
            <>
              <p className="text-sm text-ink-2">{t("facts.office")}</p>
              <Segments
                label={t("facts.office")}
                items={offices.map(({ id, shortName }) => ({
                  href: `${innovationPath(innovationId)}?for=${id}`,
                  label: shortName,
                  current: id === centerId,
                }))}
              />
            </>
          )
        }
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

import { useTranslations } from "next-intl";
import type { EntryField } from "@/components/catalogue/entry-field";
import { Button } from "@/components/ui/button";
import { Card, CardBody } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { BuildingIcon } from "@/components/ui/icons";
import { SelectField } from "@/components/ui/text-field";
import { newInnovationPath, officePath } from "@/lib/center/model";
import type { InnovationFormDto } from "@/lib/innovation/loaders";
import { innovationPath } from "@/lib/innovation/model";
import { useInnovationSections } from "./innovation-fields";
import { InnovationForm } from "./innovation-form";

/** The form of an innovation, or what has to be there before it. */
export function InnovationFormScreen({ form }: { form: InnovationFormDto }) {
  const t = useTranslations("catalogue");
  const sections = useInnovationSections();
  const { centerId, regions, units, regionId, standing } = form;
  const hosts = officePath(centerId, "hosts");
  if (regionId === null) {
    if (regions.length === 0) {
      return (
        <Card>
          <EmptyState
            icon={<BuildingIcon size={22} />}
            title={t("form.noRegions")}
            action={<Button href={hosts}>{t("regions.title")}</Button>}
          />
        </Card>
      );
    }
    return (
      <Card>
        <CardBody>
          {/* A plain form: the units of the region come with the next page. */}
          <form action={newInnovationPath(centerId)} className="grid max-w-xl gap-4">
            <SelectField
              id="region"
              name="region"
              label={t("form.chooseRegion")}
              hint={t("form.chooseRegionBody")}
              defaultValue={regions.length === 1 ? regions[0]?.id : ""}
              required
            >
              <option value="">{t("choose")}</option>
              {regions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
            <div>
              <Button type="submit">{t("form.next")}</Button>
            </div>
          </form>
        </CardBody>
      </Card>
    );
  }
  if (units.length === 0 && !standing) {
    return (
      <Card>
        <EmptyState
          icon={<BuildingIcon size={22} />}
          title={t("form.noUnits")}
          action={<Button href={`${hosts}/${regionId}`}>{t("form.toRegion")}</Button>}
        />
      </Card>
    );
  }
  const options = units.map(({ id, name }) => ({ value: id, label: name }));
  const ownUnit = standing?.values.hostUnitId;
  // Retired since it was chosen: it may stay.
  if (ownUnit && !units.some(({ id }) => id === ownUnit)) {
    options.unshift({ value: ownUnit, label: t("form.unitGone") });
  }
  const unit: EntryField = { name: "hostUnitId", label: t("form.unit"), kind: "select", options };
  return (
    <InnovationForm
      centerId={centerId}
      region={{ id: regionId, name: regions.find(({ id }) => id === regionId)?.name ?? "–" }}
      unit={unit}
      sections={sections}
      standing={standing}
      cancelHref={standing ? innovationPath(standing.id) : `${hosts}/${regionId}`}
    />
  );
}

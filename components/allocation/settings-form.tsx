import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { SelectField, TextField } from "@/components/ui/text-field";
import type { AllocationPage } from "@/lib/allocation/loaders";
import { allocationPath, SEED_BOUND, WEIGHT_BOUND } from "@/lib/allocation/model";

const AIMS = ["wishes", "spread", "load"] as const;

/** What counts how much. Asks for a proposal by the address, so that it can be shown to others. */
export function SettingsForm({ page }: { page: AllocationPage }) {
  const t = useTranslations("allocation");
  const { cohort, kind, band, settings } = page;
  return (
    <Card as="section">
      <CardHeader title={t("settings")} />
      <CardBody>
        <form action={allocationPath(cohort.id)} className="grid gap-3.5">
          <input type="hidden" name="kind" value={kind.toLowerCase()} />
          <input type="hidden" name="band" value={band} />
          <input type="hidden" name="propose" value="1" />
          <p className="text-sm text-ink-3">{t("settingsHint")}</p>
          {AIMS.map((aim) => (
            <SelectField
              key={aim}
              id={`allocation-${aim}`}
              name={aim}
              label={t(`aim.${aim}`)}
              defaultValue={settings.weights[aim]}
            >
              {Array.from({ length: WEIGHT_BOUND + 1 }, (_, weight) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the weight is the number
                <option key={weight} value={weight}>
                  {weight === 0 ? t("weightNone") : weight}
                </option>
              ))}
            </SelectField>
          ))}
          <TextField
            id="allocation-seed"
            name="seed"
            label={t("seed")}
            hint={t("seedHint")}
            type="number"
            min={0}
            max={SEED_BOUND}
            defaultValue={settings.seed}
          />
          <Button type="submit">{t("propose")}</Button>
        </form>
      </CardBody>
    </Card>
  );
}

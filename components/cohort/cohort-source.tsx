import Form from "next/form";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { Segments } from "@/components/ui/tabs";
import { SelectField, TextField } from "@/components/ui/text-field";
import { COPY_PARTS, type CohortStart } from "@/lib/cohort/model";
import { useFormat } from "@/lib/i18n/use-format";

/** From what a cohort is made: from nothing, or after an earlier one. Forms of the address alone. */
export function CohortSource({ start }: { start: CohortStart }) {
  const t = useTranslations("cohortSetup.source");
  const format = useFormat();
  const { center, centers, sources, today } = start;
  return (
    <div className="grid max-w-[56rem] gap-5">
      {centers.length > 1 && (
        <Segments
          label={t("center")}
          items={centers.map(({ id, name }) => ({
            href: `/cohorts/new?center=${id}`,
            label: name,
            current: id === center.id,
          }))}
        />
      )}
      <Card as="section">
        <CardHeader title={t("nothing")} />
        <CardBody className="grid gap-3">
          <p className="text-ink-2">{t("nothingBody")}</p>
          <Button
            href={`/cohorts/new?center=${center.id}&from=nothing`}
            className="justify-self-start"
          >
            {t("nothingGo")}
          </Button>
        </CardBody>
      </Card>
      <Card as="section">
        <CardHeader title={t("copy")} />
        <CardBody className="grid gap-4">
          <p className="text-ink-2">{t("copyBody")}</p>
          {sources.length === 0 ? (
            <p>{t("noSources")}</p>
          ) : (
            <Form action="/cohorts/new" className="grid gap-4">
              <input type="hidden" name="center" value={center.id} />
              <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
                <SelectField id="copy" name="copy" label={t("cohort")} required>
                  {sources.map(({ id, name, startsOn }) => (
                    <option key={id} value={id}>
                      {`${name} · ${format.date(startsOn)}`}
                    </option>
                  ))}
                </SelectField>
                <TextField
                  id="start"
                  name="start"
                  type="date"
                  label={t("start")}
                  required
                  defaultValue={today}
                />
              </div>
              <ChoiceGroup
                id="keep"
                name="keep"
                type="checkbox"
                layout="row"
                label={t("keep")}
                defaultValues={COPY_PARTS}
                options={COPY_PARTS.map((part) => ({ value: part, label: t(`keepPart.${part}`) }))}
              />
              <Button type="submit" variant="secondary" className="justify-self-start">
                {t("copyGo")}
              </Button>
            </Form>
          )}
        </CardBody>
      </Card>
    </div>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { Card, CardBody } from "@/components/ui/card";
import { SelectField } from "@/components/ui/text-field";
import type { DueDates } from "@/lib/cohort/due-dates";
import { datesOf } from "@/lib/template/due-dates";
import type { AssignmentTemplate } from "@/lib/template/model";

/** What a chosen template fills a form with. */
export interface FromTemplate {
  templateId: string;
  due: DueDates;
  instructions: string;
}

/** Begins a form from one of the centre's templates; nothing where there are none. Needs `templates`. */
export function TemplateSelect({
  cohort,
  templates,
  chosen,
  error,
  onChoose,
}: {
  cohort: { timeZone: string; visits: readonly { startsOn: string }[] };
  templates: readonly AssignmentTemplate[];
  chosen: string | null;
  error?: string | undefined;
  /** Null: from no template; what was filled in stays. */
  onChoose: (from: FromTemplate | null) => void;
}) {
  const t = useTranslations("templates.choose");
  if (templates.length === 0) return null;
  const [firstDay] = cohort.visits.map(({ startsOn }) => startsOn).sort();
  const choose = (id: string) => {
    const template = templates.find((one) => one.id === id);
    if (!template || firstDay === undefined) return onChoose(null);
    const { stages, instructions } = template;
    const due = datesOf(stages, firstDay, new Date(), cohort.timeZone);
    onChoose({ templateId: id, due, instructions });
  };
  return (
    <Card as="section">
      <CardBody>
        <SelectField
          id="assign-templateId"
          name="template"
          label={t("label")}
          hint={t(firstDay === undefined ? "noVisit" : "hint")}
          optional
          error={error}
          disabled={firstDay === undefined}
          value={chosen ?? ""}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">{t("none")}</option>
          {templates.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </CardBody>
    </Card>
  );
}

import { useTranslations } from "next-intl";
import { Prose, ViewField, ViewRow } from "@/components/revision/field";
import { figure } from "@/components/revision/figure";
import type { Mark } from "@/components/revision/mark";
import { ViewSection } from "@/components/revision/section";
import { ArrowRightIcon } from "@/components/ui/icons";
import { useFormat } from "@/lib/i18n/use-format";
import type { Output, Plan } from "@/lib/plan/model";

const OBJECTIVES = ["short", "medium", "long"] as const;

/** What the plan wants to reach, what it makes, and for whom. */
export function PlanResults({ mark, document }: { mark: Mark; document: Plan }) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const format = useFormat();
  return (
    <ViewSection id="results" title={t("section.PLAN.results")}>
      <ol className="grid gap-4 lg:grid-cols-3">
        {OBJECTIVES.map((term) => (
          <li key={term} className="border-t-3 border-hue-solid pt-1">
            <ViewField
              mark={mark}
              path={`objectives.${term}`}
              label={t(`field.PLAN.objectives.${term}.label`)}
            >
              <Prose>{document.objectives[term]}</Prose>
            </ViewField>
          </li>
        ))}
      </ol>
      <ViewField mark={mark} path="outputs" label={t("field.PLAN.outputs.label")}>
        <ul className="grid divide-y divide-line">
          {document.outputs.map((output, index) => (
            <li key={output.id} className="py-2.5">
              <ViewRow mark={mark} path={`outputs.${index}`}>
                <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
                  <div className="min-w-0 flex-1 basis-60">
                    <p className="font-medium wrap-anywhere">{output.name}</p>
                    <p className="text-sm text-ink-3 wrap-anywhere">{output.indicator}</p>
                  </div>
                  <Target output={output} />
                </div>
              </ViewRow>
            </li>
          ))}
        </ul>
      </ViewField>
      <ViewField mark={mark} path="beneficiaries" label={t("field.PLAN.beneficiaries.label")}>
        <ul className="grid gap-1.5">
          {document.beneficiaries.map((entry, index) => (
            <li key={entry.id}>
              <ViewRow mark={mark} path={`beneficiaries.${index}`}>
                <p className="wrap-anywhere">
                  {entry.group}
                  <span className="ml-2 font-semibold text-hue tabular-nums">
                    {entry.count === null
                      ? "–"
                      : v("persons", { count: entry.count, shown: format.integer(entry.count) })}
                  </span>
                </p>
              </ViewRow>
            </li>
          ))}
        </ul>
      </ViewField>
    </ViewSection>
  );
}

function Target({ output }: { output: Output }) {
  const format = useFormat();
  return (
    <p className="flex items-center gap-2 tabular-nums">
      {output.baseline !== undefined && (
        <>
          <span className="text-ink-2">{figure(format, output.baseline)}</span>
          <ArrowRightIcon size={16} className="flex-none text-ink-3" />
        </>
      )}
      <span className="font-bold text-hue">
        {output.target === null ? "–" : figure(format, output.target)}
      </span>
      <span className="text-md text-ink-2 wrap-anywhere">{output.unit}</span>
    </p>
  );
}

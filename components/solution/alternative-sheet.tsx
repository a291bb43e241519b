import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Blank, Prose, ViewField, ViewRow } from "@/components/revision/field";
import type { Mark } from "@/components/revision/mark";
import { RiskList } from "@/components/revision/risk-list";
import { Badge } from "@/components/ui/badge";
import { cx } from "@/components/ui/cx";
import { CircleCheckIcon } from "@/components/ui/icons";
import { useFormat } from "@/lib/i18n/use-format";
import type { Solution, SolutionObstacle, SolutionsContext } from "@/lib/solution/model";
import { causeText } from "@/lib/solution/schema";
import type { SolutionDerived } from "@/lib/solution/scoring";

/** One alternative in full. The chosen one also has its reason, resources and risks. */
export function AlternativeSheet({
  mark,
  solution,
  path,
  number,
  obstacle,
  derived,
  context,
}: {
  mark: Mark;
  solution: Solution;
  path: string;
  number: number;
  obstacle: SolutionObstacle | undefined;
  derived: SolutionDerived | undefined;
  context: SolutionsContext;
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const cause = solution.causeRef && obstacle ? causeText(obstacle, solution.causeRef) : null;
  const source = context.innovations.find(({ id }) => id === solution.sourceInnovationId);
  return (
    <article
      className={cx(
        "border-t border-line px-4 py-4 sm:px-4.5",
        solution.isSelected && "border-l-4 border-l-hue-solid",
      )}
    >
      <ViewRow mark={mark} path={`${path}.title`}>
        <p className="text-sm text-ink-3">{v("alternativeNumber", { number })}</p>
        <h3 className="text-base font-bold wrap-anywhere">{solution.title}</h3>
      </ViewRow>
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        {solution.isSelected && (
          <Badge icon={<CircleCheckIcon size={14} />}>
            {t("field.SOLUTION.groups.alternatives.isSelected.label")}
          </Badge>
        )}
        {solution.transferType && (
          <Badge tone="neutral">{t(`transferType.${solution.transferType}`)}</Badge>
        )}
        {solution.forHost !== null && (
          <Badge tone="neutral">{v(solution.forHost ? "forHost" : "forUnit")}</Badge>
        )}
      </div>
      <div className="mt-3 grid gap-4">
        <ViewField
          mark={mark}
          path={`${path}.description`}
          label={t("field.SOLUTION.groups.alternatives.description.label")}
        >
          <Prose>{solution.description}</Prose>
        </ViewField>
        <div className="grid gap-4 sm:grid-cols-2">
          <ViewField
            mark={mark}
            path={`${path}.causeRef`}
            label={t("field.SOLUTION.groups.alternatives.causeRef.label")}
          >
            {cause === null ? <Blank>{v("causeGone")}</Blank> : <Prose>{cause}</Prose>}
          </ViewField>
          <ViewField
            mark={mark}
            path={`${path}.sourceInnovationId`}
            label={t("field.SOLUTION.groups.alternatives.sourceInnovationId.label")}
          >
            {source ? (
              <p className="wrap-anywhere">{source.name}</p>
            ) : (
              <Blank>{v("ownIdea")}</Blank>
            )}
          </ViewField>
        </div>
        {solution.adaptedWhat !== "" && (
          <ViewField
            mark={mark}
            path={`${path}.adaptedWhat`}
            label={t("field.SOLUTION.groups.alternatives.adaptedWhat.label")}
          >
            <Prose>{solution.adaptedWhat}</Prose>
          </ViewField>
        )}
        {solution.rationale !== "" && (
          <ViewField
            mark={mark}
            path={`${path}.rationale`}
            label={t("field.SOLUTION.groups.alternatives.rationale.label")}
          >
            {derived && !derived.isTop && <p className="text-sm text-ink-3">{v("notHighest")}</p>}
            <Prose>{solution.rationale}</Prose>
          </ViewField>
        )}
        <Resources mark={mark} path={`${path}.resources`} solution={solution} />
        {solution.risks.length > 0 && (
          <ViewField
            mark={mark}
            path={`${path}.risks`}
            label={t("field.SOLUTION.groups.alternatives.risks.label")}
          >
            <div className="mt-1.5">
              <RiskList mark={mark} path={`${path}.risks`} risks={solution.risks} />
            </div>
          </ViewField>
        )}
      </div>
    </article>
  );
}

function Resources({ mark, path, solution }: { mark: Mark; path: string; solution: Solution }) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const format = useFormat();
  const { people, budgetIdr, budgetSource, legalNeed } = solution.resources;
  if (people === undefined && budgetIdr === undefined && !budgetSource && legalNeed === "") {
    return null;
  }
  return (
    <ViewField
      mark={mark}
      path={path}
      label={t("field.SOLUTION.groups.alternatives.resources.label")}
    >
      <dl className="mt-1 flex flex-wrap gap-x-8 gap-y-2">
        {people !== undefined && <Fact term={v("people")}>{format.integer(people)}</Fact>}
        {budgetIdr !== undefined && (
          <Fact term={v("budget")}>
            {format.rupiah(budgetIdr)}
            {budgetSource && (
              <span className="ml-1.5 text-sm font-normal text-ink-2">
                {t(`budgetSource.${budgetSource}`)}
              </span>
            )}
          </Fact>
        )}
        {legalNeed !== "" && (
          <Fact term={t("field.SOLUTION.groups.alternatives.resources.legalNeed.label")}>
            <span className="font-normal">{legalNeed}</span>
          </Fact>
        )}
      </dl>
    </ViewField>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-3">{term}</dt>
      <dd className="font-semibold wrap-anywhere tabular-nums">{children}</dd>
    </div>
  );
}

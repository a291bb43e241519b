import { useTranslations } from "next-intl";
import { useLocalized } from "@/components/revision/mark";
import { type CriterionContent, localized, type RubricPurpose } from "@/lib/rubric/model";

/** One criterion as staff read it: what is asked, how much it weighs, what each value means. */
export function CriterionText({
  criterion,
  purpose,
}: {
  criterion: CriterionContent;
  purpose: RubricPurpose;
}) {
  const t = useTranslations("rubrics.page");
  const local = useLocalized();
  const marks = [
    ...(purpose === "GATE" || purpose === "CLASSIFICATION"
      ? []
      : [t("weight", { weight: criterion.weight })]),
    ...(criterion.reverse ? [t("reverse")] : []),
    ...(criterion.mandatory ? [t("mandatory")] : []),
  ];
  return (
    <li className="grid gap-1.5 px-4 py-3.5 sm:px-4.5">
      <p className="flex flex-wrap items-baseline gap-x-2 font-semibold wrap-anywhere">
        {local(localized(criterion.labelId, criterion.labelEn))}
        {marks.length > 0 && (
          <span className="text-sm font-normal text-ink-3 tabular-nums">{marks.join(" · ")}</span>
        )}
      </p>
      <p className="max-w-[72ch] text-md wrap-anywhere whitespace-pre-line text-ink-2">
        {local(localized(criterion.definitionId, criterion.definitionEn))}
      </p>
      {criterion.levels.length > 0 && (
        <dl className="mt-0.5 grid max-w-[84ch] grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
          {criterion.levels.map(({ value, labelId, labelEn }) => (
            <div key={value} className="contents">
              <dt className="min-w-6 text-right font-semibold text-ink-2 tabular-nums">{value}</dt>
              <dd className="wrap-anywhere text-ink-2">{local(localized(labelId, labelEn))}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

import { useTranslations } from "next-intl";
import { LevelMeter } from "@/components/revision/level-meter";
import { useLocalized } from "@/components/revision/mark";
import type { RubricCriterion, RubricDefinition } from "@/lib/rubric/model";

/** One criterion of a rubric with the value it was given and what that value means. */
export function CriterionScore({
  rubric,
  criterion,
  value,
}: {
  rubric: RubricDefinition;
  criterion: RubricCriterion;
  value: number | null;
}) {
  const t = useTranslations("revision");
  const local = useLocalized();
  const { scale } = rubric;
  const level = criterion.levels.find((entry) => entry.value === value);
  const meaning = level ? local(level.label) : null;
  const weighted = rubric.weighting.kind !== "GATE" && criterion.weight > 0;
  return (
    <div className="grid gap-0.5 sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-x-6">
      <p className="font-semibold">
        {local(criterion.label)}
        {weighted && (
          <span className="ml-2 text-sm font-normal text-ink-3">
            {t("weight", { weight: criterion.weight })}
          </span>
        )}
        {criterion.reverse && (
          <span className="ml-2 text-sm font-normal text-ink-3">{t("reverse")}</span>
        )}
      </p>
      {scale.kind === "YES_NO" ? (
        <p className="font-semibold text-hue">{meaning}</p>
      ) : (
        <p className="flex items-center gap-2.5 sm:justify-end">
          <LevelMeter value={value} min={scale.min} max={scale.max} wide />
          <span className="font-bold text-hue tabular-nums">
            {value ?? "–"}
            <span className="font-medium text-ink-3">/{scale.max}</span>
          </span>
        </p>
      )}
      {meaning && scale.kind !== "YES_NO" && (
        <p className="text-md text-ink-2 sm:col-span-2">
          <LevelWords text={meaning} />
        </p>
      )}
    </div>
  );
}

/** Anchors read "Kuat: berbeda nyata, …": the word first, then what it takes. */
function LevelWords({ text }: { text: string }) {
  const colon = text.indexOf(": ");
  if (colon < 0) return text;
  return (
    <>
      <strong className="font-semibold text-hue">{text.slice(0, colon)}</strong>
      {text.slice(colon)}
    </>
  );
}

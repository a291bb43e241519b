import { useTranslations } from "next-intl";
import { useLocalized } from "@/components/revision/mark";
import { Badge } from "@/components/ui/badge";
import type { CriterionPair } from "@/lib/rubric/difference";
import { type CriterionContent, localized } from "@/lib/rubric/model";

const TONES = { added: "good", removed: "late", changed: "accent", same: "neutral" } as const;

/** One criterion in two versions. What differs is marked on both sides, and named. */
export function ComparisonPair({ pair }: { pair: CriterionPair }) {
  const t = useTranslations("rubrics.compare");
  return (
    <li className="px-4 py-3.5 sm:px-4.5">
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <Badge tone={TONES[pair.status]}>{t(`status.${pair.status}`)}</Badge>
        {pair.changed.length > 0 && (
          <span className="text-sm text-ink-2">
            {pair.changed.map((aspect) => t(`aspect.${aspect}`)).join(", ")}
          </span>
        )}
      </p>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Side pair={pair} side="left" />
        <Side pair={pair} side="right" />
      </div>
    </li>
  );
}

function Side({ pair, side }: { pair: CriterionPair; side: "left" | "right" }) {
  const t = useTranslations("rubrics");
  const local = useLocalized();
  const criterion = pair[side];
  if (!criterion) {
    return (
      <p className="rounded-sm border border-dashed border-line-strong px-3 py-2 text-md text-ink-3">
        {t("compare.nothing")}
      </p>
    );
  }
  const differs = (aspect: CriterionPair["changed"][number]) => pair.changed.includes(aspect);
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <p className="flex flex-wrap items-baseline gap-x-2 font-semibold wrap-anywhere">
        <Part marked={differs("label")}>
          {local(localized(criterion.labelId, criterion.labelEn))}
        </Part>
        <span className="text-sm font-normal text-ink-3 tabular-nums">
          <Part marked={differs("weight")}>{t("page.weight", { weight: criterion.weight })}</Part>
        </span>
        <Flags criterion={criterion} differs={differs} />
      </p>
      <p className="text-md wrap-anywhere whitespace-pre-line text-ink-2">
        <Part marked={differs("definition")}>
          {local(localized(criterion.definitionId, criterion.definitionEn))}
        </Part>
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        {pair.levels.map((level) => (
          <div key={level.value} className="contents">
            <dt className="min-w-6 text-right font-semibold text-ink-2 tabular-nums">
              {level.value}
            </dt>
            <dd className="wrap-anywhere text-ink-2">
              <Part marked={level.changed}>
                {local(localized(level[side].id, level[side].en)) || "–"}
              </Part>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Flags({
  criterion,
  differs,
}: {
  criterion: CriterionContent;
  differs: (aspect: "reverse" | "mandatory") => boolean;
}) {
  const t = useTranslations("rubrics.page");
  return (
    <>
      {criterion.reverse && (
        <span className="text-sm font-normal text-ink-3">
          <Part marked={differs("reverse")}>{t("reverse")}</Part>
        </span>
      )}
      {criterion.mandatory && (
        <span className="text-sm font-normal text-ink-3">
          <Part marked={differs("mandatory")}>{t("mandatory")}</Part>
        </span>
      )}
    </>
  );
}

/** Marked by its ground and, for who does not see that, by a word. */
function Part({ marked, children }: { marked: boolean; children: string }) {
  const t = useTranslations("rubrics.compare");
  if (!marked) return children;
  return (
    <mark data-tone="accent" className="rounded-sm bg-hue-soft px-1 text-ink">
      <span className="sr-only">{t("changedMark")} </span>
      {children}
    </mark>
  );
}

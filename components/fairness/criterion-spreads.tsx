import Form from "next/form";
import { useLocale, useTranslations } from "next-intl";
import { DotSpread } from "@/components/charts/dot-spread";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { Explain } from "@/components/ui/explain";
import { TriangleAlertIcon } from "@/components/ui/icons";
import { Select } from "@/components/ui/input";
import { SoftLink } from "@/components/ui/soft-link";
import { Segments } from "@/components/ui/tabs";
import { reviewHref } from "@/lib/dashboard/model";
import {
  type CriterionDot,
  type CriterionSpread,
  fairnessHref,
  type InnovationSpread,
} from "@/lib/fairness/model";
import { toLocale } from "@/lib/i18n/locales";
import { useFormat } from "@/lib/i18n/use-format";

/** Beyond so many dots they are drawn but lead nowhere; the criterion's name leads to all of them. */
const MOST_LINKED = 200;

/** So many innovations stand beside each other to be chosen; more are a list. */
const MOST_BESIDE = 12;

/** How the values of one innovation lie apart, criterion by criterion, and where to talk about it. */
export function CriterionSpreads({
  cohortId,
  innovations,
  shown,
  threshold,
}: {
  cohortId: string;
  innovations: InnovationSpread[];
  shown: (InnovationSpread & { dots: (CriterionDot & { percent: number })[] }) | null;
  threshold: number;
}) {
  const t = useTranslations("fairness.criteria");
  const labelOf = useLabelOf();
  return (
    <Card as="section" id="criteria" className="scroll-mt-18">
      <CardHeader
        title={t("title")}
        note={shown?.innovation.code}
        actions={
          <>
            {innovations.length > MOST_BESIDE && (
              <ChooseInnovation
                cohortId={cohortId}
                innovations={innovations}
                shown={shown?.innovation.id}
              />
            )}
            {innovations.length > 1 && innovations.length <= MOST_BESIDE && (
              <Segments
                label={t("innovations")}
                items={innovations.map(({ innovation, discuss }) => ({
                  href: `${fairnessHref(cohortId, { innovation: innovation.id })}#criteria`,
                  label: labelOf(innovation.code, discuss),
                  current: innovation.id === shown?.innovation.id,
                }))}
              />
            )}
            <Explain id="criteria-explained" label={t("explain")}>
              {t("explanation", { threshold })}
            </Explain>
          </>
        }
      />
      {shown ? (
        <Shown cohortId={cohortId} shown={shown} threshold={threshold} />
      ) : (
        <p className="px-4 py-8 text-center text-ink-3">{t("empty")}</p>
      )}
    </Card>
  );
}

function useLabelOf() {
  const t = useTranslations("fairness.criteria");
  return (code: string, discuss: number) =>
    discuss > 0 ? t("discussed", { code, count: discuss }) : code;
}

/** One innovation out of many. */
function ChooseInnovation({
  cohortId,
  innovations,
  shown,
}: {
  cohortId: string;
  innovations: InnovationSpread[];
  shown: string | undefined;
}) {
  const t = useTranslations("fairness.criteria");
  const d = useTranslations("dashboard.work");
  const labelOf = useLabelOf();
  return (
    <Form action={fairnessHref(cohortId)} className="flex gap-2 print:hidden">
      <Select name="innovation" defaultValue={shown} aria-label={t("innovations")}>
        {innovations.map(({ innovation, discuss }) => (
          <option key={innovation.id} value={innovation.id}>
            {labelOf(innovation.code, discuss)}
          </option>
        ))}
      </Select>
      <Button type="submit" variant="secondary">
        {d("filter")}
      </Button>
    </Form>
  );
}

function Shown({
  cohortId,
  shown: { innovation, criteria, dots },
  threshold,
}: {
  cohortId: string;
  shown: InnovationSpread & { dots: (CriterionDot & { percent: number })[] };
  threshold: number;
}) {
  const t = useTranslations("fairness.criteria");
  const format = useFormat();
  const nameOf = useCriterionName();
  const hrefOf = (criterion: string) =>
    `${fairnessHref(cohortId, { innovation: innovation.id, criterion })}#voices`;
  const linked = dots.length <= MOST_LINKED;
  const discussed = criteria.filter(({ discuss }) => discuss);
  return (
    <>
      <DotSpread
        label={`${t("title")}: ${innovation.name}`}
        heads={{ row: t("criterion"), spread: t("dots"), mean: t("mean") }}
        rows={criteria.map((spread) => ({
          id: spread.id,
          label: nameOf(spread),
          href: hrefOf(spread.id),
          note:
            spread.deviation === null
              ? t("noteSingle", { count: spread.count })
              : t("note", { count: spread.count, deviation: format.decimal(spread.deviation) }),
          summary: t("summary", { count: spread.count, min: spread.min, max: spread.max }),
          mean: spread.mean,
          meanText: format.decimal(spread.mean),
          dots: dots
            .filter(({ criterionId }) => criterionId === spread.id)
            .map((dot) => ({
              id: dot.assignmentId,
              value: dot.percent,
              label: t("dot", {
                name: dot.participant,
                value: dot.value,
                percent: format.decimal(dot.percent),
              }),
              href: linked ? reviewHref(dot.assignmentId, "EVALUATE") : undefined,
            })),
        }))}
      />
      {discussed.length > 0 && (
        <ul className="grid gap-2 border-t border-line px-4 py-3 text-sm sm:px-4.5">
          {discussed.map((spread) => (
            <li key={spread.id} data-tone="late" className="flex gap-2">
              <TriangleAlertIcon size={16} className="mt-0.5 flex-none text-hue" />
              <span>
                <b className="font-semibold text-hue">{t("discuss")}</b>
                {". "}
                {t("discussBody", {
                  criterion: nameOf(spread),
                  deviation: format.decimal(spread.deviation ?? 0),
                  threshold: format.integer(threshold),
                })}{" "}
                <SoftLink href={hrefOf(spread.id)} className="link print:hidden">
                  {t("notes")}
                </SoftLink>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What a criterion is called, with the version of its rubric where there are several. */
export function useCriterionName(): (spread: CriterionSpread) => string {
  const t = useTranslations("fairness.criteria");
  const locale = toLocale(useLocale());
  return ({ label, version }) =>
    version === null ? label[locale] : t("version", { label: label[locale], version });
}

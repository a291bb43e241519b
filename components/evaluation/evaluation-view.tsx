import { useTranslations } from "next-intl";
import { Blank, Prose, ViewField, ViewRow } from "@/components/revision/field";
import { LevelMeter } from "@/components/revision/level-meter";
import { type Mark, useLocalized, useMark, type ViewExtras } from "@/components/revision/mark";
import { ViewFigures, ViewSection } from "@/components/revision/section";
import { CriterionScore } from "@/components/rubric/criterion-score";
import { Badge } from "@/components/ui/badge";
import type { Evaluation, EvaluationContext, Evidence } from "@/lib/evaluation/model";
import { claimText, deriveEvaluation, sourceText } from "@/lib/evaluation/scoring";
import type { ArrivedFiles } from "@/lib/file/model";
import { useFormat } from "@/lib/i18n/use-format";
import type { GradeBand } from "@/lib/rubric/model";
import { EvidenceItem, EvidenceLink } from "./evidence-item";
import { ResultTable } from "./result-table";

/** A submission of stage 1, to be read: what one participant saw of one innovation. */
export function EvaluationView({
  document,
  context,
  bands = [],
  files = {},
  ...extras
}: {
  document: Evaluation;
  context: Pick<EvaluationContext, "rubric">;
  /** The cohort's grade bands, to name the total. */
  bands?: readonly GradeBand[];
  /** Photos and files that have arrived. */
  files?: ArrivedFiles;
} & ViewExtras) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  const format = useFormat();
  const local = useLocalized();
  const mark = useMark("EVALUATE", extras, context.rubric);
  const derived = deriveEvaluation(document, context, bands);
  const { confidence, innovationStage, facet, visitDate } = document;
  return (
    <div data-stage="EVALUATE" className="grid grid-cols-1 gap-4">
      <ViewFigures
        items={[
          {
            id: "total",
            label: t("derived.total"),
            value:
              derived.total !== null ? (
                <span className="text-hue">{format.decimal(derived.total)}</span>
              ) : derived.passed !== null ? (
                v(derived.passed ? "gatePassed" : "gateFailed")
              ) : (
                "–"
              ),
            note: derived.band ? local(derived.band.label) : undefined,
          },
          {
            id: "evidence",
            label: t("derived.evidenceCount"),
            value: derived.evidenceCount,
            note: v("ofCriteria", {
              count: new Set(document.evidence.flatMap((item) => item.criterionId ?? [])).size,
              total: derived.criteria,
            }),
          },
          {
            id: "confidence",
            label: v("confidence"),
            value: (
              <span className="inline-flex items-center gap-2">
                {confidence ?? "–"}
                <LevelMeter value={confidence} />
              </span>
            ),
            note: confidence ? t(`confidence.${confidence as 1 | 2 | 3 | 4 | 5}`) : undefined,
          },
          {
            id: "stage",
            label: t("field.EVALUATE.innovationStage.label"),
            value: innovationStage ? t(`innovationStage.${innovationStage}`) : "–",
            note: facet ? v("facet", { facet: t(`facet.${facet}`) }) : undefined,
          },
        ]}
      />

      <ViewSection id="scores" title={t("section.EVALUATE.scores")}>
        <Scores mark={mark} document={document} context={context} />
      </ViewSection>

      <ViewSection
        id="evidence"
        title={t("section.EVALUATE.evidence")}
        note={v("items", { count: document.evidence.length })}
      >
        <ul className="grid grid-cols-1 gap-4">
          {document.evidence.map((item, index) => (
            <li key={item.id}>
              <ViewRow mark={mark} path={`evidence.${index}`}>
                <EvidenceItem
                  item={item}
                  number={index + 1}
                  stored={item.file ? (files[item.file.hash] ?? null) : null}
                  supports={[
                    criterionName(context, item.criterionId, local),
                    claimText(document, item.claimId),
                  ].filter((name) => name !== null)}
                  saidBy={sourceText(document, item.sourceId)}
                />
              </ViewRow>
            </li>
          ))}
        </ul>
      </ViewSection>

      <ViewSection id="strengths" title={t("section.EVALUATE.strengths")}>
        <ol className="grid gap-3">
          {document.strengths.map((strength, index) => (
            <li key={strength.id}>
              <ViewRow mark={mark} path={`strengths.${index}.text`}>
                <div className="flex gap-3">
                  <span className="grid size-6 flex-none place-items-center rounded-full bg-hue-soft text-xs font-bold text-hue">
                    {index + 1}
                  </span>
                  <div className="grid min-w-0 gap-2">
                    <Prose>{strength.text}</Prose>
                    <Supporting document={document} claimId={strength.id} />
                  </div>
                </div>
              </ViewRow>
            </li>
          ))}
        </ol>
      </ViewSection>

      <ViewSection id="results" title={t("section.EVALUATE.results")}>
        {document.results.length === 0 ? (
          <Blank>{v("noResults")}</Blank>
        ) : (
          <ResultTable
            mark={mark}
            results={document.results}
            below={({ id }) => <Supporting document={document} claimId={id} />}
          />
        )}
      </ViewSection>

      <ViewSection id="conclusion" title={t("section.EVALUATE.conclusion")}>
        <ViewField mark={mark} path="summary" label={t("field.EVALUATE.summary.label")}>
          <Prose>{document.summary}</Prose>
        </ViewField>
        <div className="grid gap-4 sm:grid-cols-3">
          <ViewField
            mark={mark}
            path="innovationStage"
            label={t("field.EVALUATE.innovationStage.label")}
          >
            <p>{innovationStage ? t(`innovationStage.${innovationStage}`) : "–"}</p>
          </ViewField>
          <ViewField mark={mark} path="facet" label={t("field.EVALUATE.facet.label")}>
            {facet ? <p>{t(`facet.${facet}`)}</p> : <Blank>{v("blank")}</Blank>}
          </ViewField>
          <ViewField mark={mark} path="confidence" label={v("confidence")}>
            <p>{confidence ? t(`confidence.${confidence as 1 | 2 | 3 | 4 | 5}`) : "–"}</p>
          </ViewField>
        </div>
      </ViewSection>

      <ViewSection id="visit" title={t("section.EVALUATE.visit")}>
        <div className="grid gap-4 sm:grid-cols-2">
          <ViewField mark={mark} path="visitDate" label={t("field.EVALUATE.visitDate.label")}>
            <p>{visitDate ? format.dateLong(visitDate) : "–"}</p>
          </ViewField>
          <ViewField mark={mark} path="methods" label={t("field.EVALUATE.methods.label")}>
            <ul className="flex flex-wrap gap-1.5">
              {document.methods.map((method) => (
                <li key={method}>
                  <Badge tone="neutral">{t(`method.${method}`)}</Badge>
                </li>
              ))}
            </ul>
          </ViewField>
        </div>
        <Sources mark={mark} document={document} />
      </ViewSection>
    </div>
  );
}

function criterionName(
  { rubric }: Pick<EvaluationContext, "rubric">,
  id: string | undefined,
  local: ReturnType<typeof useLocalized>,
): string | null {
  const criterion = rubric.criteria.find((entry) => entry.id === id);
  return criterion ? local(criterion.label) : null;
}

/** Pieces of evidence in a line each, for what they support. */
function Supporting({ document, claimId }: { document: Evaluation; claimId: string }) {
  return <EvidenceLinks of={document} where={(item) => item.claimId === claimId} />;
}

function EvidenceLinks({ of, where }: { of: Evaluation; where: (item: Evidence) => boolean }) {
  const supporting = of.evidence.flatMap((item, at) =>
    where(item) ? [{ item, number: at + 1 }] : [],
  );
  if (supporting.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {supporting.map(({ item, number }) => (
        <li key={item.id} className="max-w-full">
          <EvidenceLink item={item} number={number} />
        </li>
      ))}
    </ul>
  );
}

/** Each criterion with its value, the note, and the evidence that supports it. */
function Scores({
  mark,
  document,
  context: { rubric },
}: {
  mark: Mark;
  document: Evaluation;
  context: Pick<EvaluationContext, "rubric">;
}) {
  return (
    <ul className="-my-4 grid grid-cols-1 divide-y divide-line">
      {document.scores.map((score, index) => {
        const criterion = rubric.criteria.find(({ id }) => id === score.criterionId);
        if (!criterion) return null;
        return (
          <li key={criterion.id} className="grid grid-cols-1 gap-2 py-4">
            <ViewRow mark={mark} path={`scores.${index}.value`}>
              <CriterionScore rubric={rubric} criterion={criterion} value={score.value} />
            </ViewRow>
            {score.note !== "" && (
              <ViewRow mark={mark} path={`scores.${index}.note`}>
                <Prose className="border-l-2 border-line pl-3">{score.note}</Prose>
              </ViewRow>
            )}
            <EvidenceLinks of={document} where={(item) => item.criterionId === criterion.id} />
          </li>
        );
      })}
    </ul>
  );
}

function Sources({ mark, document }: { mark: Mark; document: Evaluation }) {
  const t = useTranslations("terms");
  return (
    <ViewField mark={mark} path="sources" label={t("field.EVALUATE.sources.label")}>
      <ul className="mt-1 grid gap-2 sm:grid-cols-2">
        {document.sources.map((source, index) => (
          <li key={source.id} className="min-w-0 rounded-sm border border-line px-3 py-2">
            <ViewRow mark={mark} path={`sources.${index}`}>
              <p className="font-medium wrap-anywhere">{source.role}</p>
              <p className="text-sm text-ink-2 wrap-anywhere">{source.unit}</p>
              <p className="text-sm text-ink-3 wrap-anywhere">
                {[source.type && t(`sourceType.${source.type}`), source.name]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </ViewRow>
          </li>
        ))}
      </ul>
    </ViewField>
  );
}

import { causeOf } from "@/lib/chain/linking";
import type { Risk } from "@/lib/document/model";
import { riskScore } from "@/lib/document/schema";
import { maskIdNumber } from "@/lib/enrolment/civil-servant";
import { claimText, deriveEvaluation, sourceText } from "@/lib/evaluation/scoring";
import { APKL_KEYS, USG_KEYS } from "@/lib/obstacle/model";
import { deriveObstacles } from "@/lib/obstacle/scoring";
import { derivePlan } from "@/lib/plan/scoring";
import type { IndividualReport, ReportedWork, ReportWords } from "@/lib/report/model";
import type { CriterionScore, RubricDefinition } from "@/lib/rubric/model";
import { MCNAMARA_KEYS } from "@/lib/solution/model";
import { deriveSolutions } from "@/lib/solution/scoring";
import type { Block, Fact } from "@/lib/typesetting/manuscript";

/** What the approved document of each stage says, as blocks: every field that was filled in. */

type Names = IndividualReport["names"];
type Found<Key extends keyof ReportedWork> = NonNullable<ReportedWork[Key]>;

/** Facts that have something to say. */
export function facts(entries: readonly (readonly [string, string | null | undefined])[]): Block[] {
  const told = entries.flatMap(([label, text]): Fact[] => (text ? [{ label, text }] : []));
  return told.length > 0 ? [{ kind: "facts", facts: told }] : [];
}

export function strong(text: string): Block {
  return { kind: "paragraph", text, tone: "strong" };
}

export function paragraph(text: string): Block[] {
  return text === "" ? [] : [{ kind: "paragraph", text }];
}

export function list(items: readonly string[], numbered = true): Block[] {
  return items.length === 0 ? [] : [{ kind: "list", numbered, items }];
}

/** A number as it was given: with the decimals that it has, four at most. */
function figure(value: number, { format }: ReportWords): string {
  const [, decimals = ""] = String(value).split(".");
  return format.decimal(value, Math.min(4, decimals.length));
}

/** Stage 1: scores and notes, the total with its band, strengths, results, sources, evidence. */
export function evaluationChapter(
  document: Found<"evaluation">,
  { rubric }: Pick<ReportedWork, "rubric">,
  bands: Parameters<typeof deriveEvaluation>[2],
  words: ReportWords,
): Block[] {
  const { terms: t, revision: v, r, format, locale } = words;
  const derived = deriveEvaluation(document, { rubric }, bands);
  const label = (id: string | undefined) =>
    rubric.criteria.find((criterion) => criterion.id === id)?.label[locale];
  return [
    ...facts([
      [t("field.EVALUATE.visitDate.label"), format.dateLong(document.visitDate)],
      [
        t("field.EVALUATE.methods.label"),
        document.methods.map((method) => t(`method.${method}`)).join(", "),
      ],
      [t("field.EVALUATE.innovationStage.label"), t(`innovationStage.${document.innovationStage}`)],
      [t("field.EVALUATE.facet.label"), document.facet && t(`facet.${document.facet}`)],
      [t("derived.total"), derived.total === null ? null : format.decimal(derived.total)],
      [t("derived.band"), derived.band?.label[locale]],
      [r("gate"), derived.passed === null ? null : v(derived.passed ? "gatePassed" : "gateFailed")],
      [v("confidence"), level("confidence", document.confidence, words)],
    ]),
    strong(t("field.EVALUATE.summary.label")),
    ...paragraph(document.summary),
    strong(t("section.EVALUATE.scores")),
    {
      kind: "table",
      columns: [
        { header: t("field.EVALUATE.scores.criterionId.label"), share: 28 },
        { header: r("weight"), share: 10 },
        { header: t("field.EVALUATE.scores.value.label"), share: 20 },
        { header: t("field.EVALUATE.scores.note.label"), share: 42 },
      ],
      rows: document.scores.map(({ criterionId, value, note }) => {
        const criterion = rubric.criteria.find(({ id }) => id === criterionId);
        return [
          criterion?.label[locale] ?? "",
          criterion ? figure(criterion.weight, words) : "",
          scoreText(rubric, { criterionId, value }, words),
          note,
        ];
      }),
    },
    strong(t("section.EVALUATE.strengths")),
    ...list(document.strengths.map(({ text }) => text)),
    strong(t("section.EVALUATE.results")),
    ...(document.results.length === 0
      ? paragraph(v("noResults"))
      : [resultTable(document.results, words)]),
    strong(t("field.EVALUATE.sources.label")),
    ...list(
      document.sources.map(({ name, role, unit, type }) =>
        [role, unit, t(`sourceType.${type}`), name].filter(Boolean).join(", "),
      ),
    ),
    strong(t("section.EVALUATE.evidence")),
    ...list(
      document.evidence.map(({ kind, caption, url, criterionId, claimId, sourceId }) => {
        const who = sourceText(document, sourceId);
        const ties = [
          who && v("saidBy", { who }),
          ...[label(criterionId), claimText(document, claimId)].map(
            (criterion) => criterion && v("supports", { criterion }),
          ),
        ].filter(Boolean);
        const tied = ties.length > 0 ? ` (${ties.join("; ")})` : "";
        return `${t(`evidenceKind.${kind}`)}: ${caption}${tied}${url ? ` ${url}` : ""}`;
      }),
    ),
  ];
}

function resultTable(results: Found<"evaluation">["results"], words: ReportWords): Block {
  const { terms: t, revision: v, format } = words;
  const measured = (value: number | undefined, on: string | undefined, unit: string) =>
    value === undefined
      ? "–"
      : [`${figure(value, words)} ${unit}`, on && `(${format.dateShort(on)})`]
          .filter(Boolean)
          .join(" ");
  return {
    kind: "table",
    columns: [
      { header: t("field.EVALUATE.results.indicator.label"), share: 28 },
      { header: v("before"), share: 18 },
      { header: v("after"), share: 18 },
      { header: t("field.EVALUATE.results.source.label"), share: 36 },
    ],
    rows: results.map(
      ({ indicator, before, beforeOn, after, afterOn, unit, source, explanation }) => [
        indicator,
        measured(before, beforeOn, unit),
        measured(after, afterOn, unit),
        [source, explanation].filter(Boolean).join("\n"),
      ],
    ),
  };
}

/** A score with what its rubric calls it: "4 dari 5, Kuat". */
function scoreText(
  rubric: RubricDefinition,
  { criterionId, value }: CriterionScore,
  { terms: t, revision: v, locale }: ReportWords,
): string {
  if (value === null) return "–";
  if (rubric.scale.kind === "YES_NO") return t(`yesNo.${value === rubric.scale.max}`);
  const criterion = rubric.criteria.find(({ id }) => id === criterionId);
  const anchor = criterion?.levels.find((one) => one.value === value)?.label[locale];
  const reverse = criterion?.reverse ? `(${v("reverse")})` : null;
  return [v("outOf", { value, max: rubric.scale.max }), anchor, reverse].filter(Boolean).join("\n");
}

/** Stage 2: each obstacle with its gate, its urgency and its root cause; the most pressing first. */
export function obstacleChapter(
  document: Found<"obstacles">,
  work: Pick<ReportedWork, "rubric" | "evaluation">,
  words: ReportWords,
): Block[] {
  const { terms: t, revision: v, locale } = words;
  const derived = deriveObstacles(document);
  const ranked = document.obstacles
    .map((obstacle, index) => ({ obstacle, standing: derived[index] }))
    .sort((a, b) => (a.standing?.rank ?? Infinity) - (b.standing?.rank ?? Infinity));
  return ranked.flatMap(({ obstacle, standing }, index): Block[] => {
    const { usg, apkl } = obstacle;
    const criterion = work.rubric.criteria.find(({ id }) => id === obstacle.criterionId);
    const evidence = (work.evaluation?.evidence ?? []).flatMap(({ id, caption }, at) =>
      obstacle.evidenceIds.includes(id)
        ? [`${v("evidenceNumber", { number: at + 1 })}: ${caption}`]
        : [],
    );
    return [
      strong(`${v("obstacleNumber", { number: index + 1 })}: ${obstacle.title}`),
      ...facts([
        [
          t("field.OBSTACLES.obstacles.category.label"),
          [obstacle.category, ...obstacle.tags]
            .map((category) => t(`obstacleCategory.${category}`))
            .join(", "),
        ],
        [t("field.OBSTACLES.obstacles.locus.label"), t(`obstacleLocus.${obstacle.locus}`)],
        [t("field.OBSTACLES.obstacles.affected.label"), obstacle.affected],
        [t("field.OBSTACLES.obstacles.criterionId.label"), criterion?.label[locale]],
        [
          v("apkl"),
          [
            v(standing?.eligible ? "eligible" : "notEligible"),
            APKL_KEYS.map(
              (key) => `${t(`apkl.${key}.label`)}: ${t(`yesNo.${apkl[key] === true}`)}`,
            ).join(", "),
          ].join("\n"),
        ],
        [
          v("usg"),
          standing?.usgTotal == null
            ? null
            : [
                v("usgOf", { total: standing.usgTotal }),
                USG_KEYS.map((key) => `${t(`usg.${key}.label`)} ${usg[key] ?? "–"}`).join(", "),
              ].join("\n"),
        ],
        [t("derived.rank"), standing?.rank == null ? null : String(standing.rank)],
        [t("derived.rootCause"), standing?.rootCause],
      ]),
      ...paragraph(obstacle.description),
      ...titled(
        t("field.OBSTACLES.obstacles.existingResponse.label"),
        paragraph(obstacle.existingResponse),
      ),
      ...titled(t("field.OBSTACLES.obstacles.causes.label"), list(obstacle.causes)),
      ...titled(
        t("field.OBSTACLES.obstacles.fishbone.label"),
        list(
          obstacle.fishbone.map(
            ({ branch, cause }) => `${t(`fishboneBranch.${branch}`)}: ${cause}`,
          ),
          false,
        ),
      ),
      ...titled(t("field.OBSTACLES.obstacles.evidenceIds.label"), list(evidence, false)),
    ];
  });
}

function titled(title: string, blocks: Block[]): Block[] {
  return blocks.length === 0 ? [] : [strong(title), ...blocks];
}

/** Stage 3: for each obstacle the alternatives, how they were weighed, and which was chosen. */
export function solutionChapter(
  document: Found<"solutions">,
  obstacles: ReportedWork["obstacles"],
  names: Names,
  words: ReportWords,
): Block[] {
  const { terms: t, revision: v, format } = words;
  const derived = new Map(deriveSolutions(document).map((entry) => [entry.id, entry]));
  return document.groups.flatMap(({ obstacleId, alternatives }): Block[] => {
    const obstacle = obstacles?.obstacles.find(({ id }) => id === obstacleId);
    return [
      strong(
        `${t("field.SOLUTION.groups.obstacleId.label")}: ${obstacle?.title ?? v("obstacleGone")}`,
      ),
      {
        kind: "table",
        columns: [
          { header: t("field.SOLUTION.groups.alternatives.label"), share: 40 },
          ...MCNAMARA_KEYS.map((key) => ({ header: t(`mcnamara.${key}.label`), share: 15 })),
          { header: t("derived.mcnamaraTotal"), share: 15 },
        ],
        rows: alternatives.map(({ id, title, isSelected, mcnamara }) => [
          isSelected ? `${title} (${t("field.SOLUTION.groups.selected.label")})` : title,
          ...MCNAMARA_KEYS.map((key) => String(mcnamara[key])),
          String(derived.get(id)?.total ?? "–"),
        ]),
      },
      ...alternatives.flatMap((solution, index): Block[] => {
        const { people, budgetIdr, budgetSource, legalNeed } = solution.resources;
        return [
          strong(`${v("alternativeNumber", { number: index + 1 })}: ${solution.title}`),
          ...facts([
            [
              t("field.SOLUTION.groups.alternatives.isSelected.label"),
              t(`yesNo.${solution.isSelected}`),
            ],
            [
              t("field.SOLUTION.groups.alternatives.causeRef.label"),
              obstacle ? causeOf(obstacle, solution.causeRef) : null,
            ],
            [
              t("field.SOLUTION.groups.alternatives.transferType.label"),
              t(`transferType.${solution.transferType}`),
            ],
            [
              t("field.SOLUTION.groups.alternatives.sourceInnovationId.label"),
              solution.sourceInnovationId && names.innovations[solution.sourceInnovationId],
            ],
            [
              t("field.SOLUTION.groups.alternatives.forHost.label"),
              // Asked of what is chosen alone.
              solution.isSelected ? v(solution.forHost ? "forHost" : "forUnit") : null,
            ],
            [v("people"), people === undefined ? null : format.integer(people)],
            [
              v("budget"),
              budgetIdr === undefined
                ? null
                : [format.rupiah(budgetIdr), budgetSource && t(`budgetSource.${budgetSource}`)]
                    .filter(Boolean)
                    .join(", "),
            ],
            [t("field.SOLUTION.groups.alternatives.resources.legalNeed.label"), legalNeed],
          ]),
          ...paragraph(solution.description),
          ...titled(
            t("field.SOLUTION.groups.alternatives.adaptedWhat.label"),
            paragraph(solution.adaptedWhat),
          ),
          ...titled(
            t("field.SOLUTION.groups.alternatives.rationale.label"),
            paragraph(solution.rationale),
          ),
          ...titled(
            t("field.SOLUTION.groups.alternatives.risks.label"),
            riskTable(solution.risks, words),
          ),
        ];
      }),
    ];
  });
}

function riskTable(risks: readonly Risk[], words: ReportWords): Block[] {
  const { terms: t } = words;
  if (risks.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [
        { header: t("field.PLAN.risks.text.label"), share: 34 },
        { header: t("field.PLAN.risks.likelihood.label"), share: 19 },
        { header: t("field.PLAN.risks.impact.label"), share: 14 },
        { header: t("field.PLAN.risks.mitigation.label"), share: 33 },
      ],
      rows: risks.map((risk) => {
        const score = riskScore(risk);
        return [
          score === null ? risk.text : `${risk.text} (${t("derived.riskScore")}: ${score})`,
          level("likelihood", risk.likelihood, words),
          level("impact", risk.impact, words),
          risk.mitigation,
        ];
      }),
    },
  ];
}

type Scale = "likelihood" | "impact" | "confidence" | "level";

/** A value of a scale of five, with its word. */
function level(scale: Scale, value: number | null, { terms: t }: ReportWords): string {
  return value === null ? "–" : `${value} – ${t(`${scale}.${value as 1 | 2 | 3 | 4 | 5}`)}`;
}

/** Stage 4: what will be carried out at home, by when, with whom. How to reach the mentor is left out. */
export function planChapter(
  document: Found<"plan">,
  work: Pick<ReportedWork, "solutions" | "transferRubric">,
  names: Names,
  words: ReportWords,
): Block[] {
  const { terms: t, revision: v, format } = words;
  const derived = derivePlan(document, work);
  const chosen = (work.solutions?.groups ?? []).flatMap(({ alternatives }) => alternatives);
  const { mentor } = document;
  return [
    ...facts([
      [t("field.PLAN.title.label"), document.title],
      [t("field.PLAN.acronym.label"), document.acronym],
      [t("field.PLAN.agencyId.label"), names.agencies[document.agencyId]],
      [t("field.PLAN.unit.label"), document.unit],
      [
        t("field.PLAN.solutionIds.label"),
        document.solutionIds
          .map((id) => chosen.find((solution) => solution.id === id)?.title ?? v("solutionGone"))
          .join("\n"),
      ],
      [t("field.PLAN.form.label"), t(`innovationForm.${document.form}`)],
      [t("field.PLAN.type.label"), t(`innovationType.${document.type}`)],
      [t("field.PLAN.affair.label"), t(`affair.${document.affair}`)],
      [
        v("budget"),
        `${format.rupiah(document.budgetIdr)}, ${t(`budgetSource.${document.budgetSource}`)}`,
      ],
      [
        t("derived.readiness"),
        derived.readiness === null ? null : format.decimal(derived.readiness),
      ],
    ]),
    strong(t("field.PLAN.problemStatement.label")),
    ...paragraph(document.problemStatement),
    strong(t("field.PLAN.noveltyStatement.label")),
    ...paragraph(document.noveltyStatement),
    strong(t("field.PLAN.objectives.label")),
    ...facts(
      (["short", "medium", "long"] as const).map((term) => [
        t(`field.PLAN.objectives.${term}.label`),
        document.objectives[term],
      ]),
    ),
    strong(t("field.PLAN.outputs.label")),
    {
      kind: "table",
      columns: [
        { header: t("field.PLAN.outputs.name.label"), share: 32 },
        { header: t("field.PLAN.outputs.indicator.label"), share: 32 },
        { header: t("field.PLAN.outputs.baseline.label"), share: 18 },
        { header: t("field.PLAN.outputs.target.label"), share: 18 },
      ],
      rows: document.outputs.map(({ name, indicator, baseline, target, unit }) => [
        name,
        indicator,
        baseline === undefined ? "–" : `${figure(baseline, words)} ${unit}`,
        `${figure(target, words)} ${unit}`,
      ]),
    },
    strong(t("field.PLAN.beneficiaries.label")),
    ...list(
      document.beneficiaries.map(
        ({ group, count }) => `${group}: ${v("persons", { shown: format.integer(count) })}`,
      ),
    ),
    strong(t("section.PLAN.milestones")),
    {
      kind: "table",
      columns: [
        { header: t("field.PLAN.milestones.term.label"), share: 14 },
        { header: t("field.PLAN.milestones.title.label"), share: 26 },
        { header: v("time"), share: 18 },
        { header: t("field.PLAN.milestones.output.label"), share: 24 },
        { header: v("owner"), share: 18 },
      ],
      rows: document.milestones.map(
        ({ term, title, start, end, output, owner, evidenceNeeded }) => [
          t(`term.${term}`),
          title,
          format.dateRange(start, end),
          [output, evidenceNeeded && `${v("evidenceNeeded")}: ${evidenceNeeded}`]
            .filter(Boolean)
            .join("\n"),
          owner,
        ],
      ),
    },
    strong(t("field.PLAN.stakeholders.label")),
    {
      kind: "table",
      columns: [
        { header: t("field.PLAN.stakeholders.name.label"), share: 28 },
        { header: t("derived.quadrant"), share: 26 },
        { header: t("field.PLAN.stakeholders.attitude.label"), share: 14 },
        { header: t("field.PLAN.stakeholders.strategy.label"), share: 32 },
      ],
      rows: document.stakeholders.map((one, index) => {
        const quadrant = derived.quadrants[index];
        const weighed = `${t("field.PLAN.stakeholders.influence.label")} ${one.influence}, ${t("field.PLAN.stakeholders.interest.label")} ${one.interest}`;
        return [
          `${one.name} (${v(one.internal ? "internal" : "external")})`,
          [quadrant && t(`quadrant.${quadrant}`), weighed].filter(Boolean).join("\n"),
          t(`attitude.${one.attitude}`),
          one.strategy,
        ];
      }),
    },
    strong(t("field.PLAN.team.label")),
    ...list(document.team.map(({ role, name }) => `${name} (${t(`teamRole.${role}`)})`)),
    strong(t("field.PLAN.risks.label")),
    ...riskTable(document.risks, words),
    strong(t("field.PLAN.sustainability.label")),
    ...paragraph(document.sustainability),
    ...facts([
      [t("field.PLAN.successor.label"), document.successor],
      [
        t("field.PLAN.mentor.label"),
        [
          mentor.name,
          mentor.position,
          // A number tells the birth date: shown as in lists, never in full.
          mentor.idNumber && `${t(`idType.${mentor.idType}`)} ${maskIdNumber(mentor.idNumber)}`,
        ]
          .filter(Boolean)
          .join("\n"),
      ],
    ]),
    strong(t("section.PLAN.readiness")),
    {
      kind: "table",
      columns: [
        { header: t("field.PLAN.transferReadiness.criterionId.label"), share: 60 },
        { header: t("field.PLAN.transferReadiness.value.label"), share: 40 },
      ],
      rows: document.transferReadiness.map((score) => [
        work.transferRubric.criteria.find(({ id }) => id === score.criterionId)?.label[
          words.locale
        ] ?? "",
        scoreText(work.transferRubric, score, words),
      ]),
    },
  ];
}

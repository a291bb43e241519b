import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { fieldKey, issueValues, itemNumbers } from "@/lib/document/label";
import {
  AFFAIRS,
  BUDGET_SOURCES,
  INNOVATION_FORMS,
  INNOVATION_INITIATORS,
  INNOVATION_STAGES,
  INNOVATION_TYPES,
  VISIT_MODES,
} from "@/lib/document/taxonomy";
import { ID_TYPES } from "@/lib/enrolment/civil-servant";
import { EVIDENCE_KINDS, FACETS, METHODS, SOURCE_TYPES } from "@/lib/evaluation/model";
import { icuArguments } from "@/lib/i18n/icu";
import enIssues from "@/lib/i18n/messages/en/issues.json";
import enTerms from "@/lib/i18n/messages/en/terms.json";
import idIssues from "@/lib/i18n/messages/id/issues.json";
import idTerms from "@/lib/i18n/messages/id/terms.json";
import {
  APKL_KEYS,
  FISHBONE_BRANCHES,
  OBSTACLE_CATEGORIES,
  OBSTACLE_LOCI,
  USG_KEYS,
} from "@/lib/obstacle/model";
import {
  ATTITUDES,
  MILESTONE_STATUSES,
  STAKEHOLDER_QUADRANTS,
  TEAM_ROLES,
  TERMS,
} from "@/lib/plan/model";
import { STAKEHOLDER_STRATEGIES } from "@/lib/plan/scoring";
import { SCALE_KINDS } from "@/lib/rubric/model";
import { MCNAMARA_KEYS, TRANSFER_TYPES } from "@/lib/solution/model";

test("a field is named without the places of its items", () => {
  expect(fieldKey("EVALUATE", "sources.2.role")).toBe("field.EVALUATE.sources.role");
  expect(fieldKey("OBSTACLES", "obstacles.@0190-a.causes.1")).toBe(
    "field.OBSTACLES.obstacles.causes",
  );
  expect(itemNumbers("groups.0.alternatives.2.title")).toEqual([1, 3]);
});

test("dates in a message are put into words, the rest stays", () => {
  const issue = { path: "", code: "x", params: { from: "2018-08-06", max: 5, title: "A" } };
  expect(issueValues(issue, (date) => `<${date}>`)).toEqual({
    from: "<2018-08-06>",
    max: 5,
    title: "A",
  });
  expect(issueValues({ path: "", code: "x" }, String)).toEqual({});
});

const CLASSIFICATIONS = {
  obstacleCategory: OBSTACLE_CATEGORIES,
  obstacleLocus: OBSTACLE_LOCI,
  fishboneBranch: FISHBONE_BRANCHES,
  apkl: APKL_KEYS,
  usg: USG_KEYS,
  innovationForm: INNOVATION_FORMS,
  innovationType: INNOVATION_TYPES,
  innovationStage: INNOVATION_STAGES,
  innovationInitiator: INNOVATION_INITIATORS,
  affair: AFFAIRS,
  budgetSource: BUDGET_SOURCES,
  visitMode: VISIT_MODES,
  transferType: TRANSFER_TYPES,
  transferTypeHint: TRANSFER_TYPES,
  mcnamara: MCNAMARA_KEYS,
  quadrant: STAKEHOLDER_QUADRANTS,
  quadrantHint: STAKEHOLDER_QUADRANTS,
  strategy: STAKEHOLDER_STRATEGIES,
  attitude: ATTITUDES,
  term: TERMS,
  milestoneStatus: MILESTONE_STATUSES,
  teamRole: TEAM_ROLES,
  idType: ID_TYPES,
  method: METHODS,
  sourceType: SOURCE_TYPES,
  evidenceKind: EVIDENCE_KINDS,
  facet: FACETS,
  facetHint: FACETS,
  scaleKind: SCALE_KINDS,
};

const catalogues = { id: idIssues, en: enIssues } as const;

describe.each(["id", "en"] as const)("messages in %s", (locale) => {
  const messages: Record<string, string> = catalogues[locale];

  test("every code that the code base reports has words", () => {
    const missing = [...reportedCodes()].filter((code) => !(code in messages));
    expect(missing).toEqual([]);
  });

  test("every message can be filled", () => {
    const t = createTranslator({
      locale,
      messages: { issues: messages },
      namespace: "issues",
      onError: (error) => {
        throw error;
      },
    });
    for (const [code, message] of Object.entries(messages)) {
      const values = Object.fromEntries(
        Object.entries(icuArguments(message)).map(([name, kind]) => [
          name,
          kind === "text" ? "x" : 2,
        ]),
      );
      const text = t(code, values);
      expect(text, code).not.toMatch(/[{}]/);
      expect(text.length, code).toBeGreaterThan(5);
    }
  });
});

test("every value of every classification has a label", () => {
  for (const terms of [idTerms, enTerms]) {
    for (const [name, values] of Object.entries(CLASSIFICATIONS)) {
      const labels: Record<string, unknown> = terms[name as keyof typeof CLASSIFICATIONS];
      expect(Object.keys(labels), name).toEqual([...values]);
    }
  }
});

test("both languages have the same keys", () => {
  expect(keysOf(enIssues)).toEqual(keysOf(idIssues));
  expect(keysOf(enTerms)).toEqual(keysOf(idTerms));
});

function keysOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value)
    .flatMap(([key, inner]) => keysOf(inner, `${path}/${key}`))
    .sort();
}

/** Codes as they stand in the sources of the documents: `code: "…"`, `refuse("…")`, union members. */
function reportedCodes(): Set<string> {
  const codes = new Set<string>();
  for (const folder of ["document", "evaluation", "obstacle", "solution", "plan", "enrolment"]) {
    const at = join(import.meta.dirname, "..", folder);
    for (const name of readdirSync(at)) {
      if (!/^(schema|fields|issue|free-text|civil-servant)\.ts$/.test(name)) continue;
      const source = readFileSync(join(at, name), "utf8");
      const found = source.matchAll(/(?:code: |refuse\(|code\) \? |: )"([a-z]+(?:_[a-z]+)*)"/g);
      for (const [, code = ""] of found) if (/_|^(required|invalid)$/.test(code)) codes.add(code);
      for (const [, code = ""] of source.matchAll(/\| "(id_number_[a-z_]+)"/g)) codes.add(code);
    }
  }
  return codes;
}

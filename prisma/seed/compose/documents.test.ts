import { describe, expect, it } from "vitest";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { spreadOf } from "@/lib/dashboard/spread";
import { checkStageDocument, type StageContextMap } from "@/lib/document/registry";
import { prioritisedObstacles } from "@/lib/document/upstream";
import { scoreRubric } from "@/lib/rubric/scoring";
import { AGENCIES, agencyId, INNOVATION_CODES, innovationId } from "@/prisma/reference/catalogue";
import { libraryRubric } from "@/prisma/reference/rubrics";
import { AGENCY_CONTENT } from "../content/agencies";
import { INNOVATION_CONTENT } from "../content/innovations";
import { CRITERIA, THEME_KEYS } from "../content/model";
import { POSTS } from "../content/posts";
import { demoPeople } from "../people";
import { type Author, fitsPost } from "./author";
import { composeDocuments, type Documents, type Frame } from "./documents";

const EVALUATION_RUBRIC = libraryRubric("kipp-2021");
const TRANSFER_RUBRIC = libraryRubric("transfer-readiness");
const VISIT = { startsOn: "2030-03-04", endsOn: "2030-03-08", mode: "ONSITE" } as const;
const TODAY = "2030-03-07";

const { participants } = demoPeople();

const AUTHORS: Author[] = participants.flatMap((participant) =>
  INNOVATION_CODES.map((innovation) => ({
    key: participant.email,
    rosterNumber: participant.rosterNumber,
    fullName: participant.name,
    idNumber: participant.idNumber,
    agencyId: agencyId(participant.post.agency),
    workUnit: participant.post.workUnit,
    post: participant.post,
    innovation,
  })),
);

function frameOf(author: Author): Frame {
  return {
    innovationId: innovationId(author.innovation),
    evaluationRubric: EVALUATION_RUBRIC,
    transferRubric: TRANSFER_RUBRIC,
    visitDate: "2030-03-05",
    visitEndsOn: VISIT.endsOn,
  };
}

const WRITTEN = AUTHORS.map((author) => ({
  author,
  documents: composeDocuments(author, frameOf(author)),
}));

/** The contexts in which the server would read these documents. */
function contextsOf(author: Author, documents: Documents): StageContextMap {
  return {
    EVALUATE: {
      innovationId: innovationId(author.innovation),
      rubric: EVALUATION_RUBRIC,
      visit: VISIT,
      today: TODAY,
    },
    OBSTACLES: {
      rubric: EVALUATION_RUBRIC,
      evaluation: {
        evidence: documents.EVALUATE.evidence,
        scores: documents.EVALUATE.scores,
      },
    },
    SOLUTION: {
      obstacles: prioritisedObstacles(documents.OBSTACLES),
      innovations: INNOVATION_CODES.map((code) => ({
        id: innovationId(code),
        code,
        name: INNOVATION_CONTENT[code].shortName,
      })),
    },
    PLAN: {
      solutions: documents.SOLUTION.groups.flatMap(({ obstacleId, alternatives }) =>
        alternatives
          .filter(({ isSelected }) => isSelected)
          .map(({ id, title, forHost, transferType }) => ({
            id,
            title,
            obstacleId,
            forHost,
            transferType,
          })),
      ),
      participant: author,
      agencies: Object.entries(AGENCIES).map(([code, { name }]) => ({
        id: agencyId(code as keyof typeof AGENCIES),
        name,
      })),
      transferRubric: TRANSFER_RUBRIC,
      takenAcronyms: [],
      today: TODAY,
    },
  };
}

/** Sentences of a text; what follows a full stop and a space. */
function sentences(text: string): string[] {
  return text.split(/(?<=[.!?]) /).filter((sentence) => sentence.length > 25);
}

/** What is longest in a document, and so most easily copied. */
function mainText(kind: StageKind, documents: Documents): string {
  switch (kind) {
    case "EVALUATE":
      return documents.EVALUATE.summary;
    case "OBSTACLES":
      return documents.OBSTACLES.obstacles
        .map(({ title, description }) => title + description)
        .join();
    case "SOLUTION":
      return documents.SOLUTION.groups
        .flatMap(({ alternatives }) => alternatives.map(({ description }) => description))
        .join();
    case "PLAN":
      return documents.PLAN.problemStatement;
  }
}

describe("documents of the demo", () => {
  it.each(STAGE_KINDS)("pass every rule of %s, on any innovation and from any post", (kind) => {
    const refused = WRITTEN.flatMap(({ author, documents }) => {
      const contexts = contextsOf(author, documents);
      const check = checkStageDocument(
        kind as "EVALUATE",
        "submit",
        contexts[kind] as StageContextMap["EVALUATE"],
        documents[kind],
      );
      return check.issues.map(
        ({ path, code }) => `${author.key} ${author.innovation} ${path} ${code}`,
      );
    });
    expect(refused).toEqual([]);
  });

  it("lose nothing when the server reads them", () => {
    for (const { author, documents } of WRITTEN.slice(0, 40)) {
      const contexts = contextsOf(author, documents);
      for (const kind of STAGE_KINDS) {
        const read = checkStageDocument(
          kind as "EVALUATE",
          "submit",
          contexts[kind] as StageContextMap["EVALUATE"],
          documents[kind],
        );
        expect(JSON.parse(JSON.stringify(read.document))).toEqual(
          JSON.parse(JSON.stringify(documents[kind])),
        );
      }
    }
  });

  it("leave no brace unfilled and begin every text with a capital", () => {
    const all = JSON.stringify(WRITTEN.map(({ documents: { seen: _, ...rest } }) => rest));
    expect(all).not.toMatch(/\{\w+\}/);
    for (const { documents } of WRITTEN) {
      for (const { title, description } of documents.OBSTACLES.obstacles) {
        expect(title).toMatch(/^[\p{Lu}“0-9]/u);
        expect(description).toMatch(/^[\p{Lu}“0-9]/u);
      }
      for (const { title } of documents.PLAN.milestones) expect(title).toMatch(/^\p{Lu}/u);
    }
  });

  it("are the same when they are written again", () => {
    const again = AUTHORS.slice(0, 20).map((author) => composeDocuments(author, frameOf(author)));
    expect(again).toEqual(WRITTEN.slice(0, 20).map(({ documents }) => documents));
  });

  it("differ from one participant to the next", () => {
    for (const code of INNOVATION_CODES) {
      const ofInnovation = WRITTEN.filter(({ author }) => author.innovation === code);
      for (const kind of STAGE_KINDS) {
        const written = ofInnovation.map(({ documents }) => mainText(kind, documents));
        expect(new Set(written).size, `${code} ${kind}`).toBe(written.length);
      }
    }
  });

  it("are not patched together from the same few sentences", () => {
    // As many as evaluate one innovation in the demo.
    for (const code of INNOVATION_CODES) {
      const summaries = WRITTEN.filter(({ author }) => author.innovation === code)
        .filter((_, index) => index % 5 === 0)
        .flatMap(({ documents }) => sentences(documents.EVALUATE.summary));
      const counts = new Map<string, number>();
      for (const sentence of summaries) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
      expect(Math.max(...counts.values()), code).toBeLessThanOrEqual(6);
      expect(counts.size / summaries.length, code).toBeGreaterThan(0.4);
    }
  });
});

describe("scores of the demo", () => {
  const percents = (code: string) =>
    WRITTEN.filter(({ author }) => author.innovation === code).map(
      ({ documents }) => scoreRubric(EVALUATION_RUBRIC, documents.EVALUATE.scores).percent ?? 0,
    );

  it("divide the evaluators of SILONCER and of no other innovation", () => {
    for (const code of INNOVATION_CODES) {
      const { deviation, mean } = spreadOf(percents(code));
      if (code === "SILONCER") expect(deviation).toBeGreaterThan(15);
      else expect(deviation).toBeLessThan(15);
      expect(deviation, code).toBeGreaterThan(3);
      expect(mean, code).toBeGreaterThan(50);
      expect(mean, code).toBeLessThan(90);
    }
  });
});

describe("hand-written content", () => {
  const obstacles = [
    ...Object.values(INNOVATION_CONTENT).flatMap(({ obstacles: found }) => found),
    ...Object.values(AGENCY_CONTENT).flatMap(({ obstacles: found }) => found),
  ];

  it("is rich enough for each innovation", () => {
    for (const content of Object.values(INNOVATION_CONTENT)) {
      expect(content.obstacles.length, content.code).toBeGreaterThanOrEqual(6);
      expect(content.strengths.length, content.code).toBeGreaterThanOrEqual(6);
      expect(content.summary.opening.length, content.code).toBeGreaterThanOrEqual(4);
      const keys = content.obstacles.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      for (const code of CRITERIA) {
        expect(content.quotes[code].length, `${content.code} ${code}`).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it("speaks of the host with evidence, and cuts causes that there are", () => {
    for (const obstacle of obstacles) {
      if (obstacle.locus !== "OWN_UNIT") {
        expect(obstacle.quotes.length, obstacle.key).toBeGreaterThan(0);
        expect(obstacle.advice, obstacle.key).toBeDefined();
      }
      expect(obstacle.tags, obstacle.key).not.toContain(obstacle.category);
      for (const { cause } of obstacle.own) {
        expect(cause, obstacle.key).toBeLessThan(obstacle.causes.length);
      }
    }
  });

  it("touches every category but none twice as often as it should", () => {
    const categories = new Set(obstacles.map(({ category }) => category));
    expect(categories.size).toBeGreaterThanOrEqual(12);
  });

  it("offers every post something to carry out", () => {
    for (const post of POSTS) {
      expect(THEME_KEYS.filter((theme) => fitsPost(theme, post)).length).toBeGreaterThanOrEqual(3);
    }
  });
});

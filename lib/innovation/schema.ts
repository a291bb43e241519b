import { z } from "zod";
import {
  entryHead,
  oneOf,
  optionalChoice,
  optionalText,
  pageNumber,
  requiredChoice,
  requiredId,
  searchText,
  someId,
} from "@/lib/catalogue/schema";
import { link, list, object, text } from "@/lib/document/fields";
import {
  AFFAIRS,
  INNOVATION_FORMS,
  INNOVATION_INITIATORS,
  INNOVATION_STAGES,
  INNOVATION_TYPES,
} from "@/lib/document/taxonomy";
import {
  CONFIDENCES,
  FACT_BOUNDS,
  INNOVATION_BOUNDS,
  INNOVATION_FACETS,
  type InnovationLink,
} from "@/lib/innovation/model";

const bounds = INNOVATION_BOUNDS;
const long = (of: { min: number; max: number }) => optionalText({ ...of, multiline: true });

const links = list<InnovationLink>(
  "submit",
  object<InnovationLink>({
    title: text("submit", bounds.linkTitle),
    url: link("submit", { max: bounds.linkUrl.max }),
  }),
  bounds.links,
);

/** What is written of an innovation, beside where it stands. */
const innovationFields = {
  code: text("submit", bounds.code),
  name: text("submit", bounds.name),
  summary: text("submit", { ...bounds.summary, multiline: true }),
  form: requiredChoice(INNOVATION_FORMS),
  type: requiredChoice(INNOVATION_TYPES),
  stage: requiredChoice(INNOVATION_STAGES),
  startedOn: optionalText(bounds.startedOn),
  initiator: optionalChoice(INNOVATION_INITIATORS),
  affair: optionalChoice(AFFAIRS),
  affairNote: optionalText(bounds.affairNote),
  facet: optionalChoice(INNOVATION_FACETS),
  design: long(bounds.design),
  coreChange: long(bounds.coreChange),
  purpose: long(bounds.purpose),
  benefit: long(bounds.benefit),
  result: long(bounds.result),
  source: text("submit", bounds.source),
  confidence: requiredChoice(CONFIDENCES),
};

/** The same with its links: what a row of a file says of an innovation. */
export const innovationImportFields = { ...innovationFields, links };

export const saveInnovationSchema = z.object({
  ...entryHead,
  hostRegionId: z.uuid(),
  hostUnitId: requiredId,
  ...innovationImportFields,
});
export type SaveInnovation = z.output<typeof saveInnovationSchema>;

/** What is written of a fact, beside what it is about. */
export const factFields = {
  text: text("submit", { ...FACT_BOUNDS.text, multiline: true }),
  source: text("submit", FACT_BOUNDS.source),
  confidence: requiredChoice(CONFIDENCES),
};

export const saveFactSchema = z.object({ ...entryHead, innovationId: z.uuid(), ...factFields });
export type SaveFact = z.output<typeof saveFactSchema>;

/** What the catalogue's address may ask for; what cannot be understood is left out. */
export const catalogueQuerySchema = z.object({
  q: searchText,
  region: someId,
  unit: someId,
  form: oneOf(INNOVATION_FORMS),
  type: oneOf(INNOVATION_TYPES),
  stage: oneOf(INNOVATION_STAGES),
  affair: oneOf(AFFAIRS),
  confidence: oneOf(CONFIDENCES),
  archived: oneOf(["1"]),
  page: pageNumber,
});
export type CatalogueQuery = z.output<typeof catalogueQuerySchema>;

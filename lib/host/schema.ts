import { z } from "zod";
import {
  entryHead,
  entryListSchema,
  oneOf,
  optionalId,
  optionalText,
  pageNumber,
  requiredChoice,
  requiredId,
  someId,
} from "@/lib/catalogue/schema";
import { text } from "@/lib/document/fields";
import {
  AWARD_BOUNDS,
  AWARD_LEVELS,
  REGION_BOUNDS,
  REGION_TYPES,
  type RegionType,
  UNIT_BOUNDS,
} from "@/lib/host/model";
import { CONFIDENCES } from "@/lib/innovation/model";

/** Kemendagri's code: two digits for a province, four for a regency or a city. */
const regionCode = optionalText({ max: 5 });

/** What is written of a region. */
export const regionFields = {
  name: text("submit", REGION_BOUNDS.name),
  shortName: text("submit", REGION_BOUNDS.shortName),
  type: requiredChoice(REGION_TYPES),
  regionCode,
  capital: optionalText(REGION_BOUNDS.capital),
};

/** A region's code has the shape that its type asks for. */
export const regionCodeFits = z.check<{ type: RegionType; regionCode: string | null }>(
  (payload) => {
    const { regionCode: code, type } = payload.value;
    const shape = type === "PROVINCE" ? /^\d{2}$/ : /^\d{2}\.\d{2}$/;
    if (code === null || shape.test(code)) return;
    payload.issues.push({
      code: "custom",
      path: ["regionCode"],
      input: code,
      params: { code: type === "PROVINCE" ? "province_code" : "region_code" },
    });
  },
);

export const saveRegionSchema = z.object({ ...entryHead, ...regionFields }).check(regionCodeFits);
export type SaveRegion = z.output<typeof saveRegionSchema>;

/** What is written of a unit, beside where it stands. */
export const unitFields = {
  name: text("submit", UNIT_BOUNDS.name),
  shortName: text("submit", UNIT_BOUNDS.shortName),
  laterName: optionalText(UNIT_BOUNDS.laterName),
};

export const saveUnitSchema = z.object({ ...entryHead, hostRegionId: requiredId, ...unitFields });
export type SaveUnit = z.output<typeof saveUnitSchema>;

/** What is written of an award, beside who got it for what. */
export const awardFields = {
  name: text("submit", AWARD_BOUNDS.name),
  level: requiredChoice(AWARD_LEVELS),
  year: z.coerce.number().int().min(AWARD_BOUNDS.year.min).max(AWARD_BOUNDS.year.max),
  rank: text("submit", AWARD_BOUNDS.rank),
  giver: optionalText(AWARD_BOUNDS.giver),
  note: optionalText({ ...AWARD_BOUNDS.note, multiline: true }),
  source: text("submit", AWARD_BOUNDS.source),
  confidence: requiredChoice(CONFIDENCES),
};

export const saveAwardSchema = z.object({
  ...entryHead,
  hostRegionId: requiredId,
  innovationId: optionalId,
  ...awardFields,
});
export type SaveAward = z.output<typeof saveAwardSchema>;

export const regionListSchema = entryListSchema.extend({ type: oneOf(REGION_TYPES) });
export type RegionListQuery = z.output<typeof regionListSchema>;

/** What the list of units may be asked for, and the list of awards. */
export const unitListSchema = entryListSchema.extend({ region: someId });
export type UnitListQuery = z.output<typeof unitListSchema>;
export const awardListSchema = entryListSchema.omit({ archived: true }).extend({
  region: someId,
  level: oneOf(AWARD_LEVELS),
  confidence: oneOf(CONFIDENCES),
});
export type AwardListQuery = z.output<typeof awardListSchema>;

/** Which page of each of a region's lists. */
const regionPagesSchema = z.object({
  units: pageNumber,
  innovations: pageNumber,
  awards: pageNumber,
});
export type RegionPages = z.output<typeof regionPagesSchema>;

/** The pages that an address asks for, as loaders take them: units, innovations, awards. */
export function askedPages(
  searchParams: Record<string, string | string[] | undefined>,
): [units: number, innovations: number, awards: number] {
  const { units, innovations, awards } = regionPagesSchema.parse(searchParams);
  return [units, innovations, awards];
}

/** Classifications that more than one document, or a document and a register, speak of. */

/** Form of a regional innovation, PP 38/2017. */
export const INNOVATION_FORMS = ["GOVERNANCE", "PUBLIC_SERVICE", "OTHER"] as const;
export type InnovationForm = (typeof INNOVATION_FORMS)[number];

export const INNOVATION_TYPES = ["DIGITAL", "NON_DIGITAL", "HYBRID"] as const;
export type InnovationType = (typeof INNOVATION_TYPES)[number];

export const INNOVATION_STAGES = ["INITIATIVE", "PILOT", "IMPLEMENTED"] as const;
export type InnovationStage = (typeof INNOVATION_STAGES)[number];

/** Who an innovation began with, PP 38/2017. */
export const INNOVATION_INITIATORS = [
  "REGIONAL_HEAD",
  "COUNCIL_MEMBER",
  "REGIONAL_AGENCY",
  "CIVIL_SERVANT",
  "COMMUNITY",
] as const;
export type InnovationInitiator = (typeof INNOVATION_INITIATORS)[number];

/**
 * Government affair (urusan) that a plan serves: the six basic services one by one, the other kinds
 * as a kind, and CENTRAL for agencies whose work is no regional affair (a ministry, KPU, KASN).
 */
export const AFFAIRS = [
  "EDUCATION",
  "HEALTH",
  "PUBLIC_WORKS",
  "HOUSING",
  "PUBLIC_ORDER",
  "SOCIAL",
  "OTHER_MANDATORY",
  "ELECTIVE",
  "SUPPORTING",
  "CENTRAL",
] as const;
export type Affair = (typeof AFFAIRS)[number];

export const BUDGET_SOURCES = ["APBN", "APBD", "NON_BUDGET", "OTHER"] as const;
export type BudgetSource = (typeof BUDGET_SOURCES)[number];

export const VISIT_MODES = ["ONSITE", "VIRTUAL", "HYBRID"] as const;
export type VisitMode = (typeof VISIT_MODES)[number];

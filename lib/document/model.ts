/**
 * What the documents of all four stages share: the two ways to read one, the shape of an item,
 * and the sections that a form and a summary of what is missing are made of.
 */

/**
 * "draft" accepts a document that is still being written: blanks, nulls and missing keys pass, but
 * nothing beyond an upper bound, of a wrong type or outside a list of choices is ever kept.
 * "submit" holds every rule.
 */
export type DocumentMode = "draft" | "submit";

/** Calendar date without time, `YYYY-MM-DD`. */
export type IsoDate = string;

/** A uuid minted by the device that made the item; unique within its document. */
export type ItemId = string;

/**
 * A draft-shaped document after a successful submit: what may be `null` while it is written is
 * there. Values that are optional even then are `undefined`, and stay so.
 */
export type Complete<T> = T extends null
  ? never
  : T extends readonly (infer Item)[]
    ? Complete<Item>[]
    : T extends object
      ? { [Key in keyof T]: Complete<T[Key]> }
      : T;

/**
 * One section of a form. `fields` are the paths it holds, with `*` for any item of a list; the
 * longest match wins, so that a list and single fields of its items can stand in two sections.
 */
export type Section<Id extends string = string> = {
  readonly id: Id;
  readonly fields: readonly string[];
};

/** A risk as the solution and the plan both state it. */
export type Risk = {
  id: ItemId;
  text: string;
  /** 1 (rare) – 5 (almost certain) */
  likelihood: number | null;
  /** 1 (slight) – 5 (severe) */
  impact: number | null;
  /** Required when likelihood × impact reaches RISK_NEEDS_MITIGATION. */
  mitigation: string;
};

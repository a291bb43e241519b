/** How a part of a bar is painted; no two parts of one bar differ by colour alone. */
export type Fill = "solid" | "soft" | "late" | "line" | "hollow" | "empty";

export type Series = {
  key: string;
  label: string;
  fill: Fill;
  /** Whose hue, a value of `data-stage`; without it the one around. */
  stage?: string;
};

/** Classes of a mark; the hue comes from `data-stage` around or on it. */
export const fills: Record<Fill, string> = {
  solid: "bg-hue-solid",
  soft: "bg-hue-soft ring-1 ring-inset ring-hue-solid",
  late: "bg-late-solid stripes",
  line: "bg-line-strong",
  hollow: "bg-surface ring-1 ring-inset ring-line-strong",
  empty: "bg-sunken ring-1 ring-inset ring-line",
};

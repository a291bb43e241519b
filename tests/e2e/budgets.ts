/** What a page may cost. Bytes, as they are or with gzip. */
export interface Budget {
  /** Of a request to a server that has answered one before. */
  statements: number;
  html: number;
  /** The HTML, compressed. */
  gzip: number;
  /** Data in the HTML from which React takes the page over. */
  flight: number;
  /** Scripts that a browser loads for it, with gzip. */
  scripts: number;
}

/**
 * The limits, a little above what is reached (the compressed HTML varies by a tenth with what was ready
 * first). A page that needs more raises its line here, in the
 * same change and for a reason; docs/performance.md tells what the numbers mean.
 */
export const BUDGETS: Readonly<Record<string, Budget>> = {
  "staff /account": { statements: 2, html: 58_000, gzip: 14_000, flight: 42_500, scripts: 154_000 },
  "facilitator /account": {
    statements: 3,
    html: 58_000,
    gzip: 14_000,
    flight: 41_000,
    scripts: 154_000,
  },
  "participant /account": {
    statements: 2,
    html: 58_000,
    gzip: 14_000,
    flight: 41_000,
    scripts: 154_000,
  },
  "staff /innovations": {
    statements: 3,
    html: 74_000,
    gzip: 13_000,
    flight: 45_000,
    scripts: 153_000,
  },
  "facilitator /innovations": {
    statements: 4,
    html: 74_000,
    gzip: 14_500,
    flight: 45_000,
    scripts: 153_000,
  },
  "participant /innovations": {
    statements: 3,
    html: 74_000,
    gzip: 14_500,
    flight: 45_000,
    scripts: 153_000,
  },
  "staff /innovations/[id]": {
    statements: 2,
    html: 86_000,
    gzip: 14_000,
    flight: 54_000,
    scripts: 151_000,
  },
  "facilitator /innovations/[id]": {
    statements: 3,
    html: 86_000,
    gzip: 14_000,
    flight: 54_000,
    scripts: 151_000,
  },
  "participant /innovations/[id]": {
    statements: 2,
    html: 85_000,
    gzip: 13_500,
    flight: 54_000,
    scripts: 151_000,
  },
  "staff /tasks": { statements: 2, html: 53_000, gzip: 10_000, flight: 34_000, scripts: 153_000 },
  "facilitator /tasks": {
    statements: 3,
    html: 54_000,
    gzip: 10_000,
    flight: 34_000,
    scripts: 153_000,
  },
  "participant /tasks": {
    statements: 2,
    html: 65_000,
    gzip: 12_000,
    flight: 41_000,
    scripts: 153_000,
  },
  "participant /tasks/[id]": {
    statements: 3,
    html: 122_000,
    gzip: 21_500,
    flight: 81_000,
    scripts: 156_000,
  },
  "participant /tasks/[id]/evaluate": {
    statements: 5,
    html: 185_000,
    gzip: 33_000,
    flight: 126_000,
    scripts: 159_000,
  },
  "participant /tasks/[id]/obstacles": {
    statements: 5,
    html: 195_000,
    gzip: 35_000,
    flight: 131_000,
    scripts: 159_000,
  },
  "participant /tasks/[id]/solution": {
    statements: 6,
    html: 190_000,
    gzip: 33_500,
    flight: 126_000,
    scripts: 159_000,
  },
  "participant /tasks/[id]/plan": {
    statements: 7,
    html: 272_000,
    gzip: 41_000,
    flight: 84_000,
    scripts: 209_000,
  },
  "facilitator /reviews": {
    statements: 4,
    html: 74_000,
    gzip: 12_500,
    flight: 47_000,
    scripts: 153_000,
  },
  "staff /reviews/[id]/evaluate": {
    statements: 3,
    html: 205_000,
    gzip: 33_000,
    flight: 114_000,
    scripts: 166_000,
  },
  "facilitator /reviews/[id]/evaluate": {
    statements: 5,
    html: 221_000,
    gzip: 35_000,
    flight: 116_000,
    scripts: 166_000,
  },
  "staff /cohorts": { statements: 2, html: 48_000, gzip: 10_500, flight: 30_000, scripts: 151_000 },
  "staff /office/[id]": {
    statements: 2,
    html: 46_000,
    gzip: 9_000,
    flight: 31_000,
    scripts: 154_000,
  },
  "staff /cohorts/[id]": {
    statements: 5,
    html: 165_000,
    gzip: 24_000,
    flight: 55_000,
    scripts: 154_000,
  },
  "staff /cohorts/[id]/analysis": {
    statements: 5,
    html: 118_000,
    gzip: 18_000,
    flight: 45_000,
    scripts: 154_000,
  },
  "staff /cohorts/new": {
    statements: 5,
    html: 70_000,
    gzip: 15_000,
    flight: 45_000,
    scripts: 156_000,
  },
  "staff /cohorts/new?from=nothing": {
    statements: 5,
    html: 90_000,
    gzip: 20_000,
    flight: 60_000,
    scripts: 175_000,
  },
  "staff /cohorts/[id]/setup": {
    statements: 6,
    html: 150_000,
    gzip: 28_000,
    flight: 90_000,
    scripts: 178_000,
  },
  "staff /cohorts/[id]/work": {
    statements: 4,
    html: 292_000,
    gzip: 27_000,
    flight: 163_000,
    scripts: 157_000,
  },
  "staff /cohorts/[id]/obstacles": {
    statements: 4,
    html: 168_000,
    gzip: 22_000,
    flight: 102_000,
    scripts: 153_000,
  },
  "staff /cohorts/[id]/assign": {
    statements: 4,
    html: 144_000,
    gzip: 26_000,
    flight: 63_000,
    scripts: 162_000,
  },
  "facilitator /cohorts/[id]/assign": {
    statements: 5,
    html: 105_000,
    gzip: 22_000,
    flight: 51_000,
    scripts: 162_000,
  },
};

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
  "staff /help": { statements: 2, html: 53_000, gzip: 10_500, flight: 35_000, scripts: 154_000 },
  "facilitator /help": {
    statements: 3,
    html: 53_000,
    gzip: 10_500,
    flight: 35_000,
    scripts: 154_000,
  },
  "participant /help": {
    statements: 2,
    html: 53_000,
    gzip: 10_500,
    flight: 35_000,
    scripts: 154_000,
  },
  "staff /search?q=data": {
    statements: 6,
    html: 65_000,
    gzip: 12_500,
    flight: 40_000,
    scripts: 156_000,
  },
  "facilitator /search?q=data": {
    statements: 8,
    html: 65_000,
    gzip: 12_500,
    flight: 40_000,
    scripts: 156_000,
  },
  "participant /search?q=data": {
    statements: 5,
    html: 65_000,
    gzip: 12_500,
    flight: 40_000,
    scripts: 156_000,
  },
  "staff /account": { statements: 2, html: 67_500, gzip: 15_200, flight: 50_300, scripts: 155_500 },
  "facilitator /account": {
    statements: 3,
    html: 67_500,
    gzip: 15_200,
    flight: 48_800,
    scripts: 155_500,
  },
  "participant /account": {
    statements: 2,
    html: 67_500,
    gzip: 15_200,
    flight: 48_800,
    scripts: 155_500,
  },
  "staff /innovations": {
    statements: 3,
    html: 83_500,
    gzip: 14_200,
    flight: 52_800,
    scripts: 154_500,
  },
  "facilitator /innovations": {
    statements: 4,
    html: 83_500,
    gzip: 15_700,
    flight: 52_800,
    scripts: 154_500,
  },
  "participant /innovations": {
    statements: 3,
    html: 83_500,
    gzip: 15_700,
    flight: 52_800,
    scripts: 154_500,
  },
  "staff /innovations/[id]": {
    statements: 2,
    html: 95_500,
    gzip: 15_200,
    flight: 61_800,
    scripts: 152_500,
  },
  "facilitator /innovations/[id]": {
    statements: 3,
    html: 95_500,
    gzip: 15_200,
    flight: 61_800,
    scripts: 152_500,
  },
  "participant /innovations/[id]": {
    statements: 2,
    html: 94_500,
    gzip: 14_700,
    flight: 61_800,
    scripts: 152_500,
  },
  "staff /tasks": { statements: 2, html: 62_500, gzip: 11_200, flight: 41_800, scripts: 154_500 },
  "facilitator /tasks": {
    statements: 3,
    html: 63_500,
    gzip: 11_200,
    flight: 41_800,
    scripts: 154_500,
  },
  "participant /tasks": {
    statements: 2,
    html: 74_500,
    gzip: 13_200,
    flight: 48_800,
    scripts: 154_500,
  },
  "participant /tasks/[id]": {
    statements: 3,
    html: 131_500,
    gzip: 22_700,
    flight: 88_800,
    scripts: 157_500,
  },
  "participant /tasks/[id]/evaluate": {
    statements: 5,
    html: 194_500,
    gzip: 34_200,
    flight: 133_800,
    scripts: 160_500,
  },
  "participant /tasks/[id]/obstacles": {
    statements: 5,
    html: 204_500,
    gzip: 36_200,
    flight: 138_800,
    scripts: 160_500,
  },
  "participant /tasks/[id]/solution": {
    statements: 6,
    html: 199_500,
    gzip: 34_700,
    flight: 133_800,
    scripts: 160_500,
  },
  "participant /tasks/[id]/plan": {
    statements: 7,
    html: 281_500,
    gzip: 42_200,
    flight: 91_800,
    scripts: 210_500,
  },
  "facilitator /reviews": {
    statements: 4,
    html: 83_500,
    gzip: 13_700,
    flight: 54_800,
    scripts: 154_500,
  },
  "staff /reviews/[id]/evaluate": {
    statements: 3,
    html: 214_500,
    gzip: 34_200,
    flight: 121_800,
    scripts: 167_500,
  },
  "facilitator /reviews/[id]/evaluate": {
    statements: 5,
    html: 230_500,
    gzip: 36_200,
    flight: 123_800,
    scripts: 167_500,
  },
  "staff /cohorts": { statements: 2, html: 57_500, gzip: 11_700, flight: 37_800, scripts: 152_500 },
  "staff /office/[id]": {
    statements: 2,
    html: 55_500,
    gzip: 10_200,
    flight: 38_800,
    scripts: 155_500,
  },
  "staff /cohorts/[id]": {
    statements: 5,
    html: 174_500,
    gzip: 25_200,
    flight: 62_800,
    scripts: 155_500,
  },
  "staff /cohorts/[id]/analysis": {
    statements: 5,
    html: 127_500,
    gzip: 19_200,
    flight: 52_800,
    scripts: 155_500,
  },
  "staff /cohorts/new": {
    statements: 5,
    html: 79_500,
    gzip: 16_200,
    flight: 52_800,
    scripts: 157_500,
  },
  "staff /cohorts/new?from=nothing": {
    statements: 5,
    html: 99_500,
    gzip: 21_200,
    flight: 67_800,
    scripts: 176_500,
  },
  "staff /cohorts/[id]/setup": {
    statements: 6,
    html: 159_500,
    gzip: 29_200,
    flight: 97_800,
    scripts: 179_500,
  },
  "staff /cohorts/[id]/work": {
    statements: 4,
    html: 301_500,
    gzip: 28_200,
    flight: 170_800,
    scripts: 158_500,
  },
  "staff /cohorts/[id]/obstacles": {
    statements: 4,
    html: 177_500,
    gzip: 23_200,
    flight: 109_800,
    scripts: 154_500,
  },
  "staff /cohorts/[id]/assign": {
    statements: 4,
    html: 153_500,
    gzip: 27_200,
    flight: 70_800,
    scripts: 163_500,
  },
  "facilitator /cohorts/[id]/assign": {
    statements: 5,
    html: 114_500,
    gzip: 23_200,
    flight: 58_800,
    scripts: 163_500,
  },
};

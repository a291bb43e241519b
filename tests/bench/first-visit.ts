import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { sessionCookie } from "@/tests/support/server-client";

/**
 * Fetched when it is measured, at this very version: nothing else needs it, and it is larger than all that
 * the tests use together.
 */
const LIGHTHOUSE = "lighthouse@12.8.2";

const AUDITS = ["interactive", "largest-contentful-paint", "total-blocking-time"] as const;

const reportSchema = z.object({
  lighthouseVersion: z.string(),
  runtimeError: z.object({ message: z.string() }).optional(),
  audits: z.record(z.string(), z.object({ numericValue: z.number().optional() })),
});

/** What somebody waits for who opens a page for the first time, on a cheap phone. Milliseconds. */
export interface FirstVisit {
  name: string;
  interactive: number;
  largestPaint: number;
  blocking: number;
}

/**
 * Opens pages as Lighthouse's phone does: a processor four times slower than this one, slow 4G (150 ms,
 * 1.6 Mbit/s), nothing kept from before. The median of three visits each.
 *
 * @param chrome the program of the browser
 * @throws when Lighthouse cannot be fetched, or says that a page did not open
 */
export async function visitFirst(
  chrome: string,
  { url, secret }: { url: string; secret: string },
  pages: readonly { name: string; personId: string; path: string }[],
): Promise<FirstVisit[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-lighthouse-"));
  try {
    const visits: FirstVisit[] = [];
    for (const page of pages) {
      const headers = { Cookie: await sessionCookie(secret, page.personId) };
      const runs: number[][] = [];
      for (let run = 0; run < 3; run += 1) {
        runs.push(await lighthouse(folder, chrome, `${url}${page.path}`, headers));
      }
      const [interactive = 0, largestPaint = 0, blocking = 0] = AUDITS.map((_, audit) =>
        median(runs.map((values) => values[audit] ?? 0)),
      );
      visits.push({ name: page.name, interactive, largestPaint, blocking });
    }
    return visits;
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

async function lighthouse(
  folder: string,
  chrome: string,
  address: string,
  headers: Record<string, string>,
): Promise<number[]> {
  const report = path.join(folder, "report.json");
  const flags = ["--headless=new", "--disable-gpu"];
  // Chromium's sandbox refuses to run as root.
  if (process.getuid?.() === 0) flags.push("--no-sandbox");
  await promisify(execFile)(
    "npm",
    [
      "exec",
      "--yes",
      `--package=${LIGHTHOUSE}`,
      "--",
      "lighthouse",
      address,
      "--quiet",
      "--output=json",
      `--output-path=${report}`,
      `--only-audits=${AUDITS.join(",")}`,
      `--extra-headers=${JSON.stringify(headers)}`,
      `--chrome-flags=${flags.join(" ")}`,
    ],
    { cwd: folder, env: { ...process.env, CHROME_PATH: chrome }, maxBuffer: 1 << 24 },
  );
  const { audits, runtimeError } = reportSchema.parse(
    JSON.parse(await fs.readFile(report, "utf8")),
  );
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  return AUDITS.map((audit) => {
    const value = audits[audit]?.numericValue;
    if (value === undefined) throw new Error(`Lighthouse did not measure ${audit}`);
    return Math.round(value);
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

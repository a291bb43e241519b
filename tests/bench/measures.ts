import { STAGE_SLUGS, type StageKind } from "@/lib/assignment/model";
import { askToSave, askToSubmit } from "@/tests/bench/commands";
import {
  type Ask,
  askFor,
  BURST,
  type Load,
  type Pace,
  runLoad,
  SLOW,
  warmServer,
} from "@/tests/bench/load";
import { askToSendPhotos } from "@/tests/bench/photos";
import { addEmptyCohort, askToImport, askToPreview, rosterFile } from "@/tests/bench/roster";
import type { Subjects } from "@/tests/bench/subjects";
import { type Bytes, weighPage } from "@/tests/support/page-weight";
import type { ServedStatements } from "@/tests/support/served-statements";
import { ServerClient } from "@/tests/support/server-client";

/** How many clients ask at the same time. */
export const CLIENTS = [1, 4] as const;

/** One line of the table. */
export interface Measurement {
  name: string;
  loads: Load[];
  /** Statements that one request asks of the database. */
  statements: number;
  /** The answer, where it is measured; for a page, its HTML. */
  body: Bytes | null;
  /** Of a page: scripts as sent, and everything together for a first and for a later visit. */
  page: { flight: number; scripts: Bytes; cold: number; warm: number } | null;
}

interface Measure {
  name: string;
  /** Whoever asks, the n-th of those who ask at the same time. */
  ask: (n: number) => Promise<Ask>;
  /** Takes so long that fewer of it must do. */
  slow?: Pace;
  /** The same people cannot be written by several at the same time. */
  alone?: boolean;
  /** What is weighed. */
  address?: { personId: string; path: string; isPage: boolean };
}

export interface Served {
  url: string;
  secret: string;
  subjects: Subjects;
  /** A cohort of ten times as many participants, beside the others. */
  largeCohortId: string;
  ownerUrl: string;
}

/** Rosters of one cohort and of many at once: rows of participants, facilitators beside them. */
const ROSTERS = [54, 1000] as const;

function measuresOf({ url, secret, subjects, largeCohortId, ownerUrl }: Served): Measure[] {
  const signedIn = (personId: string) => ServerClient.signedIn(url, secret, personId);
  const read = (name: string, personId: string, path: string, isPage = true): Measure => ({
    name,
    ask: async () => askFor(await signedIn(personId), path),
    address: { personId, path, isPage },
  });
  const nth = <T>(list: readonly T[], n: number): T => {
    const found = list[n];
    if (!found) throw new Error("more clients than participants");
    return found;
  };
  const { staffId, facilitatorId, centerId, cohortId, review } = subjects;
  const reviewPath = `/reviews/${review.assignmentId}/${STAGE_SLUGS[review.stage as StageKind]}`;
  const participant = nth(subjects.writers, 0);
  return [
    read("cohort dashboard", staffId, `/cohorts/${cohortId}`),
    read("dashboard of 540", staffId, `/cohorts/${largeCohortId}`),
    read("progress", staffId, `/cohorts/${cohortId}/progress`),
    read("findings", staffId, `/cohorts/${cohortId}/findings`),
    read("fairness", staffId, `/cohorts/${cohortId}/fairness`),
    read("cohorts compared", staffId, `/office/${centerId}/cohorts`),
    read("allocation of 54", staffId, `/cohorts/${cohortId}/allocation`),
    read("allocation of 54, proposed", staffId, `/cohorts/${cohortId}/allocation?propose=1`),
    read("allocation of 540, proposed", staffId, `/cohorts/${largeCohortId}/allocation?propose=1`),
    read("review queue", facilitatorId, "/reviews"),
    read("one review", facilitatorId, reviewPath),
    read("a participant's tasks", participant.personId, "/tasks"),
    read("one task", participant.personId, `/tasks/${participant.assignmentId}`),
    {
      name: "saving a draft",
      ask: async (n) => {
        const writer = nth(subjects.writers, n);
        return askToSave(await signedIn(writer.personId), writer);
      },
    },
    {
      name: "submitting",
      ask: async (n) => {
        const writer = nth(subjects.submitters, n);
        return askToSubmit(await signedIn(writer.personId), writer);
      },
    },
    ...ROSTERS.flatMap((people): Measure[] => {
      // Each client has a cohort of its own: what is measured is the import, not the queue for it.
      const bench = async () => ({
        people,
        file: rosterFile(people),
        cohortId: await addEmptyCohort(ownerUrl, cohortId),
        ownerUrl,
      });
      return [
        {
          name: `roster of ${people}: preview`,
          ask: async () => askToPreview(await signedIn(staffId), await bench()),
          slow: SLOW,
        },
        {
          name: `roster of ${people}: import`,
          ask: async () => askToImport(await signedIn(staffId), await bench()),
          slow: SLOW,
          alone: true,
        },
      ];
    }),
    read("API: own assignments", participant.personId, "/api/assignments", false),
    // Last: each burst brings 54 people more into the cohort.
    ...[false, true].map(
      (same): Measure => ({
        name: `54 phones, words and ${same ? "the same photo" : "a photo each"} at once`,
        ask: async () => askToSendPhotos({ url, secret, ownerUrl }, cohortId, same),
        slow: BURST,
        alone: true,
      }),
    ),
  ];
}

/**
 * Measures everything that there is to measure of a running server, one after the other.
 *
 * @param only measures whose names contain it
 */
export async function measureAll(
  served: Served,
  counter: ServedStatements,
  progress: (text: string) => void,
  only = "",
): Promise<Measurement[]> {
  const results: Measurement[] = [];
  const measures = measuresOf(served).filter(({ name }) => name.includes(only));
  progress("warming up");
  await warmServer(await clientsFor(measures.filter(({ address }) => address)));
  for (const { name, ask, address, slow, alone } of measures) {
    progress(name);
    const asks = (await clientsFor([{ ask }])).flat();
    const loads: Load[] = [];
    for (const clients of CLIENTS) {
      const together = asks.slice(0, alone ? 1 : clients);
      loads.push(await runLoad(together, slow));
      if (alone) break;
    }
    results.push({
      name,
      loads,
      statements: await statementsOf(counter, asks, slow?.warmUp ?? 10),
      ...(address ? await weigh(served, address) : { body: null, page: null }),
    });
  }
  return results;
}

/** As many clients as ask at the same time, each with all of these. */
async function clientsFor(measures: readonly Pick<Measure, "ask">[]): Promise<Ask[][]> {
  const clients: Ask[][] = [];
  for (let n = 0; n < Math.max(...CLIENTS); n += 1) {
    const asks: Ask[] = [];
    for (const { ask } of measures) asks.push(await ask(n));
    clients.push(asks);
  }
  return clients;
}

/** Of several requests, so that a stray one of the server's own does not count for one. */
async function statementsOf(
  counter: ServedStatements,
  [ask]: Ask[],
  times: number,
): Promise<number> {
  const asked = await counter.during(async () => {
    for (let count = 0; count < times; count += 1) await ask?.();
  });
  return Math.round((asked / times) * 10) / 10;
}

async function weigh(
  { url, secret }: Served,
  { personId, path, isPage }: NonNullable<Measure["address"]>,
): Promise<Pick<Measurement, "body" | "page">> {
  const client = await ServerClient.signedIn(url, secret, personId);
  if (!isPage) {
    const { wire, text } = await client.send({ path });
    return { body: { raw: Buffer.byteLength(text()), sent: wire.length }, page: null };
  }
  const { html, flight, scripts, cold, warm } = await weighPage(client, path);
  return { body: html, page: { flight, scripts, cold, warm } };
}

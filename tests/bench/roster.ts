import { randomUUID } from "node:crypto";
import pg from "pg";
import type { RosterPreview } from "@/lib/roster/model";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";
import type { Ask } from "@/tests/bench/load";
import type { ServerClient } from "@/tests/support/server-client";

const AGENCIES = ["Kemensos", "Pemkab Belitung Timur", "KPU", "KASN"];

/** A roster as an XLSX: so many participants in groups of nine, each group with a facilitator. */
export function rosterFile(people: number): Buffer {
  const headings = [
    "No",
    "Nama Lengkap",
    "NIP",
    "Pangkat/Gol.",
    "Jabatan",
    "Instansi",
    "Unit Kerja",
  ];
  const more = ["Surel", "Peran", "Kelompok", "Fasilitator"];
  const groups = Math.ceil(people / 9);
  const person = (at: number, role: "Peserta" | "Fasilitator") => {
    const year = 1970 + (at % 20);
    const month = String(1 + (at % 12)).padStart(2, "0");
    const sequence = String(1 + (at % 999)).padStart(3, "0");
    const group = 1 + (at % groups);
    const isFacilitator = role === "Fasilitator";
    return [
      at + 1,
      `${role} Bench ${at}, S.Sos.`,
      `${year}${month}${String(1 + (at % 28)).padStart(2, "0")} ${year + 25}${month} ${isFacilitator ? 2 : 1} ${sequence}`,
      "Penata (III/c)",
      `Kepala Seksi ${at}`,
      AGENCIES[at % AGENCIES.length] ?? "",
      `Direktorat ${at % 30}`,
      `${role.toLowerCase()}${at}@bench.test`,
      role,
      isFacilitator ? "" : `Kelompok ${group}`,
      isFacilitator ? "" : `Fasilitator Bench ${group - 1}`,
    ];
  };
  return writeXlsx([
    {
      name: "Peserta",
      columns: [...headings, ...more].map((header) => ({ header })),
      rows: [
        ...Array.from({ length: groups }, (_, at) => person(at, "Fasilitator")),
        ...Array.from({ length: people }, (_, at) => person(at, "Peserta")),
      ],
    },
  ]);
}

/** A roster, an empty cohort that it is for, and the way to empty that again. */
export interface RosterBench {
  people: number;
  file: Buffer;
  cohortId: string;
  ownerUrl: string;
}

async function send(client: ServerClient, { cohortId, file }: RosterBench, options: object) {
  const form = new FormData();
  form.set("options", JSON.stringify(options));
  form.set("file", new Blob([new Uint8Array(file)]), "roster.xlsx");
  const packed = new Response(form);
  const answer = await client.send({
    path: `/api/cohorts/${cohortId}/roster`,
    body: {
      type: packed.headers.get("content-type") ?? "",
      bytes: Buffer.from(await packed.arrayBuffer()),
    },
  });
  const body = JSON.parse(answer.text()) as { ok: boolean; value: unknown };
  if (!body.ok)
    throw new Error(`a roster answers ${answer.status}: ${answer.text().slice(0, 500)}`);
  return { value: body.value, milliseconds: answer.milliseconds };
}

function check(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

async function preview(client: ServerClient, bench: RosterBench) {
  const answer = await send(client, bench, { intent: "preview", options: {} });
  const { plan, digest } = answer.value as RosterPreview;
  check(plan.counts.participants === bench.people, "not everybody is in the preview");
  check(plan.counts.faulty === 0 && plan.counts.missing === 0, "the roster is not as it was made");
  return { digest, milliseconds: answer.milliseconds };
}

/** The preview of every row of a roster for a cohort in which nobody is. */
export function askToPreview(client: ServerClient, bench: RosterBench): Ask {
  return async () => (await preview(client, bench)).milliseconds;
}

/** The import of a roster; the preview before it and the emptying after it are not measured. */
export function askToImport(client: ServerClient, bench: RosterBench): Ask {
  return async () => {
    const { digest } = await preview(client, bench);
    const command = { intent: "import", commandId: randomUUID(), digest, options: {} };
    const { milliseconds } = await send(client, bench, command);
    await empty(bench);
    return milliseconds;
  };
}

async function empty({ ownerUrl, cohortId, people }: RosterBench): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    for (const role of ["PARTICIPANT", "FACILITATOR"]) {
      const { rowCount } = await owner.query(
        `DELETE FROM enrolments WHERE cohort_id = $1 AND role = $2::"EnrolmentRole"`,
        [cohortId, role],
      );
      check(role === "FACILITATOR" || rowCount === people, "not everybody was imported");
    }
    await owner.query("DELETE FROM groups WHERE cohort_id = $1", [cohortId]);
    await owner.query(
      "DELETE FROM people p WHERE p.email LIKE '%@bench.test' AND NOT EXISTS (SELECT 1 FROM enrolments e WHERE e.person_id = p.id)",
    );
  } finally {
    await owner.end();
  }
}

/** An empty cohort of the same centre. */
export async function addEmptyCohort(ownerUrl: string, cohortId: string): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query<{ id: string }>(
      `INSERT INTO cohorts (id, center_id, program, name, starts_on, ends_on, time_zone, state,
         evaluation_rubric_id, transfer_rubric_id, work_rubric_id, grade_bands)
       SELECT gen_random_uuid(), center_id, program, 'Angkatan impor', starts_on, ends_on, time_zone,
         'DRAFT', evaluation_rubric_id, transfer_rubric_id, work_rubric_id, grade_bands
       FROM cohorts WHERE id = $1 RETURNING id`,
      [cohortId],
    );
    if (!rows[0]) throw new Error("there is no such cohort");
    return rows[0].id;
  } finally {
    await owner.end();
  }
}

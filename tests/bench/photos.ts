import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import sharp from "sharp";
import { PRIVACY_NOTICE_VERSION } from "@/lib/privacy/model";
import { withClient } from "@/lib/setup/roles";
import type { Ask } from "@/tests/bench/load";
import { hashOf } from "@/tests/support/files";
import { ServerClient } from "@/tests/support/server-client";

/** As many as the founding cohort has. */
const PHONES = 54;
const BYTES = 300_000;

interface Phone {
  personId: string;
  assignmentId: string;
  document: { evidence: object[] };
}

/**
 * Everybody of a cohort hands in an evaluation and its photo at the same moment. The time is that until
 * the last one has the answer to both: the words, and the photo looked at and kept. It is drawn after that.
 *
 * @param same all send the same photo
 */
export function askToSendPhotos(
  { url, secret, ownerUrl }: { url: string; secret: string; ownerUrl: string },
  cohortId: string,
  same: boolean,
): Ask {
  return async () => {
    const phones = await addPhones(ownerUrl, cohortId);
    const first = await photograph();
    const sending = await Promise.all(
      phones.map(async (phone) => ({
        phone,
        bytes: same ? first : await photograph(),
        client: await ServerClient.signedIn(url, secret, phone.personId),
      })),
    );
    await untilDrawn(ownerUrl);
    const started = performance.now();
    await Promise.all(sending.map(handIn));
    const milliseconds = performance.now() - started;
    for (const { client } of sending) client.close();
    return milliseconds;
  };
}

/** Waits until nothing of an earlier burst is still being drawn. */
async function untilDrawn(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (;;) {
      const { rowCount } = await client.query(
        "SELECT 1 FROM stored_files WHERE state = 'WAITING' LIMIT 1",
      );
      if (!rowCount) return;
      await setTimeout(100);
    }
  });
}

async function handIn(sending: {
  phone: Phone;
  bytes: Buffer;
  client: ServerClient;
}): Promise<void> {
  const { phone, bytes, client } = sending;
  const { assignmentId } = phone;
  const evidenceId = randomUUID();
  const hash = hashOf(bytes);
  const item = {
    id: evidenceId,
    kind: "PHOTO",
    caption: "Loket pelayanan yang dikunjungi",
    url: "",
    file: { hash, size: bytes.length, type: "image/jpeg", name: "loket.jpg" },
    nobodyShown: true,
  };
  const document = { ...phone.document, evidence: [...phone.document.evidence, item].slice(-20) };
  const words = await client.send({
    path: "/api/commands",
    json: {
      commandId: randomUUID(),
      type: "SUBMIT",
      payload: { assignmentId, stage: "EVALUATE", basedOn: 0, document },
    },
  });
  if (words.status !== 200) throw new Error(`words answer ${words.status}: ${words.text()}`);
  const metadata = Object.entries({ assignmentId, evidenceId, hash })
    .map(([key, text]) => `${key} ${Buffer.from(text).toString("base64")}`)
    .join(",");
  const photo = await client.send({
    path: "/api/uploads",
    body: { type: "application/offset+octet-stream", bytes },
    headers: {
      "tus-resumable": "1.0.0",
      "upload-length": String(bytes.length),
      "upload-metadata": metadata,
    },
  });
  const arrived = photo.headers["upload-offset"];
  if (photo.status !== 201 || arrived !== String(bytes.length)) {
    throw new Error(`a photo answers ${photo.status} at ${arrived}: ${photo.text()}`);
  }
}

let seed = 0;

/** A photo as a phone sends it: 1600 × 1200, about `BYTES`, and another one each time. */
async function photograph(): Promise<Buffer> {
  seed += 1;
  const [width, height] = [1600, 1200];
  const bytes = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#777",
      noise: { type: "gaussian", mean: 120 + (seed % 20), sigma: 21 },
    },
  })
    .blur(0.8)
    .jpeg({ quality: 82 })
    .toBuffer();
  if (Math.abs(bytes.length - BYTES) > BYTES / 5) throw new Error(`${bytes.length} bytes`);
  return bytes;
}

/** So many new participants of a cohort, each with an evaluation that nobody has begun. */
async function addPhones(ownerUrl: string, cohortId: string): Promise<Phone[]> {
  return withClient(ownerUrl, async (client) => {
    const { rows: found } = await client.query<{ content: Phone["document"]; innovation: string }>(
      `SELECT r.content, a.innovation_id AS innovation FROM revisions r
         JOIN assignments a ON a.id = r.assignment_id
        WHERE a.cohort_id = $1 AND r.kind = 'EVALUATE' ORDER BY r.id LIMIT 1`,
      [cohortId],
    );
    const example = found[0];
    if (!example) throw new Error("nobody has handed in an evaluation");
    const phones: Phone[] = [];
    await client.query("BEGIN");
    for (let count = 0; count < PHONES; count += 1) {
      const [personId, enrolmentId, assignmentId] = [randomUUID(), randomUUID(), randomUUID()];
      await client.query(
        `WITH person AS (
           INSERT INTO people (id, display_name, updated_at) VALUES ($1, 'Bench', now())
         ), read AS (
           INSERT INTO privacy_acknowledgements (person_id, version, locale, acknowledged_at)
           VALUES ($1, $5, 'id', now())
         )
         INSERT INTO enrolments (id, cohort_id, person_id, role, full_name, agency_id, work_unit, position, roster_number)
         SELECT $2, c.id, $1, 'PARTICIPANT', 'Bench', (SELECT id FROM agencies ORDER BY id LIMIT 1), 'Seksi', 'Kepala Seksi',
                (SELECT coalesce(max(roster_number), 0) + 1 FROM enrolments e WHERE e.cohort_id = c.id)
           FROM cohorts c WHERE c.id = $3 AND $4::text IS NOT NULL`,
        [personId, enrolmentId, cohortId, assignmentId, PRIVACY_NOTICE_VERSION],
      );
      await client.query(
        `INSERT INTO assignments (id, cohort_id, enrolment_id, innovation_id, gate_policy,
           evaluation_rubric_id, transfer_rubric_id, work_rubric_id, created_by_id)
         SELECT $1, id, $2, $3, gate_policy, evaluation_rubric_id, transfer_rubric_id, work_rubric_id, $4
           FROM cohorts WHERE id = $5`,
        [assignmentId, enrolmentId, example.innovation, personId, cohortId],
      );
      await client.query(
        `INSERT INTO stages (id, assignment_id, kind, state, due_at, updated_at)
         SELECT gen_random_uuid(), $1, k.kind::"StageKind", k.state::"StageState", now() + interval '9 days', now()
           FROM (VALUES ('EVALUATE', 'OPEN'), ('OBSTACLES', 'LOCKED'), ('SOLUTION', 'LOCKED'), ('PLAN', 'LOCKED')) k(kind, state)`,
        [assignmentId],
      );
      phones.push({ personId, assignmentId, document: example.content });
    }
    await client.query("COMMIT");
    return phones;
  });
}

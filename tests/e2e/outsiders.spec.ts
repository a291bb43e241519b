import { ServerClient } from "@/tests/support/server-client";
import { expect, test } from "./fixtures";
import { places } from "./places";

/**
 * Those who must see nothing: staff of another training centre, and somebody who was deactivated but
 * still holds a session. Over every page, every file and list of the API, and the search.
 */

const { AUTH_SECRET = "", LOKUS_E2E_URL = "" } = process.env;

type Rows = <Row extends object>(sql: string, values?: unknown[]) => Promise<Row[]>;

const OTHER_CENTER = "0190a000-0000-7000-8000-00000000c001";
const STRANGER = "0190a000-0000-7000-8000-00000000c002";
const GONE = "0190a000-0000-7000-8000-00000000c003";

/** Another centre with an administrator, and a deactivated administrator of the demo's own. */
async function makeOutsiders(rows: Rows): Promise<void> {
  await rows(
    `INSERT INTO training_centers (id, name, short_name) VALUES ($1, 'Pusdiklat Lain', 'Lain')
     ON CONFLICT DO NOTHING`,
    [OTHER_CENTER],
  );
  for (const [id, name, status] of [
    [STRANGER, "Orang Lain", "ACTIVE"],
    [GONE, "Orang Lama", "DEACTIVATED"],
  ]) {
    await rows(
      `INSERT INTO people (id, display_name, status, toured_at, updated_at)
       VALUES ($1, $2, $3::"PersonStatus", now(), now()) ON CONFLICT DO NOTHING`,
      [id, name, status],
    );
    await rows(
      `INSERT INTO staff_memberships (id, center_id, person_id, role, accepted_at)
       SELECT gen_random_uuid(), CASE WHEN $2 = 'ACTIVE' THEN $3::uuid ELSE c.center_id END, $1, 'ADMINISTRATOR', now()
       FROM cohorts c WHERE c.is_demo ON CONFLICT DO NOTHING`,
      [id, status, OTHER_CENTER],
    );
  }
  await rows(
    `INSERT INTO privacy_acknowledgements (person_id, version, locale, acknowledged_at)
     SELECT p.id, a.version, 'id', now() FROM people p, (SELECT max(version) AS version FROM privacy_acknowledgements) a
     WHERE p.id = ANY($1::uuid[]) ON CONFLICT DO NOTHING`,
    [[STRANGER, GONE]],
  );
}

/** What belongs to the demo's centre alone; reference data is everybody's. */
async function theirs(rows: Rows): Promise<Record<string, string>> {
  const [ids] = await rows<Record<string, string>>(
    `SELECT c.id AS "cohortId", c.center_id AS "centerId", a.id AS "assignmentId", p.id AS "personId",
       (SELECT s.id FROM agenda_sessions s WHERE s.cohort_id = c.id
        ORDER BY s.day, s.starts_minute, s.id LIMIT 1) AS "sessionId"
     FROM cohorts c JOIN assignments a ON a.cohort_id = c.id
     JOIN enrolments e ON e.id = a.enrolment_id JOIN people p ON p.id = e.person_id
     WHERE c.is_demo LIMIT 1`,
  );
  if (!ids) throw new Error("the demo is not as expected");
  return ids;
}

interface Parameter {
  name: string;
  in: string;
  schema: { enum?: string[] };
}

/** Every GET of the API, with the demo's ids in its address. */
async function apiPaths(client: ServerClient, ids: Record<string, string>): Promise<string[]> {
  const description = JSON.parse((await client.send({ path: "/api/openapi.json" })).text()) as {
    paths: Record<string, { get?: { parameters?: Parameter[] } }>;
  };
  return Object.entries(description.paths).flatMap(([path, { get }]) => {
    if (!get) return [];
    // Each of what may stand in the path, where that is one of a list.
    const lists = (get.parameters ?? []).filter((parameter) => parameter.in === "path");
    return lists.reduce(
      (paths, { name, schema }) =>
        (schema.enum ?? [ids[name] ?? ids.cohortId ?? ""]).flatMap((value) =>
          paths.map((at) => at.replace(`{${name}}`, value)),
        ),
      [path],
    );
  });
}

test("staff of another centre find nothing of this one", async ({ rows }) => {
  await makeOutsiders(rows);
  const ids = await theirs(rows);
  const stranger = await ServerClient.signedIn(LOKUS_E2E_URL, AUTH_SECRET, STRANGER);
  const closed = (path: string) => Object.values(ids).some((id) => path.includes(id));

  // A scan is answered to everybody alike: with words, whether there is such a session or not.
  const pages = (await places(rows))
    .map(({ path }) => path)
    .filter((path) => closed(path) && !path.startsWith("/attend/"));
  expect(pages.length).toBeGreaterThan(20);
  for (const path of pages) {
    expect((await stranger.send({ path })).status, path).toBe(404);
  }

  const anyone = ServerClient.anonymous(LOKUS_E2E_URL);
  const files = (await apiPaths(anyone, ids)).filter(closed);
  expect(files.length).toBeGreaterThan(2);
  for (const path of files) {
    const statuses: number[] = [];
    for (const format of ["", "?format=csv", "?format=xlsx"]) {
      const answer = await stranger.send({ path: path + format });
      expect(JSON.parse(answer.text()), path).toMatchObject({ ok: false });
      statuses.push(answer.status);
    }
    // A query that the route does not know is refused before anything is looked up.
    expect(new Set([404, ...statuses]), path).toEqual(new Set(statuses));
    expect(new Set([404, 422, ...statuses]), path).toEqual(new Set([404, 422]));
  }

  const [person] = await rows<{ name: string }>(
    "SELECT e.full_name AS name FROM enrolments e JOIN people p ON p.id = e.person_id WHERE p.is_demo AND e.role = 'PARTICIPANT' ORDER BY e.roster_number",
  );
  const [obstacle] = await rows<{ title: string }>("SELECT title FROM obstacles LIMIT 1");
  for (const q of [person?.name, obstacle?.title, "a", "data", "peserta"]) {
    const path = `/api/search?${new URLSearchParams({ q: q ?? "" })}`;
    const { groups } = JSON.parse((await stranger.send({ path })).text()) as {
      groups: { kind: string }[];
    };
    expect(
      groups.filter(({ kind }) => kind !== "innovations"),
      q,
    ).toEqual([]);
  }
  for (const path of ["/cohorts", "/search?q=data", "/innovations"]) {
    const page = (await stranger.send({ path })).text();
    for (const id of Object.values(ids)) expect(page.includes(id), `${path} ${id}`).toBe(false);
  }
  stranger.close();
});

test("who was deactivated gets nowhere with the session they still have", async ({ rows }) => {
  await makeOutsiders(rows);
  const ids = await theirs(rows);
  const gone = await ServerClient.signedIn(LOKUS_E2E_URL, AUTH_SECRET, GONE);
  for (const { path } of await places(rows)) {
    const answer = await gone.send({ path });
    expect([303, 307], path).toContain(answer.status);
    expect(answer.headers.location, path).toMatch(/^\/sign-in/);
  }
  const anyone = ServerClient.anonymous(LOKUS_E2E_URL);
  for (const path of await apiPaths(anyone, ids)) {
    const answer = await gone.send({ path });
    const open = (await anyone.send({ path })).status !== 401;
    expect(answer.status === 401 || open, `${path} ${answer.status}`).toBe(true);
  }
  gone.close();
  anyone.close();
});

test("a viewer reads what there is, and opens no form that changes it", async ({ rows }) => {
  await makeOutsiders(rows);
  const { centerId = "", cohortId = "" } = await theirs(rows);
  await rows(
    `INSERT INTO staff_memberships (id, center_id, person_id, role, accepted_at)
     VALUES (gen_random_uuid(), $1, $2, 'VIEWER', now()) ON CONFLICT DO NOTHING`,
    [centerId, STRANGER],
  );
  const viewer = await ServerClient.signedIn(LOKUS_E2E_URL, AUTH_SECRET, STRANGER);
  try {
    for (const path of [
      "",
      "/progress",
      "/analysis",
      "/findings",
      "/feedback",
      "/fairness",
      "/grades",
      "/work",
      "/obstacles",
    ]) {
      expect((await viewer.send({ path: `/cohorts/${cohortId}${path}` })).status, path).toBe(200);
    }
    for (const path of ["", "/rubrics", "/agencies", "/hosts", "/units", "/awards"]) {
      expect((await viewer.send({ path: `/office/${centerId}${path}` })).status, path).toBe(200);
    }
    for (const path of [
      `/cohorts/${cohortId}/assign`,
      `/office/${centerId}/innovations/new`,
      `/office/${centerId}/import/innovations`,
      `/office/${centerId}/import/facts`,
      `/office/${centerId}/rubrics/new`,
      `/office/${centerId}/audit`,
      `/api/office/${centerId}/audit?format=csv`,
      `/api/cohorts/${cohortId}/roster?format=csv`,
    ]) {
      expect([403, 404], path).toContain((await viewer.send({ path })).status);
    }
  } finally {
    viewer.close();
    await rows("DELETE FROM staff_memberships WHERE person_id = $1 AND role = 'VIEWER'", [
      STRANGER,
    ]);
  }
});

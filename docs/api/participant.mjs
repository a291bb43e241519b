#!/usr/bin/env node
// Plays a participant of the demo through all four stages, by the API alone; the facilitator, who
// has to approve each, is played too.
//
//   npm start
//   node docs/api/participant.mjs [http://localhost:3000]
import { randomUUID as id } from "node:crypto";

const base = process.argv[2] ?? "http://localhost:3000";

/** Signs in by next-auth and gives back what sends requests with the session. */
async function signIn(login, password = "lokus-demo") {
  const jar = new Map();
  const send = async (path, init = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(base + path, {
      redirect: "manual",
      ...init,
      headers: { ...init.headers, cookie },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      jar.set(name, value);
    }
    return response;
  };
  const { csrfToken } = await (await send("/api/auth/csrf")).json();
  const form = new URLSearchParams({ csrfToken, login, password, json: "true" });
  const answer = await send("/api/auth/callback/credentials", { method: "POST", body: form });
  if (!answer.ok) throw new Error(`${login} cannot sign in (${answer.status})`);

  return {
    get: async (path) => (await send(path)).json(),
    /** Sends a command. The same id again is the same command, so that a lost reply is no loss. */
    async command(type, payload, commandId = id()) {
      const response = await send("/api/commands", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ commandId, type, payload }),
      });
      const result = await response.json();
      if (!result.ok) throw new Error(`${type}: ${response.status} ${JSON.stringify(result)}`);
      return result.value;
    },
  };
}

/** The first participant whose first stage is still to be done. */
async function findParticipant() {
  for (let number = 1; number <= 54; number += 1) {
    const login = `peserta${String(number).padStart(2, "0")}@lokus.test`;
    const session = await signIn(login);
    const { assignments } = await session.get("/api/assignments");
    const open = assignments.find(({ stages: [first] }) => first.can.includes("SUBMIT"));
    if (open) return { login, session, assignmentId: open.id };
  }
  throw new Error("nobody has a first stage to do");
}

/** The facilitator to whom the participant is allocated. */
async function findFacilitator(assignmentId) {
  for (let number = 1; number <= 6; number += 1) {
    const session = await signIn(`fasilitator${number}@lokus.test`);
    const { ok } = await session.get(`/api/assignments/${assignmentId}`);
    if (ok) return session;
  }
  throw new Error("nobody reviews this assignment");
}

const sentence =
  "Layanan ini menolong warga karena petugas desa mendatangi rumah mereka setiap bulan. ";
const text = (letters) => sentence.repeat(Math.ceil((letters * 1.3) / sentence.length)).trim();
const day = (today, plus) =>
  new Date(Date.parse(today) + plus * 86_400_000).toISOString().slice(0, 10);

/** What is written in each stage, out of what the server says that it is written from. */
const documents = {
  EVALUATE: ({ rubric, visit }) => ({
    visitDate: visit.startsOn,
    methods: ["INTERVIEW"],
    sources: [{ id: id(), role: "Kepala Bidang", unit: "Dinas Sosial", type: "OFFICIAL" }],
    scores: rubric.criteria.map(({ id: criterionId }) => ({
      criterionId,
      value: Math.ceil((rubric.scale.min + rubric.scale.max) / 2),
      note: text(20),
    })),
    evidence: [{ id: id(), kind: "LINK", caption: "Profil layanan", url: "https://example.go.id" }],
    strengths: [1, 2].map(() => ({ id: id(), text: text(30) })),
    results: [],
    innovationStage: "IMPLEMENTED",
    summary: text(100),
    confidence: 4,
  }),
  OBSTACLES: () => ({
    obstacles: [
      {
        id: id(),
        title: "Data belum dimutakhirkan",
        description: text(50),
        locus: "OWN_UNIT",
        category: "DATA",
        apkl: { actual: true, problematic: true, public: true, feasible: true },
        usg: { urgency: 4, seriousness: 4, growth: 3 },
        causes: ["Data dikirim setahun sekali", "Petugas data belum ditetapkan"],
        affected: "Keluarga miskin di desa",
      },
    ],
  }),
  SOLUTION: ({ obstacles, innovations }) => ({
    groups: obstacles.map(({ id: obstacleId }) => ({
      obstacleId,
      alternatives: [5, 3].map((contribution, index) => ({
        id: id(),
        causeRef: "cause:0",
        title: `Kirim data setiap bulan, cara ${index + 1}`,
        description: text(50),
        transferType: "ADOPT",
        sourceInnovationId: innovations[0].id,
        mcnamara: { contribution, cost: 3, feasibility: 4 },
        isSelected: index === 0,
        forHost: false,
        resources: { people: 3, budgetIdr: 15_000_000, budgetSource: "APBD" },
        risks: [{ id: id(), text: "Petugas berganti di tengah jalan", likelihood: 2, impact: 3 }],
      })),
    })),
  }),
  PLAN: ({ solutions, participant, transferRubric, today }) => ({
    solutionIds: solutions.filter(({ forHost }) => !forHost).map((solution) => solution.id),
    title: "Sistem pengiriman data bulanan desa",
    agencyId: participant.agencyId,
    unit: participant.workUnit,
    problemStatement: text(100),
    noveltyStatement: text(50),
    form: "PUBLIC_SERVICE",
    type: "DIGITAL",
    affair: "SOCIAL",
    objectives: { short: text(20), medium: text(20), long: text(20) },
    outputs: [{ id: id(), name: "Data", indicator: "Desa mengirim", target: 12, unit: "desa" }],
    beneficiaries: [{ id: id(), group: "Keluarga penerima manfaat", count: 120 }],
    milestones: [
      ["SHORT", 10, 60],
      ["MEDIUM", 71, 300],
      ["LONG", 311, 800],
    ].map(([term, from, to]) => ({
      id: id(),
      term,
      title: "Tonggak",
      start: day(today, from),
      end: day(today, to),
      output: "Dokumen tersusun",
      owner: "Kepala Seksi",
      evidenceNeeded: "Berita acara",
      status: "PLANNED",
    })),
    stakeholders: [5, 4, 1].map((influence) => ({
      id: id(),
      name: `Pemangku ${influence}`,
      internal: influence === 5,
      influence,
      interest: influence,
      attitude: "NEUTRAL",
    })),
    team: [{ id: id(), role: "LEADER", name: "Kepala Seksi" }],
    budgetIdr: 25_000_000,
    budgetSource: "APBN",
    risks: [{ id: id(), text: "Anggaran dialihkan", likelihood: 2, impact: 3 }],
    sustainability: text(50),
    successor: "Kepala Seksi",
    mentor: {
      name: "Kepala Subdirektorat",
      position: "Kepala Subdirektorat",
      idType: "NONE",
      email: "atasan@example.go.id",
    },
    transferReadiness: transferRubric.criteria.map((criterion) => ({
      criterionId: criterion.id,
      value: 3,
    })),
  }),
};

const { login, session: participant, assignmentId } = await findParticipant();
const facilitator = await findFacilitator(assignmentId);
console.log(`${login} begins.`);

for (const stage of ["EVALUATE", "OBSTACLES", "SOLUTION", "PLAN"]) {
  const path = `/api/assignments/${assignmentId}?include=context`;
  const { assignment } = await participant.get(path);
  const { version, context } = assignment.stages.find(({ kind }) => kind === stage);
  const document = documents[stage](context);
  const sent = await participant.command("SUBMIT", {
    assignmentId,
    stage,
    basedOn: version,
    document,
  });
  console.log(`${stage}: revision ${sent.number} submitted (${sent.timeliness})`);

  if (stage === "PLAN") {
    // The plan is approved once the participant's work has been scored.
    const { work } = (await facilitator.get(path)).assignment;
    const scores = work.rubric.criteria.map(({ id: criterionId }) => ({ criterionId, value: 80 }));
    await facilitator.command("ASSESS_WORK", { assignmentId, basedOn: work.version, scores });
  }
  const { revisionId, version: basedOn } = sent;
  await facilitator.command("APPROVE", { assignmentId, stage, basedOn, revisionId });
  console.log(`${stage}: approved`);
}

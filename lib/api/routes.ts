import type { z } from "zod";
import { allocationExportSchema, allocationUploadSchema } from "@/lib/allocation/schema";
import {
  assignmentListSchema,
  assignmentSchema,
  detailQuerySchema,
  listQuerySchema,
} from "@/lib/api/assignments";
import { projectedCodeSchema } from "@/lib/api/attendance";
import { fieldKeySchema, fieldPackSchema } from "@/lib/api/field";
import { healthSchema } from "@/lib/api/health";
import { archiveQuerySchema } from "@/lib/archive/schema";
import { attendanceQuerySchema } from "@/lib/attendance/schema";
import { auditExportSchema } from "@/lib/audit/schema";
import { LISTS } from "@/lib/catalogue/columns";
import { listExportSchema, listUploadSchema } from "@/lib/catalogue/schema";
import { COHORT_VIEWS } from "@/lib/dashboard/model";
import type { JsonShape } from "@/lib/document/fields";
import { gradeSheetQuerySchema, gradeUploadSchema } from "@/lib/grading/schema";
import { cohortStreamSchema, pollAnswerSchema, queueStreamSchema } from "@/lib/live/schema";
import { ownDataQuerySchema } from "@/lib/own-data/schema";
import { reportQuerySchema } from "@/lib/report/schema";
import { rosterExportSchema, rosterUploadSchema } from "@/lib/roster/schema";
import { glanceQuerySchema, glanceSchema } from "@/lib/search/schema";
import { standingQuerySchema } from "@/lib/standing/schema";

export interface ApiRoute {
  method: "GET" | "POST" | "HEAD" | "PATCH" | "DELETE" | "OPTIONS";
  /** As OpenAPI writes it: `/api/assignments/{assignmentId}`. */
  path: string;
  id: string;
  /** Of what in the path is one of a list; all else is an id. */
  choices?: Readonly<Record<string, readonly string[]>>;
  summary: string;
  /** Answers also whoever is not signed in. */
  open?: boolean;
  query?: z.ZodType;
  /** Headers that the request carries, with what each says. */
  headers?: Readonly<Record<string, string>>;
  /** The body is bytes, of this media type. */
  bytes?: string;
  takesCommands?: boolean;
  /** Takes a form with a `file` and, as JSON, `options` of this shape. */
  upload?: z.ZodType;
  responses: Record<
    number,
    {
      description: string;
      body?: z.ZodType | "Refusal" | "Outcomes" | JsonShape;
      /** Carries an ETag. */
      tagged?: boolean;
      type?: string;
    }
  >;
}

const refused = (description: string) => ({ description, body: "Refusal" as const });
const SIGNED_OUT = refused("Not signed in");
const CROSS_SITE = refused("Sent by a page of another site");
const AWAY = refused("The database does not answer; send it again");

const BINARY: JsonShape = { type: "string", format: "binary" };
const WORKBOOK = {
  description: "An XLSX",
  type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  body: BINARY,
};
const PAPER = {
  description: "A Word file, or a PDF where `format` asks for it",
  type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  body: BINARY,
};

/** What is answered to a file whose rows are looked at before they are taken over. */
function intakeAnswers(description: string): ApiRoute["responses"] {
  return {
    200: { description, body: { type: "object" } },
    400: refused("Not a form, or its options are not JSON"),
    401: SIGNED_OUT,
    403: refused("Sent by a page of another site, or not the caller's to do"),
    404: refused("Not there, or not the caller's"),
    409: refused("The plan is no longer the one that was shown, or the cohort has ended"),
    413: refused("The file is too large"),
    415: refused("Not `multipart/form-data`"),
    422: refused("The file cannot be read, or rows are faulty; `issues` says why"),
    503: AWAY,
  };
}

const SHEET = {
  description: "An XLSX, or a CSV where `kind` asks for it",
  type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  body: { type: "string", format: "binary" },
};
const UNCHANGED = { description: "As the sender has it already", tagged: true };

const STREAM: ApiRoute["responses"] = {
  200: {
    description:
      "Server-sent events: `changed` whenever something may have changed, `away` while nothing can be heard; none has data. With `poll=1` one answer in JSON",
    type: "text/event-stream",
    body: pollAnswerSchema,
  },
  401: SIGNED_OUT,
  403: CROSS_SITE,
  404: refused("Not there, or not the caller's"),
  422: refused("The query breaks a rule"),
  429: refused("The caller has too many streams open"),
  503: refused("No stream can be kept open now; ask with `poll=1`"),
};

/**
 * Every route of the API. The description is made from this list, and a test compares it with the
 * files under app/api.
 */
export const ROUTES: readonly ApiRoute[] = [
  {
    method: "POST",
    path: "/api/commands",
    id: "sendCommands",
    summary: "Sends a command, or a list of commands that are carried out in order",
    takesCommands: true,
    responses: {
      200: { description: "Done; for a list, the outcome of each", body: "Outcomes" },
      400: refused("Not JSON, an object with a key twice, or nested too deeply"),
      401: refused("Not signed in, or not as the person whom `X-Lokus-Person` names"),
      403: refused("Sent by a page of another site, or not the caller's to do"),
      404: refused("Not there, or not the caller's"),
      409: refused("Based on an older version, or not possible in the present state"),
      413: refused("Too many bytes or commands"),
      415: refused("Not `application/json`"),
      422: refused("The payload breaks a rule; `issues` says where"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/assignments",
    id: "listAssignments",
    summary: "The caller's own assignments, to do or to review; the newest first",
    query: listQuerySchema,
    responses: {
      200: { description: "A page", body: assignmentListSchema, tagged: true },
      304: UNCHANGED,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/assignments/{assignmentId}",
    id: "getAssignment",
    summary: "One assignment with its stages, drafts, latest revisions, returns and `can`",
    query: detailQuerySchema,
    responses: {
      200: { description: "The assignment", body: assignmentSchema, tagged: true },
      304: UNCHANGED,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "POST",
    path: "/api/cohorts/{cohortId}/roster",
    id: "sendRoster",
    summary:
      "A roster (XLSX or CSV, at most 4 MB): a preview of every row, its faulty rows as a file, or the import of what a preview showed",
    upload: rosterUploadSchema,
    responses: intakeAnswers(
      "`preview`: the plan and its digest; `import`: how many; `faults`: a file",
    ),
  },
  {
    method: "POST",
    path: "/api/cohorts/{cohortId}/allocation",
    id: "sendAllocation",
    summary:
      "An allocation (XLSX or CSV, at most 4 MB): a preview of every row, a file of the faulty ones, or the import of what a preview showed",
    upload: allocationUploadSchema,
    responses: intakeAnswers(
      "`preview`: the rows and their digest; `import`: how many were moved; `faults`: an XLSX file",
    ),
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/allocation",
    id: "getAllocation",
    summary: "The allocation as a file, in the form in which it can be sent again; for organisers",
    query: allocationExportSchema,
    responses: {
      200: SHEET,
      401: SIGNED_OUT,
      403: refused("Sent by a page of another site, or not the caller's to do"),
      404: refused("Not there, or not the caller's"),
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/live",
    id: "followCohort",
    summary:
      "Tells that something in a cohort has changed, as it happens; for its staff, and of its attendance for its facilitators",
    query: cohortStreamSchema,
    responses: STREAM,
  },
  {
    method: "GET",
    path: "/api/reviews/live",
    id: "followQueue",
    summary: "Tells a facilitator that something in the own queue has changed, as it happens",
    query: queueStreamSchema,
    responses: STREAM,
  },
  {
    method: "GET",
    path: "/api/field",
    id: "getFieldPack",
    summary: "Everything of the caller's own that a participant needs to work without signal",
    responses: {
      200: { description: "The pack", body: fieldPackSchema, tagged: true },
      304: UNCHANGED,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/field/key",
    id: "getFieldKey",
    summary: "The key under which the caller's own device keeps what it holds",
    responses: {
      200: {
        description: "256 bits in base64; the same until the secret changes",
        body: fieldKeySchema,
      },
      401: SIGNED_OUT,
      403: CROSS_SITE,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/roster",
    id: "getRoster",
    summary: "The roster as a file, in the form in which it can be sent again; for organisers",
    query: rosterExportSchema,
    responses: {
      200: SHEET,
      401: SIGNED_OUT,
      403: refused("Sent by a page of another site, or not the caller's to do"),
      404: refused("Not there, or not the caller's"),
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/roster-template",
    id: "getRosterTemplate",
    summary: "An empty roster to fill in",
    query: rosterExportSchema,
    responses: {
      200: SHEET,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/archive",
    id: "downloadCohort",
    summary: "A cohort as an open archive of JSON and CSV, for its organisers; an event of the log",
    query: archiveQuerySchema,
    responses: {
      200: {
        description: "A ZIP; README.md in it says what is where",
        body: { type: "string", format: "binary" },
        type: "application/zip",
      },
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/account/data",
    id: "downloadOwnData",
    summary:
      "All that Lokus holds about the caller: JSON, a page, or JSON with photos; an event of the log",
    query: ownDataQuerySchema,
    responses: {
      200: {
        description:
          "With `format=json` an object of sections, with `zip` the same beside the files that it names, else a page",
        body: { type: "string", format: "binary" },
        type: "application/octet-stream",
      },
      401: SIGNED_OUT,
      403: CROSS_SITE,
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/office/{centerId}/audit",
    id: "downloadAuditLog",
    summary: "A training centre's audit log as a file, for its administrators; an event itself",
    query: auditExportSchema,
    responses: {
      200: {
        description: "The latest events that the query allows",
        body: { type: "string", format: "binary" },
        type: "application/octet-stream",
      },
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "POST",
    path: "/api/office/{centerId}/catalogue/{list}",
    id: "sendCatalogue",
    choices: { list: LISTS },
    summary:
      "A list of the centre's catalogue (XLSX or CSV, at most 4 MB): a preview of every row, a file of the faulty ones, or the import of what a preview showed",
    upload: listUploadSchema,
    responses: {
      ...intakeAnswers(
        "`preview`: the plan and its digest; `import`: how many; `faults`: an XLSX file",
      ),
      409: refused("The plan is no longer the one that was shown"),
    },
  },
  {
    method: "GET",
    path: "/api/office/{centerId}/catalogue/{list}",
    id: "getCatalogue",
    choices: { list: LISTS },
    summary:
      "A list of the centre's catalogue as a file, in the form in which it can be sent again; with `empty`, to be filled in",
    query: listExportSchema,
    responses: {
      200: SHEET,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/search",
    id: "search",
    summary:
      "The first people, innovations, obstacles and plans that a text leads to, within reach",
    query: glanceQuerySchema,
    responses: {
      200: { description: "What was found, by kind", body: glanceSchema },
      401: SIGNED_OUT,
      403: CROSS_SITE,
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/agenda",
    id: "getAgenda",
    summary: "The agenda of a cohort's visits as a calendar; for its staff and whoever is enrolled",
    responses: {
      200: { description: "iCalendar (RFC 5545)", type: "text/calendar", body: { type: "string" } },
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/attendance",
    id: "getAttendance",
    summary: "Who attended which session, as a file; for staff and the cohort's facilitators",
    query: attendanceQuerySchema,
    responses: {
      200: SHEET,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/assignments/{assignmentId}/report",
    id: "getIndividualReport",
    summary:
      "The individual report of whose work this is, from what was approved; for them, their facilitator and staff",
    query: reportQuerySchema,
    responses: {
      200: PAPER,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      409: refused("No evaluation is approved yet"),
      422: refused("The query breaks a rule"),
      429: refused("Asked for too often; wait"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/reports",
    id: "getIndividualReports",
    summary: "The individual reports of a whole cohort; for staff",
    query: reportQuerySchema,
    responses: {
      200: {
        description: "A ZIP of one file a participant",
        type: "application/zip",
        body: BINARY,
      },
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      422: refused("The query breaks a rule"),
      429: refused("Asked for too often; wait"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/findings",
    id: "getGroupFindings",
    summary:
      "What a cohort found, as an annex for the groups' reports; for staff and the cohort's facilitators",
    query: reportQuerySchema,
    responses: {
      200: PAPER,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      422: refused("The query breaks a rule"),
      429: refused("Asked for too often; wait"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/views/{view}",
    id: "getView",
    choices: { view: COHORT_VIEWS },
    summary:
      "A view of a cohort's picture as its page shows it with the same query, all rows of it; for staff",
    responses: {
      200: WORKBOOK,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/office/{centerId}/standing",
    id: "getStanding",
    query: standingQuerySchema,
    summary:
      "How a centre's cohorts came out; with `from`, that one and those before it; for its staff",
    responses: {
      200: WORKBOOK,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/fairness",
    id: "getFairness",
    summary:
      "How the facilitators of a cohort review beside one another, and where participants' values lie apart, as a workbook of two sheets; for staff",
    responses: {
      200: WORKBOOK,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/feedback",
    id: "getHostFindings",
    summary:
      "The findings that a cohort tells its host, with the host's answers, as a workbook; an event of the log",
    responses: {
      200: SHEET,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not of a centre whose staff the caller is"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/grades",
    id: "getGradeSheet",
    summary:
      "The works that the caller scores in a cohort, with the own scores, as a file to mark in",
    query: gradeSheetQuerySchema,
    responses: {
      200: SHEET,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or the caller facilitates nobody in it"),
      422: refused("The query breaks a rule"),
      503: AWAY,
    },
  },
  {
    method: "POST",
    path: "/api/cohorts/{cohortId}/grades",
    id: "sendGradeSheet",
    summary:
      "A grade sheet that comes back (XLSX or CSV, at most 4 MB): a preview of every row, or the import of what a preview showed; all of it or nothing",
    upload: gradeUploadSchema,
    responses: {
      ...intakeAnswers("`preview`: the plan and its digest; `import`: how many works changed"),
      404: refused("Not there, or the caller facilitates nobody in it"),
      422: refused("The file cannot be read, or a row of it cannot be taken over"),
    },
  },
  {
    method: "GET",
    path: "/api/cohorts/{cohortId}/grades/all",
    id: "getGrades",
    summary:
      "All grades of a cohort, of whichever facilitator, as the page shows them, as a workbook; for staff",
    responses: {
      200: WORKBOOK,
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/sessions/{sessionId}/code",
    id: "getCode",
    summary:
      "The QR of attendance that a projector shows now; for organisers and the cohort's facilitators",
    responses: {
      200: { description: "The code of this moment", body: projectedCodeSchema },
      401: SIGNED_OUT,
      403: refused("Sent by a page of another site, or not the caller's to show"),
      404: refused("Not there, or not the caller's"),
      409: refused("The cohort is not running, or codes of the session do not count now"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/agency/{token}",
    id: "getAgencyView",
    summary:
      "How an origin agency's own people stand in a cohort, as a workbook; the address is the key, until it ends or is revoked. An event of the log",
    open: true,
    responses: {
      200: SHEET,
      404: refused("No such address, or no longer"),
      429: refused("Too many addresses that were none, or too many files"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/calendar/{token}",
    id: "getCalendar",
    summary:
      "The agendas of one person for a calendar that subscribed; the address is the key, until the password changes",
    open: true,
    responses: {
      200: { description: "iCalendar (RFC 5545)", type: "text/calendar", body: { type: "string" } },
      404: refused("No such address, or no longer"),
      503: AWAY,
    },
  },
  {
    method: "OPTIONS",
    path: "/api/uploads",
    id: "describeUploads",
    summary: "What of the tus protocol is spoken, and how large a file may be",
    open: true,
    responses: { 204: { description: "In `Tus-Version`, `Tus-Extension`, `Tus-Max-Size`" } },
  },
  {
    method: "POST",
    path: "/api/uploads",
    id: "announceUpload",
    summary:
      "Announces a photo or PDF for a piece of the caller's own evidence, which a document names by its hash already (tus 1.0.0); its first bytes may come along. The same announcement leads to the same upload.",
    headers: {
      "Tus-Resumable": "1.0.0",
      "Upload-Length": "Bytes of the whole file",
      "Upload-Metadata":
        "`assignmentId`, `evidenceId`, `hash` (SHA-256 of the whole file, in hex), and if you like `name` and `type`; each value in base64",
    },
    bytes: "application/offset+octet-stream",
    responses: {
      201: { description: "`Location` is the upload, `Upload-Offset` where it stands" },
      400: refused("The metadata cannot be read"),
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("No such work of the caller's"),
      409: refused("No document names the file yet, or the work has ended"),
      413: refused("More bytes than were announced"),
      415: refused("Not tus 1.0.0"),
      422: refused("The file is not taken; `issues` says why"),
      429: refused("Too many files within an hour"),
      503: AWAY,
    },
  },
  {
    method: "OPTIONS",
    path: "/api/uploads/{uploadId}",
    id: "describeUpload",
    summary: "As for all uploads",
    open: true,
    responses: { 204: { description: "In `Tus-Version`, `Tus-Extension`, `Tus-Max-Size`" } },
  },
  {
    method: "HEAD",
    path: "/api/uploads/{uploadId}",
    id: "findUpload",
    summary: "Where an own upload stands; it is finished where `Upload-Offset` is `Upload-Length`",
    responses: {
      200: { description: "In `Upload-Offset` and `Upload-Length`" },
      401: { description: "Not signed in" },
      404: { description: "Not there, or not the caller's" },
      503: { description: "The database does not answer" },
    },
  },
  {
    method: "PATCH",
    path: "/api/uploads/{uploadId}",
    id: "continueUpload",
    summary: "The next bytes of an upload. With the last ones the file is looked at and kept.",
    headers: { "Tus-Resumable": "1.0.0", "Upload-Offset": "Where the bytes belong" },
    bytes: "application/offset+octet-stream",
    responses: {
      204: { description: "`Upload-Offset` says where it stands now" },
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, not the caller's, or refused and forgotten"),
      409: refused("It stands elsewhere; `details.offset` may say where"),
      413: refused("More bytes than were announced"),
      415: refused("Not tus 1.0.0"),
      422: refused("The file is not taken; `issues` says why"),
      503: AWAY,
    },
  },
  {
    method: "DELETE",
    path: "/api/uploads/{uploadId}",
    id: "endUpload",
    summary: "Gives an upload up",
    responses: {
      204: { description: "It is forgotten" },
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("Not there, or not the caller's"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/files/{address}",
    id: "getFile",
    summary:
      "A photo or PDF of the evidence, by an address that a page of Lokus gave out and that ends within hours",
    responses: {
      200: {
        description: "The picture, or the document as a download",
        type: "application/octet-stream",
        body: { type: "string", format: "binary" },
      },
      401: SIGNED_OUT,
      403: CROSS_SITE,
      404: refused("No such address, no longer, or not the caller's to see"),
      503: AWAY,
    },
  },
  {
    method: "GET",
    path: "/api/health",
    id: "health",
    summary: "Whether the application can do its work now",
    open: true,
    responses: {
      200: { description: "It can", body: healthSchema },
      503: { description: "The database does not answer", body: healthSchema },
    },
  },
  {
    method: "GET",
    path: "/api/openapi.json",
    id: "openApi",
    summary: "This description",
    open: true,
    responses: {
      200: { description: "OpenAPI 3.1", body: { type: "object" }, tagged: true },
      304: UNCHANGED,
    },
  },
];

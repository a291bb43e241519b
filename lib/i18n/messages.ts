import type { Locale } from "./locales";
import admin from "./messages/id/admin.json";
import agencyLinks from "./messages/id/agencyLinks.json";
import agenda from "./messages/id/agenda.json";
import allocation from "./messages/id/allocation.json";
import archive from "./messages/id/archive.json";
import assign from "./messages/id/assign.json";
import attendance from "./messages/id/attendance.json";
import audit from "./messages/id/audit.json";
import auth from "./messages/id/auth.json";
import catalogue from "./messages/id/catalogue.json";
import chain from "./messages/id/chain.json";
import cohortSetup from "./messages/id/cohortSetup.json";
import cohorts from "./messages/id/cohorts.json";
import comments from "./messages/id/comments.json";
import common from "./messages/id/common.json";
import dashboard from "./messages/id/dashboard.json";
import errors from "./messages/id/errors.json";
import evaluationForm from "./messages/id/evaluationForm.json";
import evidence from "./messages/id/evidence.json";
import extensions from "./messages/id/extensions.json";
import fairness from "./messages/id/fairness.json";
import feedback from "./messages/id/feedback.json";
import field from "./messages/id/field.json";
import findings from "./messages/id/findings.json";
import form from "./messages/id/form.json";
import grading from "./messages/id/grading.json";
import help from "./messages/id/help.json";
import innovations from "./messages/id/innovations.json";
import issues from "./messages/id/issues.json";
import live from "./messages/id/live.json";
import mail from "./messages/id/mail.json";
import notifications from "./messages/id/notifications.json";
import nudge from "./messages/id/nudge.json";
import obstaclesForm from "./messages/id/obstaclesForm.json";
import offers from "./messages/id/offers.json";
import office from "./messages/id/office.json";
import outbox from "./messages/id/outbox.json";
import ownData from "./messages/id/ownData.json";
import people from "./messages/id/people.json";
import planForm from "./messages/id/planForm.json";
import prepare from "./messages/id/prepare.json";
import privacy from "./messages/id/privacy.json";
import progress from "./messages/id/progress.json";
import refusals from "./messages/id/refusals.json";
import report from "./messages/id/report.json";
import review from "./messages/id/review.json";
import revision from "./messages/id/revision.json";
import roster from "./messages/id/roster.json";
import rubrics from "./messages/id/rubrics.json";
import savedViews from "./messages/id/savedViews.json";
import search from "./messages/id/search.json";
import shell from "./messages/id/shell.json";
import signOut from "./messages/id/signOut.json";
import solutionForm from "./messages/id/solutionForm.json";
import staff from "./messages/id/staff.json";
import stage from "./messages/id/stage.json";
import standing from "./messages/id/standing.json";
import tasks from "./messages/id/tasks.json";
import templates from "./messages/id/templates.json";
import terms from "./messages/id/terms.json";
import together from "./messages/id/together.json";
import unread from "./messages/id/unread.json";
import unsent from "./messages/id/unsent.json";
import wishes from "./messages/id/wishes.json";
import withdrawal from "./messages/id/withdrawal.json";

/**
 * Every namespace of the catalogue, one line each. The Indonesian files are the model: their keys
 * are the type that `t("…")` is checked against, and `messages.test.ts` holds the other languages
 * to them.
 */
export const indonesian = {
  admin,
  agencyLinks,
  agenda,
  allocation,
  archive,
  assign,
  attendance,
  audit,
  auth,
  catalogue,
  chain,
  cohortSetup,
  cohorts,
  comments,
  common,
  dashboard,
  errors,
  evaluationForm,
  evidence,
  extensions,
  fairness,
  feedback,
  field,
  findings,
  form,
  grading,
  help,
  innovations,
  issues,
  live,
  mail,
  notifications,
  nudge,
  obstaclesForm,
  offers,
  office,
  outbox,
  ownData,
  people,
  planForm,
  prepare,
  privacy,
  progress,
  refusals,
  report,
  review,
  revision,
  roster,
  rubrics,
  savedViews,
  search,
  shell,
  signOut,
  solutionForm,
  staff,
  stage,
  standing,
  tasks,
  templates,
  terms,
  together,
  unread,
  unsent,
  wishes,
  withdrawal,
};

export type Messages = typeof indonesian;
export type Namespace = keyof Messages;

export const namespaces = Object.keys(indonesian) as Namespace[];

/** The whole catalogue of one language. Server only: pages hand on what their forms need. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === "id") return indonesian;
  const files = await Promise.all(
    namespaces.map(async (namespace) => {
      const file = await import(`./messages/en/${namespace}.json`);
      return [namespace, file.default] as const;
    }),
  );
  return Object.fromEntries(files) as Messages;
}

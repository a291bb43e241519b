import "server-only";
import { cache } from "react";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { authorizeOrganizing } from "@/lib/cohort/policy";
import {
  findHostLink,
  findRelease,
  listCandidates,
  listFindings,
  listHostLinks,
  listSubjects,
  previewFeedback,
  readHostFeedback,
  releaseDigest,
} from "@/lib/feedback/data";
import type {
  CandidateRow,
  FindingRow,
  HostFeedback,
  HostLinkRow,
  ReleaseDto,
} from "@/lib/feedback/model";
import { type FeedbackQuery, feedbackQuerySchema, hostTokenSchema } from "@/lib/feedback/schema";
import { dayIn } from "@/lib/platform/clock";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { returnAttempt, takeAttempt } from "@/lib/platform/rate-limit";
import { currentRequest } from "@/lib/platform/request";

export interface FindingsDesk {
  cohort: CohortHeader;
  /** YYYY-MM-DD in the cohort's zone. */
  today: string;
  query: FeedbackQuery;
  innovations: { id: string; name: string }[];
  hosts: { id: string; name: string }[];
  findings: FindingRow[];
  release: ReleaseDto | null;
  /** Of what a release would tell now. */
  digest: string;
  /** What the view that is asked for shows; null where it shows something else. */
  candidates: { rows: CandidateRow[]; total: number; page: number; pages: number } | null;
  preview: { region: string; feedback: HostFeedback } | null;
  links: HostLinkRow[] | null;
  can: { edit: boolean; withdraw: boolean };
}

/** What a cohort found and tells its host, for staff of its centre; organisers may act on it. */
export const loadFeedback = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<FindingsDesk> => {
    const { actor, cohort, centerId, authorized } = await loadCohort(cohortId);
    const query = feedbackQuerySchema.parse(searchParams);
    const now = appContext().clock.now();
    const [subjects, findings, release] = await Promise.all([
      listSubjects(db(), authorized),
      listFindings(db(), authorized),
      findRelease(db(), authorized),
    ]);
    // A shared address may name what is not there any more: all of it is shown then.
    const known = subjects.innovations.some(({ id }) => id === query.innovation);
    const asked = { ...query, innovation: known ? query.innovation : undefined };
    const host = subjects.hosts.find(({ id }) => id === query.region) ?? subjects.hosts[0];
    const organizes = authorizeOrganizing(actor, { id: cohort.id, centerId }) !== null;
    return {
      cohort,
      today: dayIn(cohort.timeZone, now),
      query: asked,
      ...subjects,
      findings,
      release,
      digest: releaseDigest(findings),
      candidates:
        query.view === "candidates" ? await listCandidates(db(), authorized, asked) : null,
      preview:
        query.view === "preview" && host
          ? {
              region: host.id,
              feedback: await previewFeedback(db(), authorized, {
                hostRegionId: host.id,
                findings,
              }),
            }
          : null,
      links: query.view === "links" ? await listHostLinks(db(), authorized, now) : null,
      can: {
        edit: organizes && (cohort.state === "RUNNING" || cohort.state === "CLOSED"),
        withdraw: organizes,
      },
    };
  },
);

/**
 * What the host reads by a link; null where the link does not work. "wait" where too many addresses that were none
 * came from the same place: the attempt is given back to who has one that works.
 */
export const loadHostFeedback = cache(
  async (token: string): Promise<HostFeedback | "wait" | null> => {
    const address = currentRequest()?.address ?? "unknown";
    if ((await takeAttempt(db(), "hostLink", address)) > 0) return "wait";
    const link = hostTokenSchema.safeParse(token).success
      ? await findHostLink(db(), token, appContext().clock.now())
      : null;
    if (!link) return null;
    await returnAttempt(db(), "hostLink", address);
    return readHostFeedback(db(), link);
  },
);
